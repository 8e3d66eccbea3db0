import RegistryProof
import Testing

@Suite("An untouched registry")
struct UntouchedTests {
    @Test("is proven, whatever was recorded", arguments: [1, 2, 3] as [UInt64])
    func proven(seed: UInt64) throws {
        let registry = try ProofRegistry(seed: seed)
        #expect(try registry.findings(withFiles: true) == [])
        #expect(try registry.findings(against: registry.checkpoint()) == [])
    }
}
