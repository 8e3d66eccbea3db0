import Registry
import RegistryProof
import RegistryStore
import TestSupport
import Testing

@Suite("A checkpoint")
struct CheckpointTests {
    @Test("catches a history that was rewritten and sealed anew, where nothing else can")
    func rewritten() throws {
        let registry = try ProofRegistry(seed: 21, rounds: 2)
        let checkpoint = try registry.checkpoint()
        try registry.grow()
        registry.settle()
        let forger = Forger(registry: registry, connection: try registry.stranger())
        var dice = Dice(seed: 50)
        for _ in 0..<Tries.count(everyday: 6, most: 50) {
            try forger.alter(upTo: checkpoint.change, &dice)
            // Without a copy from elsewhere a whole forgery looks like the truth.
            #expect(try registry.findings() == [])
            let found = try registry.findings(against: checkpoint)
            #expect(found.map(\.problem) == [.checkpointDiffers] && found.first?.column == "seal")
            #expect(found.first?.change == checkpoint.change && found.first?.expected == checkpoint.seal)
        }
    }

    @Test("is read back as it was written, and holds while the registry grows")
    func written() throws {
        let registry = try ProofRegistry(seed: 22, rounds: 1)
        let checkpoint = try registry.checkpoint()
        #expect(try Checkpoint(checkpoint.document) == checkpoint)
        try registry.grow()
        #expect(try registry.findings(against: checkpoint) == [])
        #expect(try registry.checkpoint() != checkpoint)
    }

    @Test("of another registry, or with other totals, is told apart")
    func other() throws {
        let registry = try ProofRegistry(seed: 23, rounds: 1)
        let other = try ProofRegistry(seed: 23, rounds: 1).checkpoint()
        let columns = try registry.findings(against: other).map(\.column)
        #expect(columns == ["seal", "recorded_at"])
        let own = String(decoding: try registry.checkpoint().document, as: UTF8.self)
        let altered = own.replacing("\"row_versions\": ", with: "\"row_versions\": 1")
        #expect(try registry.findings(against: try Checkpoint(Array(altered.utf8))).map(\.column) == ["row_versions"])
    }

    @Test(
        "that is malformed is refused",
        arguments: [
            ("", .notJSON(byteOffset: 0)), ("{", .notJSON(byteOffset: 1)), ("[1]", .notJSON(byteOffset: 0)),
            ("{} ", .keyMissing("registry_checkpoint")), (#"{"a": {}}"#, .notJSON(byteOffset: 6)),
            (#"{"registry_checkpoint": 2}"#, .otherForm(2)),
            (#"{"registry_checkpoint": "1"}"#, .badValue(key: "registry_checkpoint")),
            (#"{"registry_checkpoint": 1, "registry_checkpoint": 1}"#, .keyTwice("registry_checkpoint")),
            (#"{"registry_checkpoint": 1, "change": 0}"#, .badValue(key: "change")),
            (#"{"registry_checkpoint": 1, "change": 1.0}"#, .badValue(key: "change")),
            (#"{"registry_checkpoint": 1, "change": 99999999999999999999}"#, .badValue(key: "change")),
            (#"{"registry_checkpoint": 1, "change": 1, "recorded_at": "2026-11-23"}"#, .badValue(key: "recorded_at")),
            (Self.sound.replacing("abcdef", with: "ABCDEF"), .badValue(key: "seal")),
            (Self.sound.replacing("abcdef", with: "abcde"), .badValue(key: "seal")),
            (Self.sound.replacing("06-21", with: "06-31"), .badValue(key: "as_of")),
            (Self.sound.replacing("\"deals\": 1", with: "\"deals\": null"), .badValue(key: "deals")),
            (Self.sound.replacing("deals", with: "meals"), .keyUnknown("meals")),
            (Self.sound.replacing("\"row_versions\": 3, ", with: ""), .keyMissing("row_versions")),
            (Self.sound + "{}", .notJSON(byteOffset: Self.sound.utf8.count)),
        ] as [(String, CheckpointFault)])
    func malformed(document: String, fault: CheckpointFault) {
        #expect(throws: fault) { try Checkpoint(Array(document.utf8)) }
    }

    private static let sound = """
        {"registry_checkpoint": 1, "change": 2, "recorded_at": "2026-11-23T06:13:00.123456Z", \
        "seal": "\(String(repeating: "0", count: 58))abcdef", "row_versions": 3, "as_of": "2022-06-21", "deals": 1}
        """
}
