import Registry
import RegistryStore

/// A venue as it was from one change on.
struct VenueVersion {
    let change: Int64
    let network: String
    let joinedOn: Day
    let leftOn: Day?
    let isVoid: Bool
    /// The lines of the totals that its records enter, without their kind and field.
    let series: SeriesSet
}

/// All versions of all venues: of a few dozen, so they are kept.
struct VenueBook {
    /// By id; from the oldest version to the present one.
    private let venues: [Int64: [VenueVersion]]

    init(_ ledger: Ledger, _ table: SealedTable, sums: inout FlowSums) throws(StoreError) {
        let rows = try ledger.versions(
            of: table, columns: ["code", "network", "region", "joined_on", "left_on", "is_void"])
        var venues: [Int64: [VenueVersion]] = [:]
        while try rows.next() {
            let values = rows.values
            var series = SeriesSet()
            series.all = sums.number(.all, [])
            series.venue = sums.number(.venue, Array(values[0].text ?? Bytes(start: nil, count: 0)))
            series.network = sums.number(.network, Array(values[1].text ?? Bytes(start: nil, count: 0)))
            series.region = sums.number(.region, Array(values[2].text ?? Bytes(start: nil, count: 0)))
            venues[rows.id, default: []].append(
                VenueVersion(
                    change: rows.change, network: values[1].text?.text ?? "",
                    joinedOn: values[3].day ?? Day(number: 0), leftOn: values[4].day,
                    isVoid: values[5].integer == 1, series: series))
        }
        self.venues = venues
    }

    func versions(of venue: Int64) -> [VenueVersion] { venues[venue] ?? [] }

    /// What the venues themselves do to the totals.
    func addFlows(to sums: inout FlowSums, roll: ChangeRoll) {
        for versions in venues.values {
            var before: (flows: [Flow], series: SeriesSet) = ([], SeriesSet())
            for venue in versions where roll.format(of: venue.change) != nil {
                let flows = Flow.ofVenue(
                    network: venue.network, joinedOn: venue.joinedOn, leftOn: venue.leftOn, isVoid: venue.isVoid)
                for flow in before.flows { sums.add(flow, to: before.series, change: venue.change, sign: -1) }
                for flow in flows { sums.add(flow, to: venue.series, change: venue.change) }
                before = (flows, venue.series)
            }
        }
    }
}

extension StoredValue {
    /// The value as a day written `YYYY-MM-DD`; nil for anything else.
    var day: Day? {
        guard case .text(let bytes) = self, bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
        return try? Day.read(bytes)
    }
}
