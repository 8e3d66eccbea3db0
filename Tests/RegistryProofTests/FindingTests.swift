import RegistryProof
import Spreadsheets
import Testing

@Suite("Findings")
struct FindingTests {
    @Test("are rows with a cell for each column, null where there is nothing to say")
    func cells() {
        let finding = Finding(
            .ruleBroken, table: "deal", id: 7, record: "SH/D-2022-0001", change: 4, column: "amount_fen", found: "-1",
            expected: "0 or more")
        #expect(
            Finding.columns.map(\.name) == [
                "problem", "table", "id", "record", "change", "column", "found", "expected",
            ])
        #expect(
            finding.cells == [
                .text("rule_broken"), .text("deal"), .integer(7), .text("SH/D-2022-0001"), .integer(4),
                .text("amount_fen"), .text("-1"), .text("0 or more"),
            ])
        #expect(Finding(.fileDamaged).cells == [.text("file_damaged")] + Array(repeating: .null, count: 7))
    }
}
