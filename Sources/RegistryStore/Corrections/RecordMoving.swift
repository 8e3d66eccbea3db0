import Registry
import SQLite

extension Ledger {
    /// Gives a record the venue and code that it should have had. Its history stays one, and the old code points on.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``; ``StoreError/refused(_:)`` for a venue that is not there.
    package func move(_ asked: RecordName, to target: RecordName, by author: Author) throws(StoreError) -> Correction {
        let noun = asked.noun
        do throws(Refusal) {
            try target.code.withBytes { code throws(Refusal) in
                _ = try noun.fields[noun.knownPlace(of: "code")].read(code, in: ReadingContext(today: today))
            }
        } catch {
            throw .refused([FieldRefusal(field: "to", error)])
        }
        return try correct(asked, by: author) { id, name, desk throws(StoreError) in
            func refuse(_ refusal: CorrectionRefusal) -> StoreError {
                .cannotFollow(noun: noun, name: "\(name)", refusal)
            }
            guard target != name else { throw refuse(.sameName) }
            guard let venue = desk.directory.find(target.venue ?? "") else {
                throw .refused([FieldRefusal(field: "to", desk.directory.unknown(target.venue ?? ""))])
            }
            let old = try desk.directory.venue(name.venue ?? "")
            if let there = try find(target), there.movedTo == nil || there.id != id {
                throw refuse(
                    there.movedTo.map { .takenByMoved("\(target)", now: "\($0)") } ?? .taken("\(target)"))
            }
            if old.id != venue.id, let why = try whatHolds(noun, id) { throw refuse(why) }
            let change = desk.change
            try storing { () throws(SQLiteError) in
                try change.pointOn(noun, venue: venue.id, code: target.code, to: id, isVoid: true)
                try change.pointOn(noun, venue: old.id, code: name.code, to: id, isVoid: false)
            }
            let writer = try desk.writer(of: noun)
            let before = try storing { () throws(SQLiteError) in try writer.contribution(of: id) }
            try target.code.withBytes { code throws(StoreError) in
                try writer.replace(
                    id, setting: [("venue_id", .integer(venue.id)), ("code", .text(code))], from: .hand, isVoid: false,
                    before: before)
            }
            return target
        }
    }

    /// A deal and its listing are of one venue, a registration and its deal too: what keeps a record at its own.
    private func whatHolds(_ noun: Noun, _ id: Int64) throws(StoreError) -> CorrectionRefusal? {
        try storing { () throws(SQLiteError) in
            if noun == .deal {
                let listing = try connection.first(
                    "SELECT l.code FROM deal d JOIN listing l ON l.id = d.listing_id WHERE d.id = ?", .integer(id)
                ) { row throws(SQLiteError) in try row.text(at: 0) }
                if let listing { return .namesListing(listing) }
            }
            for (namer, column) in noun.namers {
                let count = try connection.first(
                    "SELECT count(*) FROM \(namer.rawValue) WHERE \(column) = ? AND is_void = 0", .integer(id)
                ) { row throws(SQLiteError) in try row.integer(at: 0) }
                if let count, count > 0 { return .namedByRecords(namer, count, of: noun) }
            }
            return nil
        }
    }
}
