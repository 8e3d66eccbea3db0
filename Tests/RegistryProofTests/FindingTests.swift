import RegistryProof
import Spreadsheets
import Testing

@Suite("Findings")
struct FindingTests {
    @Test("are rows with a cell for each column, null where there is nothing to say")
    func cells() {
        let finding = Finding(
            .rule, table: "deal", record: "SH/D-2022-0001", change: 4, column: "amount_fen", found: "-1",
            expected: "0 or more")
        #expect(Finding.columns.map(\.name) == ["check", "table", "record", "change", "column", "found", "expected"])
        #expect(
            finding.cells == [
                .text("rule"), .text("deal"), .text("SH/D-2022-0001"), .integer(4), .text("amount_fen"), .text("-1"),
                .text("0 or more"),
            ])
        #expect(Finding(.file).cells == [.text("file")] + Array(repeating: .null, count: 6))
    }
}
