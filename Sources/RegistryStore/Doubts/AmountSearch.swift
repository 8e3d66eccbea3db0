import Registry
import SQLite
import Spreadsheets

/// Holds the new amounts of a file against those that its venue's records have.
package struct AmountSearch {
    private let writer: RecordWriter
    private let book: AmountBook
    /// So many of the venue's records are looked at, those with the last codes.
    private static let mostKnown = 5000

    /// - Returns: nil of a noun without money, and of a registry that has no records of it yet.
    package init?(_ writer: RecordWriter) {
        guard writer.noun.valuedBy != nil, writer.lastOldID > 0 else { return nil }
        self.writer = writer
        book = AmountBook()
        writer.sealing.amounts = book
    }

    /// The doubts, once all rows are in and sealed; each is about the whole file.
    package func doubts() throws(StoreError) -> [Doubt] {
        guard let money = writer.noun.valuedBy else { return [] }
        var doubts: [Doubt] = []
        for (venue, new) in book.spreads where new.count >= AmountAlarm.leastNew {
            let known = try storing { () throws(SQLiteError) in
                var known = AmountSpread()
                try writer.change.connection.forEach(
                    """
                    SELECT \(money)_fen FROM \(writer.noun.rawValue) WHERE venue_id = ? AND id <= ? AND is_void = 0
                      AND \(money)_fen > 0 ORDER BY code DESC LIMIT \(Self.mostKnown)
                    """, .integer(venue), .integer(writer.lastOldID)
                ) { row throws(SQLiteError) in
                    known.add(try row.integer(at: 0))
                    return true
                }
                return known
            }
            guard let alarm = AmountAlarm(venue: venue, new: new, known: known),
                let code = writer.venues.all.first(where: { $0.id == venue })?.code
            else { continue }
            let said = Said([
                Said.Field("venue", theirs: .text(code), ours: .null),
                Said.Field("rows", theirs: .integer(Int64(alarm.newRows)), ours: .null),
                Said.Field("median_fen", theirs: .integer(alarm.medianFen), ours: .integer(alarm.usualFen)),
                Said.Field("power", theirs: .integer(Int64(alarm.power)), ours: .null),
            ])
            doubts.append(Doubt(.powerOfTen, writer.noun, record: nil, said))
        }
        return doubts
    }
}
