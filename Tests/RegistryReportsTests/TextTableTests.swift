import RegistryReports
import Spreadsheets
import Testing

struct TextTableTests {
    private static let columns = [
        Column("code"), Column("buyer", heading: "买方"),
        Column("amount_fen", heading: "Amount", alignment: .right, groupsThousands: true),
        Column("rows", alignment: .right),
    ]

    private static let rows: [[Cell]] = [
        [.text("SH/1"), .text("上海\n所"), .integer(1_234_567), .integer(1234)],
        [.text(""), .null, .integer(-999), .null],
        [.text("👩‍🔬"), .text("e\u{301}\u{1B}[0m"), .decimal("-1234.50"), .integer(0)],
        [.text("x"), .text("\"q\" | ❤\u{FE0F}"), .integer(.min), .integer(.max)],
    ]

    @Test("columns are aligned, numbers to the right, escapes visible, the total under a rule")
    func golden() throws {
        let (lines, notices) = try table(
            width: nil, rows: Self.rows, total: [.text("全部"), .null, .integer(1000), .null])
        #expect(
            lines == [
                #"code  买方                            Amount                 rows"#,
                #"----  ----------  --------------------------  -------------------"#,
                #"SH/1  上海\n所                     1,234,567                 1234"#,
                #"                                        -999                     "#,
                #"👩‍🔬    é\u{1B}[0m                   -1,234.50                    0"#,
                #"x     "q" | ❤️    -9,223,372,036,854,775,808  9223372036854775807"#,
                #"----  ----------  --------------------------  -------------------"#,
                #"全部                                   1,000                     "#,
            ])
        #expect(notices.isEmpty)
    }

    @Test("every line takes the same number of columns", arguments: [nil, 200, 65, 64, 61, 20])
    func equalWidths(width: Int?) throws {
        let (lines, _) = try table(width: width, rows: Self.rows)
        let widths = Set(lines.map(\.displayWidth))
        #expect(lines.count == 6)
        #expect(widths.count == 1)
    }

    @Test(
        "thousands are grouped only in the whole part of plain digits",
        arguments: [
            ("0", "0"), ("999", "999"), ("1000", "1,000"), ("-123456", "-123,456"), ("12345.6789", "12,345.6789"),
            ("1e900", "1e900"), ("NaN", "NaN"),
        ])
    func grouping(digits: String, expected: String) throws {
        let column = Column("n1", alignment: .right, groupsThousands: true)
        let (lines, _) = try table([column], width: nil, rows: [[.decimal(digits)]])
        #expect(lines.last?.drop { $0 == " " } == expected.drop { $0 == " " })
    }

    @Test("a table that fits is not cut")
    func fits() throws {
        let (lines, notices) = try table(
            [Column("a"), Column("b")], width: 12, rows: [[.text("数据交易"), .text("ab")]])
        #expect(lines.last == "数据交易  ab")
        #expect(notices.isEmpty)
    }

    @Test("a wide character is not split: a space fills its place")
    func wideCut() throws {
        let (lines, notices) = try table(
            [Column("name"), Column("n", alignment: .right)], width: 12,
            rows: [[.text("上海数据交易所"), .integer(5)], [.text("e\u{301}e\u{301}"), .integer(6)]])
        #expect(lines == ["name       n", "---------  -", "上海数据…  5", "éé         6"])
        #expect(notices == [.columnCut(name: "name", cells: 1, width: 9)])
        let (odd, _) = try table([Column("name")], width: 8, rows: [[.text("上海数据交易所")]])
        #expect(odd.last == "上海数… ")
    }

    @Test("the widest column is cut first, then both alike")
    func severalColumns() throws {
        let columns = [Column("a"), Column("b")]
        let row: [Cell] = [.text(String(repeating: "x", count: 30)), .text(String(repeating: "y", count: 10))]
        let (first, firstNotices) = try table(columns, width: 24, rows: [row])
        #expect(first.last == "xxxxxxxxxxx…  yyyyyyyyyy")
        #expect(firstNotices == [.columnCut(name: "a", cells: 1, width: 12)])
        let (both, bothNotices) = try table(columns, width: 18, rows: [row])
        #expect(both.last == "xxxxxxx…  yyyyyyy…")
        #expect(bothNotices == [.columnCut(name: "a", cells: 1, width: 8), .columnCut(name: "b", cells: 1, width: 8)])
    }

    @Test("a number is never cut; a table that cannot fit says so")
    func numbersStay() throws {
        let (lines, notices) = try table(
            [Column("id"), Column("n", alignment: .right), Column("name")], width: 20,
            rows: [[.integer(123_456_789), .integer(987_654_321), .text("longer than six")]])
        #expect(lines.last == "123456789  987654321  longe…")
        #expect(notices == [.columnCut(name: "name", cells: 1, width: 6), .wider(width: 28, asked: 20)])
    }

    @Test("a row of the wrong length is refused, and the table goes on without it")
    func wrongLength() throws {
        let sink = MemorySink()
        var table = TextTable(to: sink)
        try table.begin([Column("a"), Column("b")])
        #expect(throws: WriteError.wrongCellCount(found: 1, expected: 2)) { try table.row([.text("a long one")]) }
        #expect(throws: WriteError.wrongCellCount(found: 3, expected: 2)) { try table.total([.null, .null, .null]) }
        try table.end()
        #expect(sink.text == "a  b\n-  -\n")
    }

    @Test("a table of many rows is written in parts, and a later part may be wider, but loses nothing")
    func parts() throws {
        let sink = MemorySink()
        var table = TextTable(to: sink)
        try table.begin([Column("a"), Column("b")])
        for row in 0..<150_000 { try table.row([.text(row == 149_999 ? "much wider" : "x"), .integer(Int64(row))]) }
        #expect(!sink.bytes.isEmpty)
        try table.end()
        let lines = sink.text.split(separator: "\n").map(String.init)
        #expect(lines.count == 150_002)
        #expect(lines[0].hasPrefix("a  b ") && lines[2].hasPrefix("x  0 "))
        #expect(lines.last == "much wider  149999")
        #expect(Set(lines.prefix(1000).map(\.displayWidth)).count == 1)
    }

    @Test("a long raw text is cut, and it is said")
    func longRaw() throws {
        let sink = MemorySink()
        var table = TextTable(to: sink)
        try table.begin([Column("a"), Column("b")])
        let text = Array(String(repeating: "沪", count: 1400).utf8)
        try text.withUnsafeBufferPointer { bytes in
            try table.rawRow([.text(bytes), .blob(UnsafeBufferPointer(rebasing: bytes[..<2]))])
            try table.rawRow([.text(UnsafeBufferPointer(rebasing: bytes[..<3])), .blob(bytes)])
        }
        #expect(try table.end() == [.longCut(bytes: 4096)])
        let lines = sink.text.split(separator: "\n").map { $0.filter { $0 != " " } }
        #expect(lines[2] == String(repeating: "沪", count: 1365) + "…E6B2")
        #expect(lines[3].hasPrefix("沪E6B2AAE6") && lines[3].hasSuffix("…") && lines[3].count == 1 + 4096 + 1)
    }

    private func table(
        _ columns: [Column] = Self.columns, width: Int?, rows: [[Cell]], total: [Cell]? = nil
    ) throws -> ([String], [RowNotice]) {
        let sink = MemorySink()
        var table = TextTable(to: sink, width: width)
        try table.begin(columns)
        for row in rows { try table.row(row) }
        if let total { try table.total(total) }
        let notices = try table.end()
        #expect(sink.text.last == "\n")
        return (sink.text.dropLast().split(separator: "\n", omittingEmptySubsequences: false).map(String.init), notices)
    }
}
