import RegistryReports
import Testing

@Suite("Templates")
struct TemplateTests {
    private func fill(_ text: String, _ values: TemplateValues) throws -> String {
        try Template(text).filled(with: values, escaped: PageForm.escapedHTML)
    }

    @Test(
        "put values in their places, escaped, and sections as often as they have items",
        arguments: [
            ("a {{x}} b", "a &lt;i&gt; b"), ("{{none}}", ""), ("{{#list}}{{y}},{{/list}}", "1,2,"),
            ("{{#list}}{{x}}{{y}};{{/list}}", "&lt;i&gt;1;&lt;i&gt;2;"), ("{{#none}}yes{{/none}}", ""),
            ("{{#empty}}yes{{/empty}}", ""),
            ("{{#x}}yes{{/x}}", "yes"), ("a\n  {{#list}}\n- {{y}}\n{{/list}}\nb\n", "a\n- 1\n- 2\nb\n"),
            ("{{#x}}\nin\n{{/x}}\n", "in\n"), ("| {{#list}}{{y}} |{{/list}}\n", "| 1 |2 |\n"), ("", ""), ("}}", "}}"),
        ])
    func filling(text: String, filled: String) throws {
        let values: TemplateValues = [
            "x": .text("<i>"), "empty": .text(""), "list": .list([["y": .text("1")], ["y": .text("2")]]),
        ]
        #expect(try fill(text, values) == filled)
    }

    @Test("a value is no template")
    func noTemplate() throws {
        #expect(try fill("{{x}}", ["x": .text("{{y}}"), "y": .text("no")]) == "{{y}}")
    }

    @Test("a section of lists may lie within another, and the nearest name counts")
    func nested() throws {
        let rows: [TemplateValues] = [
            ["name": .text("a"), "cells": .list([["name": .text("1")], [:]])],
            ["name": .text("b"), "cells": .list([])],
        ]
        #expect(
            try fill("{{#rows}}{{name}}:{{#cells}}{{name}} {{/cells}}{{/rows}}", ["rows": .list(rows)]) == "a:1 a b:")
    }

    @Test(
        "what is not closed is told",
        arguments: [
            ("{{#a}}x", TemplateFault.unclosed("a")), ("{{a", .unclosed("{{a")), ("x{{/a}}", .unopened("a")),
            ("{{#a}}{{/b}}", .unopened("b")), ("{{#a}}{{#b}}{{/a}}{{/b}}", .unopened("a")),
        ])
    func faults(text: String, fault: TemplateFault) {
        #expect(throws: fault) { try Template(text) }
    }

    @Test("a sign with an accent on it is escaped too, and what cannot be seen is shown")
    func accents() {
        #expect(PageForm.escapedHTML("\"\u{301}<\u{338}'&>") == "&quot;\u{301}&lt;\u{338}&#39;&amp;&gt;")
        #expect(PageForm.escapedHTML("a\u{0}b\u{202E}c") == "a\\u{0}b\\u{202E}c")
        #expect(PageForm.escapedHTML("技术转让") == "技术转让")
    }
}
