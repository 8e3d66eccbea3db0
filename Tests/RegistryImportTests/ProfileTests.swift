import Registry
import RegistryImport
import Spreadsheets
import Testing
import YAML

@Suite("Venue profiles")
struct ProfileTests {
    private static let whole = """
        # 沪东技术交易所
        venue: SH
        files:
          - match: 成交*.xlsx
            kind: deals
            sheet: 成交明细
            heading_row: 3
            unit: 万元
            dates: dmy
            columns:
              项目号: code
              成交价: amount (元)
              备注: none
            set: {mode: 协议转让}
            values:
              kind: {转让合同: transfer, 许可合同: 技术许可}
              seller: {暂无: }
            full: month
            expected_rows: 100-500
            arrives_by: 18:00
            tolerated_rejects: 1%
            blocks_on: [conflict, power_of_ten]
          - match: "*.csv"
            encoding: GBK
            delimiter: semicolon
            code_from: [批次, 流水号]
            expected_rows: 10
            tolerated_rejects: 20
            blocks_on: duplicate
        """

    @Test("every key of a profile is read")
    func whole() throws {
        let profile = try VenueProfile(yaml: Self.whole, venue: "SH")
        #expect(profile.venue == "SH")
        #expect(profile.text == Self.whole)
        try #require(profile.files.count == 2)
        let (first, second) = (profile.files[0], profile.files[1])
        #expect(first.noun == .deal)
        #expect(first.form.sheet == "成交明细")
        #expect(first.headingRow == 3)
        #expect(first.unit == .wan)
        #expect(first.dayFormat == DayFormat("dmy"))
        #expect(first.columns == ["项目号": "code", "成交价": "amount (元)", "备注": "none"])
        #expect(first.constants == ["mode": "协议转让"])
        #expect(first.words == ["kind": ["转让合同": "transfer", "许可合同": "技术许可"], "seller": ["暂无": ""]])
        #expect(first.full == .month)
        #expect(first.expectedRows == 100...500)
        #expect(first.arrivesBy == DueTime("18:00"))
        #expect(first.toleratedRejects == .share(100))
        #expect(first.blocksOn == [.conflict, .powerOfTen])
        #expect(second.noun == nil)
        #expect(second.form.encoding == .gb18030)
        #expect(second.form.delimiter == UInt8(ascii: ";"))
        #expect(second.codeFrom == ["批次", "流水号"])
        #expect(second.expectedRows == 10...Int64.max)
        #expect(second.toleratedRejects == .rows(20))
        #expect(second.blocksOn == [.duplicate])
    }

    @Test(
        "a file is read by the first entry that fits its name",
        arguments: [
            ("成交2022-06.xlsx", 1), ("/in/SH/成交.XLSX", 1), ("deals.csv", 2), ("SH/deals.csv.gz", 2), ("deals.txt", nil),
        ])
    func matching(path: String, number: Int?) throws {
        #expect(try VenueProfile(yaml: Self.whole).file(matching: path)?.number == number)
    }

    private typealias Wrong = (line: Int?, column: Int?, key: String?, kind: ProfileFault.Kind)

    @Test(
        "what is wrong is told with its place and key",
        arguments: [
            ("files:", 1, 1, nil, .missing("files")),
            ("- a", 1, 1, nil, .notKeys),
            ("files: deals.csv", 1, 8, "files", .notAList),
            ("files: []", 1, 8, "files", .missing("match")),
            ("files:\n  - kind: deals", 2, 5, "files[1]", .missing("match")),
            ("files:\n  - deals.csv", 2, 5, "files[1]", .notKeys),
            (
                "files:\n  - {match: a, units: wan}", 2, 16, "files[1]",
                .unknownKey("units", nearest: "unit", known: EntryKeys.all)
            ),
            (
                "file:\n  - {match: a}", 1, 1, nil,
                .unknownKey("file", nearest: "files", known: ["files", "venue"])
            ),
            (
                "files:\n  - match: a\n    match: b", 3, 5, "files[1]", .doubledKey("match", firstLine: 2)
            ),
            ("files:\n  - match: a\n  - match: A", 3, 12, "files[2].match", .doubledMatch("A", firstLine: 2)),
            (
                "files:\n  - match: in/a", 2, 12, "files[1].match",
                .badValue("in/a", expected: "a pattern of file names without folders, as 成交*.xlsx", nearest: nil)
            ),
            (
                "files:\n  - {match: a, kind: deal s}", 2, 22, "files[1].kind",
                .badValue(
                    "deal s",
                    expected:
                        "venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services",
                    nearest: "deals")
            ),
            ("venue: HZ\nfiles: [{match: a}]", 1, 8, "venue", .ofAnotherVenue("HZ", venue: "SH")),
            (
                "files:\n  - {match: a, kind: deals, columns: {价: amont}}", 2, 42, "files[1].columns",
                .unknownField("amont", nearest: "amount", fields: Noun.deal.fields.map(\.name))
            ),
            (
                "files:\n  - {match: a, kind: deals, values: {kind: {转让: transfr}}}", 2, 49, "files[1].values.kind",
                .unknownTerm("transfr", vocabularies: [.dealKind])
            ),
            (
                "files:\n  - {match: a, set: {kind: 赠送}}", 2, 28, "files[1].set.kind",
                .unknownTerm(
                    "赠送",
                    vocabularies: [
                        .achievementKind, .dealKind, .contractKind, .instalmentKind, .paymentKind, .serviceKind,
                    ])
            ),
            ("files: [{match: [a]}]", 1, 17, "files[1].match", .notAText),
            ("files: *a", 1, 8, nil, .yaml(.alias)),
        ] as [(String, Int?, Int?, String?, ProfileFault.Kind)])
    func wrong(text: String, line: Int?, column: Int?, key: String?, kind: ProfileFault.Kind) throws {
        let faults = #expect(throws: ProfileFaults.self) { try VenueProfile(yaml: text, venue: "SH") }
        let fault = try #require(faults?.all.first)
        #expect(faults?.all.count == 1)
        #expect(fault.kind == kind)
        #expect(fault.key == key)
        #expect(fault.line == line && fault.column == column)
    }

    @Test(
        "a value that is none is refused",
        arguments: [
            "encoding: utf-9", "delimiter: ';;'", "sheet: ''", "heading_row: 0", "heading_row: x", "unit: 美元",
            "dates: dd-mm-yy", "full: week", "expected_rows: 5-1", "expected_rows: many", "arrives_by: 25:00",
            "arrives_by: 6pm", "tolerated_rejects: 101%", "tolerated_rejects: -1", "blocks_on: [conflicts]",
        ])
    func badValue(line: String) throws {
        let faults = #expect(throws: ProfileFaults.self) { try VenueProfile(yaml: "files:\n  - match: a\n    \(line)") }
        let fault = try #require(faults?.all.first)
        guard case .badValue = fault.kind else {
            Issue.record("\(fault)")
            return
        }
        #expect(fault.line == 3)
    }

    @Test("all that is wrong is told at once, in order")
    func allAtOnce() throws {
        let text = "files:\n  - match: a\n    unit: x\n    kind: y\n    nought: z\n  - kind: deals\nvenues: SH\n"
        let faults = #expect(throws: ProfileFaults.self) { try VenueProfile(yaml: text) }
        #expect(faults?.all.map(\.line) == [3, 4, 5, 6, 7])
    }
}

/// The keys of an entry, as the message lists them.
private enum EntryKeys {
    static let all = [
        "match", "kind", "encoding", "delimiter", "sheet", "heading_row", "columns", "set", "code_from", "unit",
        "dates", "values", "full", "expected_rows", "arrives_by", "tolerated_rejects", "blocks_on",
    ]
}

@Suite("Patterns of file names")
struct FilePatternTests {
    @Test(
        "a pattern fits whole names, in any case",
        arguments: [
            ("*", "", true), ("*", "a.b", true), ("*.csv", "a.csv", true), ("*.csv", "a.csv.gz", false),
            ("成交*.xlsx", "成交2022.XLSX", true), ("a?c", "abc", true), ("a?c", "a交c", true), ("a?c", "ac", false),
            ("[0-9]*", "7x", true), ("[0-9]*", "x7", false), ("[!0-9]*", "x7", true), ("[ab]", "B", true),
            ("a*b*c", "axxbxxc", true), ("a*b*c", "axxcxxb", false), ("**a", "a", true), ("a", "ab", false),
            ("[]]", "]", true),
        ])
    func fits(pattern: String, name: String, doesFit: Bool) throws {
        #expect(try #require(FilePattern(pattern)).fits(name) == doesFit)
    }

    @Test("what is no pattern is refused", arguments: ["", "a/b", "[ab", "[]", "[z-a]"])
    func none(pattern: String) { #expect(FilePattern(pattern) == nil) }

    @Test("many stars are no work without end")
    func manyStars() throws {
        let pattern = try #require(FilePattern(String(repeating: "*a", count: 200) + "b"))
        #expect(!pattern.fits(String(repeating: "a", count: 2000)))
    }
}

@Suite("Ceilings of rejects")
struct RejectCeilingTests {
    @Test(
        "a ceiling allows up to itself",
        arguments: [
            ("1%", 10, 1000, true), ("1%", 11, 1000, false), ("0.25%", 1, 400, true), ("0.25%", 1, 399, false),
            ("20", 20, 1, true), ("20", 21, 1000, false), ("0", 0, 5, true), ("0%", 1, 5, false), ("100%", 5, 5, true),
        ] as [(String, Int64, Int64, Bool)])
    func allows(text: String, rejected: Int64, read: Int64, isAllowed: Bool) throws {
        let ceiling = try #require(RejectCeiling(text))
        #expect(ceiling.allows(rejected, of: read) == isAllowed)
        #expect(ceiling.description == text)
    }

    @Test("what is none is refused", arguments: ["", "%", "-1", "101%", "100.01%", "1.234%", "a", "1 %", "1.%"])
    func none(text: String) { #expect(RejectCeiling(text) == nil) }
}
