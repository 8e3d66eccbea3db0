import Registry
import RegistryStore

/// All versions of what became of deals, handed out deal by deal in the order of their ids.
struct DealEvents {
    struct Version {
        let deal: Int64
        let id: Int64
        let change: Int64
        let replacedBy: Int64
        let isVoid: Bool
        let event: DealEvent
    }

    private let all: [Version]
    private var next = 0

    init(_ ledger: Ledger, _ table: SealedTable) throws(StoreError) {
        let rows = try ledger.versions(
            of: table, columns: ["deal_id", "kind", "effective_on", "amount_fen", "is_void"])
        var all: [Version] = []
        while try rows.next() {
            let values = rows.values
            // One that may not be is counted as nothing, so that no sum overflows; its rule tells of it.
            let fen = values[3].integer.flatMap { (0...Amount.largest.fen).contains($0) ? $0 : nil } ?? 0
            let isTermination = values[1].text?.elementsEqual("terminated".utf8) == true
            all.append(
                Version(
                    deal: values[0].integer ?? 0, id: rows.id, change: rows.change, replacedBy: rows.replacedBy ?? .max,
                    isVoid: values[4].integer != 0,
                    event: DealEvent(
                        kind: isTermination ? .terminated : .amended, effectiveOn: values[2].day ?? Day(number: 0),
                        amount: Amount(fen: fen))))
        }
        self.all = all.sorted { ($0.deal, $0.id, $0.change) < ($1.deal, $1.id, $1.change) }
    }

    /// - Parameter deal: greater than the one before.
    mutating func take(of deal: Int64) -> ArraySlice<Version> {
        while next < all.count, all[next].deal < deal { next += 1 }
        let first = next
        while next < all.count, all[next].deal == deal { next += 1 }
        return all[first..<next]
    }
}
