package import Registry
import SQLite

/// Records that a complete file does not have, though they are of its venue and of the span that it covers. They stay:
/// nothing is removed by itself.
///
/// None is missing that was ended by hand (a terminated deal, a withdrawn listing), nor one that was moved to the venue from
/// another one, whose files have it.
package struct MissingRecords: Sendable {
    package struct Record: Sendable {
        package let name: RecordName
        package let title: String?
        package let amount: Amount?
        package let day: Day
    }

    package let noun: Noun
    package let count: Int64
    /// The first few.
    package let names: [String]
    private let met: MetRecords

    package init?(_ met: MetRecords, of noun: Noun, in ledger: Ledger) throws(StoreError) {
        guard noun.belongsToVenue else { return nil }
        self.noun = noun
        self.met = met
        var (count, names) = (0 as Int64, [String]())
        try Self.forEach(met, noun, ledger) { record throws(StoreError) in
            count += 1
            if names.count < 5 { names.append("\(record.name)") }
        }
        (self.count, self.names) = (count, names)
    }

    /// Shows them one after the other, by venue and code; those that were voided meanwhile no more.
    package func forEach(in ledger: Ledger, _ take: (Record) throws(StoreError) -> Void) throws(StoreError) {
        try Self.forEach(met, noun, ledger, take)
    }

    private static func forEach(
        _ met: MetRecords, _ noun: Noun, _ ledger: Ledger, _ take: (Record) throws(StoreError) -> Void
    ) throws(StoreError) {
        guard let dated = noun.datedBy else { return }
        let money = noun.valuedBy.map { "\($0)_fen" } ?? "NULL"
        let end =
            switch noun {
            case .deal: ("deal_event", "deal_id", "terminated")
            case .listing: ("listing_event", "listing_id", "withdrawn")
            default: ("", "", "")
            }
        // An end that the venue itself has told of is no reason either to still have it.
        let isEnded =
            end.0.isEmpty
            ? "0"
            : "EXISTS (SELECT 1 FROM \(end.0) e WHERE e.\(end.1) = r.id AND e.kind = '\(end.2)' AND e.is_void = 0)"
        for venue in met.venues {
            let rows = try storing { () throws(SQLiteError) in
                let rows = try ledger.connection.prepare(
                    """
                    SELECT r.id, r.code, r.title, \(money), r.\(dated) FROM venue v
                    JOIN \(noun.rawValue) r ON r.venue_id = v.id
                    WHERE v.code = ?1 AND r.is_void = 0 AND NOT \(isEnded)
                      AND NOT EXISTS (SELECT 1 FROM former_code o WHERE o.noun = ?2 AND o.record_id = r.id
                        AND o.is_void = 0 AND o.venue_id <> r.venue_id)
                    ORDER BY r.code
                    """)
                try rows.bind([.text(venue), .text(noun.rawValue)])
                return rows
            }
            while try storing({ () throws(SQLiteError) in try rows.step() }) {
                let record = try storing { () throws(SQLiteError) -> Record? in
                    let day = try rows.withTextBytes(at: 4) { bytes in try? Day.read(bytes) }
                    guard let day, met.lacks(try rows.integer(at: 0), of: venue, on: day) else { return nil }
                    return Record(
                        name: RecordName(noun: noun, venue: venue, code: try rows.text(at: 1)),
                        title: try rows.optionalText(at: 2),
                        amount: try rows.optionalInteger(at: 3).map(Amount.init(fen:)),
                        day: day)
                }
                if let record { try take(record) }
            }
        }
    }
}
