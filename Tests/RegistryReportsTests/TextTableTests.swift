import Spreadsheets
import Testing

@testable import RegistryReports

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
        #expect(notices == [.columnCut(heading: "name", cells: 1, width: 9)])
        let (odd, _) = try table([Column("name")], width: 8, rows: [[.text("上海数据交易所")]])
        #expect(odd.last == "上海数… ")
    }

    @Test("the widest column is cut first, then both alike")
    func severalColumns() throws {
        let columns = [Column("a"), Column("b")]
        let row: [Cell] = [.text(String(repeating: "x", count: 30)), .text(String(repeating: "y", count: 10))]
        let (first, firstNotices) = try table(columns, width: 24, rows: [row])
        #expect(first.last == "xxxxxxxxxxx…  yyyyyyyyyy")
        #expect(firstNotices == [.columnCut(heading: "a", cells: 1, width: 12)])
        let (both, bothNotices) = try table(columns, width: 18, rows: [row])
        #expect(both.last == "xxxxxxx…  yyyyyyy…")
        #expect(
            bothNotices == [.columnCut(heading: "a", cells: 1, width: 8), .columnCut(heading: "b", cells: 1, width: 8)])
    }

    @Test("a number is never cut; a column that has no room is left out, and a table that cannot fit then says so")
    func numbersStay() throws {
        let columns = [Column("id"), Column("n", alignment: .right), Column("name")]
        let rows: [[Cell]] = [[.integer(123_456_789), .integer(987_654_321), .text("longer than six")]]
        let (narrow, cut) = try table(columns, width: 28, rows: rows)
        #expect(narrow.last == "123456789  987654321  longe…")
        #expect(cut == [.columnCut(heading: "name", cells: 1, width: 6)])
        let (lines, notices) = try table(columns, width: 19, rows: rows)
        #expect(lines == ["id                 n", "---------  ---------", "123456789  987654321"])
        #expect(notices == [.columnLeftOut(heading: "name"), .wider(width: 20, asked: 19)])
    }

    @Test("a column in which nothing stands is left out before any other")
    func emptyLeftOut() throws {
        let (lines, notices) = try table(
            [Column("a"), Column("nothing"), Column("text"), Column("n", alignment: .right)], width: 20,
            rows: [[.text("one"), .null, .text("a text"), .integer(12345)]])
        #expect(lines.last == "one  a text  12345")
        #expect(notices == [.columnLeftOut(heading: "nothing")])
    }

    @Test("columns that give way go once texts are cut as far as they tell one from another, the lowest first")
    func givesWay() throws {
        let columns = [
            Column("name"), Column("second", alignment: .right, givesWay: 2),
            Column("first", alignment: .right, givesWay: 1), Column("stays", alignment: .right),
        ]
        let row: [Cell] = [.text("a name that is rather long"), .integer(1), .integer(2), .integer(3)]
        func shown(in width: Int) throws -> (line: String?, leftOut: [RowNotice]) {
            let (lines, notices) = try table(columns, width: width, rows: [row])
            return (lines.last, notices.filter { if case .columnLeftOut = $0 { true } else { false } })
        }
        #expect(try shown(in: 36) == ("a name that i…       1      2      3", []))
        #expect(try shown(in: 33) == ("a name that is ra…       1      3", [.columnLeftOut(heading: "first")]))
        #expect(
            try shown(in: 21) == ("a name that i…      3", ["second", "first"].map { .columnLeftOut(heading: $0) }))
    }

    @Test("texts are left out before numbers and days, the last first; the first column, labels and codes stay")
    func leftOut() throws {
        let columns = [
            Column("venue_code"), Column("code"), Column("title"), Column("kind"),
            Column("amount_yuan", alignment: .right), Column("signed_on"), Column("what", isLabel: true),
        ]
        let row: [Cell] = [
            .text("SH"), .text("D-2022-0001"), .text("高可靠耐高温涂层制备方法"), .text("development"), .decimal("2180000.00"),
            .text("2022-06-15"), .text("a deal of theirs"),
        ]
        func shown(in width: Int) throws -> (line: String?, leftOut: [RowNotice]) {
            let (lines, notices) = try table(columns, width: width, rows: [row], total: row)
            #expect(Set(lines.map(\.displayWidth)).count == 1)
            #expect(lines.last == lines[lines.count - 3])
            return (lines.last, notices.filter { if case .columnCut = $0 { false } else { true } })
        }
        #expect(
            try shown(in: 75) == (
                "SH      D-2022-0001  高可靠耐高…   2180000.00  2022-06-15  a deal of theirs",
                [.columnLeftOut(heading: "kind")]
            ))
        #expect(
            try shown(in: 50) == (
                "SH      D-2022-0001   2180000.00  a deal of theirs",
                ["title", "kind", "signed_on"].map { .columnLeftOut(heading: $0) }
            ))
        #expect(
            try shown(in: 20) == (
                "SH      D-2022-0001  a deal of theirs",
                ["title", "kind", "amount_yuan", "signed_on"].map { .columnLeftOut(heading: $0) }
                    + [.wider(width: 37, asked: 20)]
            ))
    }

    @Test("texts give way first, then headings stand on lines of their own; codes, days and numbers stay whole")
    func narrow() throws {
        let columns = [
            Column("venue_code"), Column("code"), Column("title"), Column("amount_yuan", alignment: .right),
            Column("signed_on"),
        ]
        let rows: [[Cell]] = [
            [.text("SH"), .text("D-2022-0001"), .text("高可靠耐高温涂层制备方法"), .decimal("2180000.00"), .text("2022-06-15")],
            [.text("BJ"), .text("技转 22"), .null, .null, .text("2022-06-13")],
        ]
        let (wide, wideNotices) = try table(columns, width: 66, rows: rows)
        #expect(wide[0] == "venue_code  code         title             amount_yuan  signed_on ")
        #expect(wide[2] == "SH          D-2022-0001  高可靠耐高温涂…    2180000.00  2022-06-15")
        #expect(wideNotices == [.columnCut(heading: "title", cells: 1, width: 16)])
        let (narrow, notices) = try table(columns, width: 54, rows: rows)
        #expect(
            narrow == [
                "venue_                             amount_            ",
                "code    code         title            yuan  signed_on ",
                "------  -----------  ---------  ----------  ----------",
                "SH      D-2022-0001  高可靠耐…  2180000.00  2022-06-15",
                "BJ      技转 22                             2022-06-13",
            ])
        #expect(notices == [.columnCut(heading: "title", cells: 1, width: 9)])
    }

    @Test(
        "what is like a code or a day stays whole, whatever the column is called; names of files and long texts are cut"
    )
    func likeCodes() throws {
        let rows: [[Cell]] = [
            [
                .text("SH/D-2022-0001"), .text(String(repeating: "x9", count: 20)), .text("2022-06-21"),
                .text("a/9.csv:7"),
            ],
            [.null, .text("a1"), .text("技术转让合同登记证明"), .null],
        ]
        let (lines, notices) = try table([Column("a"), Column("b"), Column("c"), Column("d")], width: 44, rows: rows)
        #expect(lines[2] == "SH/D-2022-0001  x9x9x9…  2022-06-21  a/9.cs…")
        #expect(
            notices == [
                .columnCut(heading: "b", cells: 1, width: 7), .columnCut(heading: "c", cells: 1, width: 10),
                .columnCut(heading: "d", cells: 1, width: 7),
            ])
    }

    @Test(
        "a heading breaks behind a bar and a blank, and beside wide characters, but not before a mark that closes",
        arguments: [
            ("venue_code", 6, ["venue_", "code"]), ("venue_code", 10, ["venue_code"]), ("签订日期", 4, ["签订", "日期"]),
            ("金额（元）", 6, ["金额", "（元）"]), ("a b c", 4, ["a b ", "c"]), ("command", 6, ["comma…"]), ("", 4, [""]),
        ])
    func headings(text: String, width: Int, lines: [String]) {
        #expect(TableHeading(text).lines(within: width) == lines)
    }

    @Test("a column whose first value that is there is a number stands to the right, and yuan have both decimals")
    func ofValues() throws {
        let columns = [Column("n", alignment: .ofValues), Column("t", alignment: .ofValues), Column("amount_yuan")]
        let (lines, _) = try table(
            columns, width: nil,
            rows: [
                [.null, .null, .decimal("1200000.0")], [.integer(10), .text("x"), .decimal("0.07")],
                [.integer(5), .integer(1), .decimal("1e20")],
            ])
        #expect(
            lines == [
                " n  t  amount_yuan", "--  -  -----------", "       1200000.0  ", "10  x  0.07       ",
                " 5  1  1e20       ",
            ])
        let money = Column("amount_yuan", alignment: .right, groupsThousands: true)
        let (grouped, _) = try table(
            [money], width: nil, rows: [[.decimal("1200000.0")], [.decimal("0.07")], [.decimal("5")]])
        #expect(grouped.dropFirst(2) == ["1,200,000.00", "        0.07", "           5"])
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
