import Registry
import RegistryStore

extension AlteredColumns {
    /// What a party was called, by the digest that stands for it in the seal: from the name as it is matched, which is not
    /// sealed, and from its other versions.
    func identities(of suspect: Suspect, in plan: TablePlan) throws(StoreError) -> [[UInt8]: Altered] {
        guard let salt = plan.place(of: "salt"), let name = plan.place(of: "name"),
            let code = plan.place(of: "credit_code"), let match = plan.place(of: "match_name"),
            let erased = plan.place(of: "erased_sha256")
        else { return [:] }
        var own: [String?] = []
        var others: [[String?]] = []
        let rows = try ledger.versions(of: plan.table, columns: plan.columns, ofRow: suspect.id)
        while try rows.next() {
            let version = [salt, name, code].map { rows.values[$0].text?.text }
            others.append(version)
            guard rows.change == suspect.change else { continue }
            own = version
            if let digest = rows.values[erased].text?.text {
                let sealed = PartyIdentity.digest(salt: own[0] ?? "", name: own[1] ?? "", creditCode: own[2])
                return [Array(sealed.utf8): Altered(column: "erased_sha256", found: digest, expected: nil)]
            }
            others.append([nil, rows.values[match].text?.text, nil])
        }
        guard own.count == 3 else { return [:] }
        var found: [[UInt8]: Altered] = [:]
        for other in others {
            for (place, column) in ["salt", "name", "credit_code"].enumerated() {
                var sealed = own
                sealed[place] = other[place]
                guard let salt = sealed[0], let name = sealed[1] else { continue }
                let digest = PartyIdentity.digest(salt: salt, name: name, creditCode: sealed[2])
                found[Array(digest.utf8)] = Altered(column: column, found: own[place], expected: other[place])
            }
        }
        return found
    }
}
