package import Registry
import SQLite
import Spreadsheets

/// What a row of a file is to the record of the same name.
package enum Meeting: Sendable {
    /// There is none.
    case absent
    case unchanged
    /// The venue's word differs from its last word: corrected.
    case changed
    /// The change that recorded it was taken back, so that it was as if it never had been; it is there again.
    case revived
    /// It differs, and a hand was between or the record is void, or it would begin after what became of it: for review; the
    /// record stays.
    case conflict
    /// This very change recorded it already.
    case doubled
}

extension RecordWriter {
    /// Holds a row against the record of its name, and corrects the record where the venue changed its word (law 8).
    ///
    /// - Parameter given: for each field, whether the file speaks of it; of the others the record keeps its own.
    package func meet(
        _ slots: UnsafeBufferPointer<Slot>, given: [Bool], from origin: Origin
    ) throws(StoreError) -> Meeting {
        desk.origin = origin
        var references = References()
        try resolve(slots, &references, makingParties: false)
        let found: (id: Int64, meeting: Meeting, before: Contribution?)?
        do throws(SQLiteError) {
            found = try compare(given: given)
        } catch {
            throw .sqlite(error)
        }
        guard let found else { return .absent }
        if found.meeting == .changed || found.meeting == .revived {
            references = References()
            try resolve(slots, &references, makingParties: true)
            noteReferences(references)
            // Of what never was, nothing stays that the row does not say.
            let spoken = found.meeting == .revived ? zip(given, noun.fields).map { $0 || !$1.isRequired } : given
            let columns = fieldsToSet(spoken)
            try replace(
                found.id, setting: columns.map { ($0.name, cell(ofColumn: $0.name)) }, from: origin,
                isVoid: false, before: found.before)
        }
        return found.meeting
    }

    private func compare(
        given: [Bool]
    ) throws(SQLiteError) -> (id: Int64, meeting: Meeting, before: Contribution?)? {
        let select = try change.connection.prepare(table.selectByIdentitySQL)
        for (place, name) in table.identity.enumerated() {
            try cell(ofColumn: name).bind(to: select, at: Int32(place + 1))
        }
        if try select.step() { return try compare(select, given: given) }
        guard noun.belongsToVenue, case .integer(let venue) = cell(ofColumn: "venue_id"),
            case .text(let code) = cell(ofColumn: "code"),
            let moved = try desk.formerCode(noun, venue: venue, code: code)
        else { return nil }
        let now = try change.connection.prepare(table.selectByIDSQL)
        try now.bind(moved, at: 1)
        return try now.step() ? try compare(now, given: given) : nil
    }

    private func compare(
        _ select: borrowing Statement, given: [Bool]
    ) throws(SQLiteError) -> (id: Int64, meeting: Meeting, before: Contribution?) {
        let id = try select.integer(at: 0)
        let first = Int32(table.columns.count + 1)
        let isVoid = try select.integer(at: first) == 1
        if try select.integer(at: first + 1) == change.number { return (id, .doubled, nil) }
        let isFromFile = try !select.isNull(at: first + 2)
        let columns = fieldsToSet(given)
        let isSame = try isSame(as: select, in: columns)
        if isVoid, try change.connection.isVoidByReversal(id, in: table.name) {
            return (id, try beginsAfterItsEvents(id) ? .conflict : .revived, nil)
        }
        if isFromFile {
            if isSame && !isVoid { return (id, .unchanged, nil) }
            if isVoid { return (id, isSame ? .unchanged : .conflict, nil) }
            let events = noun == .deal ? try events(of: id) : []
            if noun == .deal, try hasEventByHand(id) {
                let agrees = try agrees(select, columns, with: events)
                return (id, agrees ? .unchanged : .conflict, nil)
            }
            if noun == .listing || !events.isEmpty, try beginsAfterItsEvents(id) { return (id, .conflict, nil) }
            let before = try reading.contribution(of: select, venues: venues, events: events)
            return (id, .changed, before)
        }
        // The current version is a hand's: the venue's last word, if it ever had one, stands in the history.
        if isSame && !isVoid { return (id, .unchanged, nil) }
        let last = try change.connection.prepare(table.selectLastFromFileSQL)
        try last.bind(id, at: 1)
        if try last.step(), try self.isSame(as: last, in: columns) { return (id, .unchanged, nil) }
        return (id, .conflict, nil)
    }

    /// Whether somebody said by hand what became of a deal, so that a hand is between the venue's words.
    private func hasEventByHand(_ deal: Int64) throws(SQLiteError) -> Bool {
        try change.connection.first(
            "SELECT 1 FROM deal_event WHERE deal_id = ? AND is_void = 0 AND file_id IS NULL LIMIT 1", .integer(deal)
        ) { _ throws(SQLiteError) in true } ?? false
    }

    /// Whether a row says of a record a day later than what became of it.
    private func beginsAfterItsEvents(_ id: Int64) throws(SQLiteError) -> Bool {
        guard noun == .deal || noun == .listing, let dated = noun.datedBy, case .text(let day) = cell(ofColumn: dated)
        else { return false }
        return try change.connection.first(
            """
            SELECT 1 FROM \(table.name)_event WHERE \(table.name)_id = ? AND is_void = 0 AND effective_on < ? LIMIT 1
            """, .integer(id), .text(day.text)
        ) { _ throws(SQLiteError) in true } ?? false
    }

    /// Whether a row says of an amended deal what is in force by hand already.
    private func agrees(
        _ select: borrowing Statement, _ columns: [RecordTable.Column], with events: [DealEvent]
    ) throws(SQLiteError) -> Bool {
        guard case .integer(let fen) = cell(ofColumn: "amount_fen"),
            !events.contains(where: { $0.kind == .terminated }),
            let last = DealEvent.inOrder(events).last?.event, last.amount.fen == fen
        else { return false }
        return try isSame(as: select, in: columns.filter { $0.name != "amount_fen" })
    }

    /// Whether the cells of some columns say what a stored version says.
    func isSame(as row: borrowing Statement, in columns: [RecordTable.Column]) throws(SQLiteError) -> Bool {
        for column in columns {
            guard try cell(of: column).isSame(as: row, at: Int32(column.place + 1)) else { return false }
        }
        return true
    }

    /// The columns that a row may change: those the file speaks of, without what makes the record's name.
    private func fieldsToSet(_ given: [Bool]) -> [RecordTable.Column] {
        if let columnsSet, columnsSet.given == given { return columnsSet.columns }
        let columns = table.columns.filter { column in
            guard case .field(let field) = column.source, given[field] else { return false }
            return !table.identity.contains(column.name) && !(noun == .party && column.name == "name")
        }
        columnsSet = (given, columns)
        return columns
    }

    var venues: VenueDirectory { desk.directory }

    func events(of deal: Int64) throws(SQLiteError) -> [DealEvent] {
        try change.connection.dealEvents(of: deal).map(\.event)
    }
}

extension RecordWriter {
    /// Looks only at what a row names.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where that is not there.
    package func checkNames(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) {
        guard noun.belongsToVenue, let code = slots[noun.knownPlace(of: "venue")].text else { return }
        let venue = try desk.venue(code)
        if let place = noun.place(of: "listing"), let listing = slots[place].text {
            _ = try desk.listing(listing, venue: venue.id, mayBeVoid: true)
        }
    }

    /// Whether a record of that name may have been there before this change: false for a venue that had none, whose rows
    /// need not be looked up one by one.
    package func mayBeThere(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) -> Bool {
        guard lastOldID > 0 else { return false }
        guard noun.belongsToVenue, let code = slots[noun.knownPlace(of: "venue")].text else { return true }
        let venue = try desk.venue(code)
        if let known = venuesThatHad[venue.id] { return known }
        let had = try storing { () throws(SQLiteError) -> Bool in
            let had = try change.connection.first(
                "SELECT 1 FROM \(table.name) WHERE venue_id = ? AND change_id <> ? LIMIT 1", .integer(venue.id),
                .integer(change.number)
            ) { _ throws(SQLiteError) in true }
            // The code of a record that was moved away still means that record.
            return if let had { had } else { try desk.hasFormerCodes(noun, venue: venue.id) }
        }
        venuesThatHad[venue.id] = had
        return had
    }
}
