import RegistryStore
import SQLite

/// Looks over a copy of a registry before it is relied on, and says what does not hold.
enum Inspecting {
    static func all(_ ledger: Ledger) throws(StoreError) -> Int {
        let faults = try ledger.faultsOfFile()
        for fault in faults { Terminal.say("registry: \(fault)".visible) }
        return faults.count
    }

    static func say(lost digests: [String]) {
        guard let first = digests.first else { return }
        let many = digests.count == 1 ? "1 imported file is" : "\(digests.count) imported files are"
        Terminal.say(
            "note: \(many) not kept any more, or damaged: \(first.prefix(12))…; import it again to have it kept")
    }
}
