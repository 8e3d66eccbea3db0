import Registry
import RegistryStore

/// What changes did to the totals of settled deals: a deal, its events and its payments together tell when it is settled.
struct SettledFlows {
    let venues: VenueBook
    let roll: ChangeRoll

    func add(_ ledger: Ledger, to sums: inout FlowSums) throws(StoreError) {
        try ledger.eachAccount { account throws(StoreError) in add(account, to: &sums) }
    }

    private func add(_ account: AccountVersions, to sums: inout FlowSums) {
        var changes = Set(account.changes)
        for venue in Set(account.changes.compactMap { account.terms(at: $0)?.venue }) {
            changes.formUnion(venues.versions(of: venue).map(\.change))
        }
        var before: (flows: [Flow], series: SeriesSet) = ([], SeriesSet())
        for change in changes.sorted() where roll.format(of: change) != nil {
            let after = contribution(of: account, at: change, &sums)
            for flow in before.flows { sums.add(flow, to: before.series, change: change, sign: -1) }
            for flow in after.flows { sums.add(flow, to: after.series, change: change) }
            before = after
        }
    }

    private func contribution(
        of account: AccountVersions, at change: Int64, _ sums: inout FlowSums
    ) -> (flows: [Flow], series: SeriesSet) {
        guard let flows = account.account(at: change)?.flows, !flows.isEmpty, let terms = account.terms(at: change),
            let venue = venues.versions(of: terms.venue).last(where: { $0.change <= change })
        else { return ([], SeriesSet()) }
        var series = venue.series
        series.kind = sums.number(.kind, Array(terms.kind.utf8))
        series.field = sums.number(.field, Array((terms.field ?? "").utf8))
        return (flows, series)
    }
}
