import Glibc
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("A damaged file")
struct DamageTests {
    /// A flipped bit is found, or makes the file unreadable, or changes no recorded value; nothing else happens.
    @Test("is never taken for a sound one")
    func flippedBits() throws {
        let registry = try ProofRegistry(seed: 31, rounds: 2)
        registry.settle()
        let sound = try registry.folder.read("exchange.registry")
        let recorded = try Self.recorded(at: registry.path)
        var dice = Dice(seed: 500)
        var seen = (found: 0, refused: 0, harmless: 0)
        for _ in 0..<Tries.count(everyday: 60) {
            var bytes = sound
            let place = Int.random(in: bytes.indices, using: &dice)
            bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
            try registry.folder.write(bytes, to: "exchange.registry")
            for suffix in ["-wal", "-shm"] { unlink(registry.path + suffix) }
            switch registry.verdict() {
            case .success(let findings) where findings.isEmpty:
                seen.harmless += 1
                #expect(try Self.recorded(at: registry.path) == recorded, "byte \(place)")
            case .success: seen.found += 1
            case .failure(let error):
                seen.refused += 1
                #expect(Self.isAboutTheFile(error), "byte \(place): \(error)")
            }
        }
        #expect(seen.found > 0 && seen.harmless > 0, "\(seen)")
    }

    /// Whether the error is one of those that end with 74.
    private static func isAboutTheFile(_ error: StoreError) -> Bool {
        switch error {
        case .sqlite(let error): error.isCorrupt || error.isInputOutput
        case .notARegistry, .newerRegistry, .olderRegistry: true
        default: false
        }
    }

    /// Every row of every table that is recorded or derived.
    private static func recorded(at path: String) throws -> [String: [[Value]]] {
        let connection = try Connection(path: path, mode: .readOnly)
        var rows: [String: [[Value]]] = [:]
        for table in try Tampering.tables(connection) { rows[table] = try connection.rows("SELECT * FROM \(table)") }
        return rows
    }
}
