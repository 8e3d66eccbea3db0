import Registry
import SQLite

extension RecordWriter {
    /// Takes what a venue's records add to the totals along to its new network and region.
    func moveRecords(from old: VenueRecord, to new: VenueRecord) throws(SQLiteError) {
        guard old.network != new.network || old.region != new.region else { return }
        for noun in Noun.allCases where noun.belongsToVenue {
            // A writer keeps the lines of a venue by its id, which both have.
            let before = try RecordWriter(noun, in: change, desk: desk)
            let after = try RecordWriter(noun, in: change, desk: desk)
            let rows = try change.connection.prepare(before.table.selectByVenueSQL)
            try rows.bind(old.id, at: 1)
            while try rows.step() {
                let events = noun == .deal ? try events(of: try rows.integer(at: 0)) : []
                guard let found = try before.reading.contribution(of: rows, venues: venues, events: events)
                else { continue }
                let (flows, kind, field) = (found.flows, found.kind, found.field)
                before.add(Contribution(flows: flows, venue: old, kind: kind, field: field), sign: -1)
                after.add(Contribution(flows: flows, venue: new, kind: kind, field: field), sign: 1)
            }
        }
    }
}
