import Registry
import RegistryReports
import RegistryStore
import SQLite
import Spreadsheets
import TestSupport
import Testing

@Suite("Named reports")
struct NamedReportTests {
    @Test("are the files of their folder, in order")
    func files() {
        let files = TestFolder.names(in: PackageFolder.file("Sources/RegistryReports/Named")).filter {
            $0.hasSuffix(".sql")
        }
        #expect(files == NamedReport.all.map { "\($0.name).sql" })
    }

    @Test("say what they tell and what their parameters mean", arguments: NamedReport.all.map(\.name))
    func described(name: String) throws {
        let report = try #require(NamedReport.named(name))
        #expect(report.meaning.hasSuffix(".") && report.meaning.first?.isUppercase == true)
        let words = report.sql.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "_" }
        let used = Set(words.filter { $0.hasPrefix(":") && $0.count > 1 }.map { String($0.dropFirst()) })
        #expect(used == Set(report.parameters.map(\.name)))
        for parameter in report.parameters { #expect(!parameter.meaning.isEmpty, "no meaning of \(parameter.name)") }
    }

    @Test(
        "take a value of its parameter's kind, however it is written, and nothing else",
        arguments: [
            (.day, "2021-06-30", "2021-06-30"), (.day, "2021-6-3", "2021-06-03"), (.day, "2021年6月3日", "2021-06-03"),
            (.day, "20210603", "2021-06-03"), (.day, "2021-06", nil), (.day, "2021-02-29", nil), (.day, "abc", nil),
            (.day, "", nil), (.day, "-1", nil), (.day, "30/6/2021", nil),
            (.month, "2021-06", "2021-06"), (.month, "2021-6", "2021-06"), (.month, "2021年6月", "2021-06"),
            (.month, "9999-12", "9999-12"), (.month, "2021-13", nil), (.month, "2021-00", nil), (.month, "2021", nil),
            (.month, "2021-06-30", nil), (.month, "2021-06-0", nil), (.month, "202106", nil), (.month, "abc", nil),
            (.month, "", nil),
            (.number, "20", "20"), (.number, "020", "20"), (.number, "-1", nil), (.number, "0", nil),
            (.number, "2.5", nil), (.number, "1e3", nil), (.number, "99999999999999999999", nil), (.number, "", nil),
            (.text, "SH", "SH"), (.text, "", ""),
        ] as [(NamedReport.Parameter.Kind, String, String?)])
    func kinds(kind: NamedReport.Parameter.Kind, text: String, value: String?) {
        #expect(kind.read(text) == value)
    }

    @Test("have a value of the kind where none is given", arguments: NamedReport.all.flatMap(\.parameters))
    func standardsOfTheirKind(parameter: NamedReport.Parameter) {
        #expect(parameter.kind.read(parameter.standard) == parameter.standard)
    }

    /// Of the deals and of the listings there may be a million each.
    @Test("read nothing anew for each row but its own events", arguments: NamedReport.all.map(\.name))
    func readOnce(name: String) throws {
        let folder = try TestFolder()
        let path = folder.file("r.sqlite")
        let author = Author(actor: "a", login: "a", uid: 1, host: "h", command: "registry init")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: author)
        let inquiry = try Inquiry(Ledger(at: path, for: .readOnly)) { _ in
            nil
        } while: {
            true
        }
        let report = try #require(NamedReport.named(name))
        let values = report.parameters.map { ($0.name, Value.text($0.standard)) }
        var inner: Set<Int64> = []
        var count = 0
        try inquiry.ask(
            "EXPLAIN QUERY PLAN " + report.sql, Dictionary(uniqueKeysWithValues: values), begin: { _ in }
        ) { cells in
            guard case .integer(let id) = cells[0], case .integer(let parent) = cells[1] else { return }
            let way = cells[3].cell.plainText
            count += 1
            // Of years there are few.
            #expect(!way.hasPrefix("SCAN") || !way.hasSuffix("LEFT-JOIN") || name == "yearly", "\(way)")
            if way.hasPrefix("CORRELATED") || inner.contains(parent) { inner.insert(id) }
            guard inner.contains(parent) else { return }
            let isOfEvents =
                way.contains("INDEX deal_event_by_deal (") || way.contains("INDEX listing_event_by_listing (")
            #expect(isOfEvents || way.hasPrefix("USE TEMP B-TREE"), "\(way)")
        }
        #expect(count > 1)
    }

    @Test("have values for parameters that are not given")
    func standards() {
        #expect(
            NamedReport.named("unsold-listings")?.parameters.map { [$0.name, $0.standard, $0.meaning] } == [
                ["venue", "", "only of this venue, by its code"],
                ["listed_until", "9999-12-31", "listed on this day or before"],
            ])
        #expect(NamedReport.named("weekly") == nil)
    }
}
