package import Registry
import SQLite

/// What is looked at of a row before it is held against a record.
extension RecordWriter {
    /// Looks only at what a row names.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where that is not there.
    package func checkNames(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) {
        guard let venueField, let code = slots[venueField].text else { return }
        let venue = try desk.venueID(code)
        for (field, named) in namingFields {
            if let code = slots[field].text { _ = try desk.named(named, code, venue: venue, mayBeVoid: true) }
        }
    }

    /// Whether what a row names of its own noun is there.
    package func knowsOwn(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) -> Bool {
        guard let venueField, let venue = slots[venueField].text else { return true }
        for (field, named) in namingFields where named == noun {
            guard let code = slots[field].text else { continue }
            if mayBeQueued(code) { try flush() }
            do throws(StoreError) {
                let venue = try desk.venueID(venue)
                _ = try desk.named(named, code, venue: venue, mayBeVoid: true)
            } catch {
                guard case .refused = error else { throw error }
                return false
            }
        }
        return true
    }

    /// Looks at the parties that a row names, so that none is made of a row that is refused for another.
    ///
    /// - Throws: ``StoreError/refused(_:)`` where one cannot be named any more.
    package func checkParties(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) {
        let names = noun.fields.indices.filter { noun.fields[$0].kind == .party }.compactMap { slots[$0].text }
        guard names.count > 1 else { return }
        for name in names { try desk.requireNameable(name) }
    }

    /// Whether a record of that name may have been there before this change: false for a venue that had none, whose rows
    /// need not be looked up one by one.
    package func mayBeThere(_ slots: UnsafeBufferPointer<Slot>) throws(StoreError) -> Bool {
        guard lastOldID > 0 else { return false }
        guard let venueField, let code = slots[venueField].text else { return true }
        let venue = try desk.venueID(code)
        if let known = venuesThatHad[venue] { return known }
        let had = try storing { () throws(SQLiteError) -> Bool in
            let had = try change.connection.first(
                "SELECT 1 FROM \(table.name) WHERE venue_id = ? AND change_id <> ? LIMIT 1", .integer(venue),
                .integer(change.number)
            ) { _ throws(SQLiteError) in true }
            // The code of a record that was moved away still means that record.
            return if let had { had } else { try desk.hasFormerCodes(noun, venue: venue) }
        }
        venuesThatHad[venue] = had
        return had
    }
}
