import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("A value altered by another program")
struct TamperTests {
    @Test("is found, and its record is named")
    func named() throws {
        let registry = try ProofRegistry(seed: 11)
        let connection = try registry.stranger()
        let tables = try Tampering.tables(connection)
        // Each that a seal covers has rows here, and versions that were replaced.
        for table in SealFormat.current.tables {
            #expect(tables.contains(table.name) && (!table.isVersioned || tables.contains("\(table.name)_history")))
        }
        var dice = Dice(seed: UInt64(Tries.asked ?? 500))
        var missed: [String] = []
        var (done, told) = (0, 0)
        while done < Tries.count(everyday: 60) {
            let table = tables[done % tables.count]
            guard let tampering = try Tampering(of: table, connection, &dice),
                try tampering.apply(to: connection)
            else { continue }
            let findings = try registry.findings()
            if !findings.contains(where: tampering.isNamed) {
                missed.append("\(tampering): \(findings.prefix(5).map(\.cells))")
            }
            for finding in findings where tampering.isNamed(by: finding) && finding.column != nil {
                guard [.rowDiffers, .sealDiffers].contains(finding.problem) else { continue }
                told += 1
                // What is told of a column is right, and so is what it held.
                #expect(finding.column == tampering.column, "\(tampering): \(finding.cells)")
                #expect(finding.expected == tampering.oldText, "\(tampering): \(finding.cells)")
            }
            try tampering.takeBack(from: connection)
            done += 1
        }
        #expect(missed == [])
        #expect(told * 3 > done, "\(told) of \(done)")
        #expect(try registry.findings() == [])
    }
}
