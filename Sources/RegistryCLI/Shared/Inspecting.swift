import Registry
import RegistryProof
import RegistryStore

/// Proves a copy of a registry before it is relied on, and says what does not hold.
enum Inspecting {
    static func all(_ ledger: Ledger) throws(StoreError) -> Int {
        let findings = try Verification(ledger).run()
        for finding in findings.prefix(10) { Terminal.say(("registry: " + Words.of(finding)).mapped(\.visible)) }
        if findings.count > 10 { Terminal.say(Words.moreFindings(findings.count - 10)) }
        return findings.count
    }

    static func say(lost digests: [String]) {
        guard let first = digests.first else { return }
        Terminal.say(Words.lost(digests.count, first: first))
    }
}
