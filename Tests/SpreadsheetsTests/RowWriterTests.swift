import Spreadsheets
import Testing

struct RowWriterTests {
    private static let columns = [
        Column("code"), Column("buyer|name", heading: "买方"),
        Column("amount_fen", heading: "Amount", alignment: .right, groupsThousands: true),
        Column("rate", alignment: .right),
        Column("is_open"),
    ]

    private static let rows: [[Cell]] = [
        [.text("SH/1"), .text("上海, \"数据\"\n|所"), .integer(.max), .decimal("1.50"), .boolean(true)],
        [.text(""), .null, .integer(.min), .null, .boolean(false)],
    ]

    @Test("CSV has column names above, and null apart from empty text")
    func csv() throws {
        let sink = MemorySink()
        try print(with: CSVRows(to: sink))
        #expect(
            sink.text == """
                code,buyer|name,amount_fen,rate,is_open
                SH/1,"上海, ""数据""
                |所",9223372036854775807,1.50,true
                "",,-9223372036854775808,,false

                """)
    }

    @Test("JSON is one array with an object a line")
    func jsonArray() throws {
        let sink = MemorySink()
        try print(with: JSONRows(.array, to: sink))
        #expect(
            sink.text == #"""
                [
                  {"code": "SH/1", "buyer|name": "上海, \"数据\"\n|所", "amount_fen": 9223372036854775807, "rate": 1.50, "is_open": true},
                  {"code": "", "buyer|name": null, "amount_fen": -9223372036854775808, "rate": null, "is_open": false}
                ]

                """#)
    }

    @Test("JSON lines are the same objects without the array")
    func jsonLines() throws {
        let sink = MemorySink()
        try print(with: JSONRows(.lines, to: sink))
        #expect(
            sink.text == #"""
                {"code": "SH/1", "buyer|name": "上海, \"数据\"\n|所", "amount_fen": 9223372036854775807, "rate": 1.50, "is_open": true}
                {"code": "", "buyer|name": null, "amount_fen": -9223372036854775808, "rate": null, "is_open": false}

                """#)
    }

    @Test("Markdown escapes what would break its cells and shows the total")
    func markdown() throws {
        let sink = MemorySink()
        var writer = MarkdownRows(to: sink)
        try writer.begin([Column("a", heading: "A|B"), Column("n", alignment: .right)])
        try writer.row([.text("x|y\\z <b>\r\n\n\t\u{1B}[0m\u{2028}"), .integer(1)])
        try writer.row([.text("|\u{301}"), .null])
        try writer.total([.text("全部"), .integer(1)])
        try writer.end()
        #expect(
            sink.text == #"""
                | A\|B | n |
                | --- | ---: |
                | x\|y\\z \<b>    [0m  | 1 |
                | \|\#u{301} |  |
                | 全部 | 1 |

                """#)
    }

    @Test("no rows at all still make a valid document")
    func noRows() throws {
        let array = MemorySink()
        let lines = MemorySink()
        let csv = MemorySink()
        for writer in [JSONRows(.array, to: array), JSONRows(.lines, to: lines), CSVRows(to: csv)] as [any RowWriter] {
            var writer = writer
            try writer.begin([Column("a")])
            try writer.end()
        }
        #expect(array.text == "[]\n")
        #expect(lines.text.isEmpty)
        #expect(csv.text == "a\n")
    }

    @Test(
        "a row of the wrong length is refused, and nothing of it is written",
        arguments: RowFormat.allCases.filter { $0 != .table })
    func wrongLength(format: RowFormat) throws {
        let sink = MemorySink()
        var writer = try #require(Self.writer(for: format, to: sink))
        try writer.begin([Column("a"), Column("b")])
        let before = sink.bytes
        #expect(throws: WriteError.wrongCellCount(found: 1, expected: 2)) { try writer.row([.null]) }
        #expect(throws: WriteError.wrongCellCount(found: 3, expected: 2)) { try writer.row([.null, .null, .null]) }
        #expect(sink.bytes == before)
    }

    @Test("the forms for machines leave the total out", arguments: [RowFormat.json, .jsonl, .csv])
    func noTotal(format: RowFormat) throws {
        let sink = MemorySink()
        var writer = try #require(Self.writer(for: format, to: sink))
        try writer.begin([Column("a")])
        let before = sink.bytes
        try writer.total([.integer(99)])
        #expect(sink.bytes == before)
    }

    private func print(with writer: any RowWriter) throws {
        var writer = writer
        try writer.begin(Self.columns)
        for row in Self.rows { try writer.row(row) }
        #expect(try writer.end().isEmpty)
    }

    /// The table is drawn, and tested, elsewhere.
    private static func writer(for format: RowFormat, to sink: MemorySink) -> (any RowWriter)? {
        switch format {
        case .table: nil
        case .json: JSONRows(.array, to: sink)
        case .jsonl: JSONRows(.lines, to: sink)
        case .csv: CSVRows(to: sink)
        case .markdown: MarkdownRows(to: sink)
        }
    }
}
