import RegistryReports
import Spreadsheets
import Testing

struct RowWritersTests {
    @Test(
        "each form has its own writer",
        arguments: [
            (RowFormat.table, "a \n--\n数\n"), (.json, "[\n  {\"a\": \"数\"}\n]\n"), (.jsonl, "{\"a\": \"数\"}\n"),
            (.csv, "a\n数\n"), (.markdown, "| a |\n| --- |\n| 数 |\n"),
        ])
    func forms(format: RowFormat, expected: String) throws {
        let sink = MemorySink()
        var writer = rowWriter(for: format, to: sink, width: 80)
        try writer.begin([Column("a")])
        try writer.row([.text("数")])
        #expect(try writer.end().isEmpty)
        #expect(sink.text == expected)
    }

    @Test("the width reaches the table")
    func width() throws {
        var writer = rowWriter(for: .table, to: MemorySink(), width: 6)
        try writer.begin([Column("a")])
        try writer.row([.text("1234567")])
        #expect(try writer.end() == [.columnCut(heading: "a", cells: 1, width: 6)])
    }
}
