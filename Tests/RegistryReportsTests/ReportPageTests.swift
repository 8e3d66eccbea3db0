import RegistryReports
import Testing

@Suite("A page")
struct ReportPageTests {
    private static var page: ReportPage {
        var page = ReportPage(language: "zh-CN", title: "<题目>", lead: "a | b")
        var section = ReportPage.Section("one", "第一部分")
        section.cards = [ReportPage.Card("deals", "1,204", note: "")]
        section.charts = [
            CurveChart(
                "c", title: "curve", description: "up", values: [0, 5, 10], labels: ["2021", "2022"], most: "10",
                last: "10")
        ]
        var table = ReportPage.Table("parts", ["who", "what"], numbers: [1])
        table.rows = [["\"quoted\"", "7"], ["b|c", "3"]]
        table.shares = [700, 1300]
        table.isFolded = true
        table.notes = ["note"]
        section.tables = [table]
        page.sections = [section]
        return page
    }

    @Test("as HTML holds all it needs, every value escaped")
    func html() throws {
        let text = try PageForm.html.text(of: Self.page)
        #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        for part in [
            "<title>&lt;题目&gt;</title>", "prefers-color-scheme: dark",
            "<th scope=\"row\" class=\"short\">&quot;quoted&quot;</th>",
            "<td class=\"number\">7<span class=\"bar\"><span style=\"width:70.0%\"></span></span></td>", "width:100.0%",
            "d=\"M0.0 199.0L300.0 100.0L600.0 1.0\"", "<title id=\"c-title\">curve</title>",
            "<details><summary>parts</summary>", "<p class=\"note\">note</p>",
        ] { #expect(text.contains(part), "\(part)") }
        for part in ["{{", "<script", "http:", "https:", "url(", "@import", "src="] {
            #expect(!text.contains(part), "\(part)")
        }
    }

    @Test("on a phone long names stand above their numbers, and texts behind the headings of their columns")
    func layouts() throws {
        func text(_ columns: [String], numbers: Set<Int>, _ row: [String]) throws -> String {
            var page = ReportPage(language: "en", title: "", lead: "")
            var section = ReportPage.Section("one", "")
            var table = ReportPage.Table("parts", columns, numbers: numbers)
            table.rows = [row]
            section.tables = [table]
            page.sections = [section]
            return try PageForm.html.text(of: page)
        }
        let plain = try text(["who", "a", "b"], numbers: [1, 2], ["short", "1", "2"])
        #expect(plain.contains("<table>") && !plain.contains("data-label=\""))
        #expect(try text(["who", "a"], numbers: [], ["a very long name", "x"]).contains("<table>"))
        for row in [["a very long name", "1", "2"], ["交易技术名称很长", "1", "2"]] {
            #expect(try text(["who", "a", "b"], numbers: [1, 2], row).contains("<table class=\"figures\">"))
        }
        let many = try text(["who", "a", "b", "c", "d"], numbers: [1, 2, 3, 4], ["x", "1", "2", "3", "4"])
        #expect(many.contains("<table class=\"figures\">") && !many.contains("data-label=\""))
        let records = try text(["who", "<a>", "b"], numbers: [2], ["x", "said", "2"])
        #expect(records.contains("<table class=\"records\">"))
        #expect(records.contains("<td class=\"short\" data-label=\"&lt;a&gt;\">said</td>"))
        #expect(records.contains("<td class=\"number\" data-label=\"b\">2</td>"))
    }

    @Test("as Markdown has the same tables")
    func markdown() throws {
        let text = try PageForm.markdown.text(of: Self.page)
        #expect(text.hasPrefix("<!-- registry report -->\n# \\<题目>\n\na \\| b\n\n## 第一部分\n"))
        #expect(text.contains("\n| who | what |\n| --- | ---: |\n| \"quoted\" | 7 |\n| b\\|c | 3 |\n\nnote\n"))
        #expect(text.contains("\n- deals：**1,204** \n"))
    }

    @Test(
        "a curve lies within its frame whatever its values",
        arguments: [
            ([], ""), ([5], "M0.0 1.0L600.0 1.0"), ([0], "M0.0 199.0L600.0 199.0"),
            ([-4, 0], "M0.0 199.0L600.0 199.0"),
            ([.max, 0], "M0.0 1.0L600.0 199.0"), ([0, 1, .max], "M0.0 199.0L300.0 199.0L600.0 1.0"),
        ] as [([Int64], String)])
    func curve(values: [Int64], line: String) {
        let chart = CurveChart("c", title: "", description: "", values: values, labels: [], most: "", last: "")
        #expect(chart.line == line)
    }
}
