package import Registry
import SQLite

/// What became of a record from a day on; the totals of earlier days stand.
extension Ledger {
    /// Records new terms of a deal from a day on (amendment).
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func amend(
        _ name: RecordName, to amount: Amount, effectiveOn day: Day, by author: Author
    ) throws(StoreError) -> Correction {
        try record(DealEvent(kind: .amended, effectiveOn: day, amount: amount), of: name, by: author)
    }

    /// Ends a deal on a day: its amount in force and its count of one are taken back on it.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func terminate(_ name: RecordName, on day: Day, by author: Author) throws(StoreError) -> Correction {
        try record(DealEvent(kind: .terminated, effectiveOn: day, amount: Amount(fen: 0)), of: name, by: author)
    }

    /// Suspends, resumes or withdraws a listing. It stays in the count of listings.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func record(
        _ event: ListingEvent, of asked: RecordName, by author: Author
    ) throws(StoreError) -> Correction {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            let connection = self.connection
            let known = try storing { () throws(SQLiteError) in
                (
                    began: try connection.start("listed_on", of: .listing, id),
                    events: try connection.listingEvents(of: id)
                )
            }
            try check(name) { () throws(CorrectionRefusal) in
                try event.requirePast(today)
                try ListingEvent.check(
                    known.events.map(\.event) + [event], listedOn: known.began, new: known.events.count)
            }
            try storing { () throws(SQLiteError) in
                try desk.change.addRow(to: "listing_event", event.values(of: id))
            }
            return name
        }
    }

    /// Says that what was recorded of a day never happened: of several events on it the one recorded last.
    ///
    /// - Throws: ``StoreError/cannotFollow(noun:name:_:)``.
    package func voidEvent(of asked: RecordName, on day: Day, by author: Author) throws(StoreError) -> Correction {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            if asked.noun == .deal {
                try voidDealEvent(of: id, name, on: day, desk)
            } else {
                try voidListingEvent(of: id, name, on: day, desk)
            }
            return name
        }
    }

    private func record(_ event: DealEvent, of asked: RecordName, by author: Author) throws(StoreError) -> Correction {
        try correct(asked, by: author) { id, name, desk throws(StoreError) in
            let connection = self.connection
            let known = try storing { () throws(SQLiteError) in
                (
                    began: try connection.start("signed_on", of: .deal, id), events: try connection.dealEvents(of: id),
                    signed: try connection.first(
                        "SELECT amount_fen, technical_amount_fen FROM deal WHERE id = ?", .integer(id)
                    ) { row throws(SQLiteError) in
                        (
                            amount: Amount(fen: try row.integer(at: 0)),
                            technical: try row.optionalInteger(at: 1).map(Amount.init(fen:))
                        )
                    }
                )
            }
            let events = known.events.map(\.event)
            try check(name) { () throws(CorrectionRefusal) in
                try event.requirePast(today)
                try DealEvent.check(events + [event], signedOn: known.began, new: events.count)
                guard event.kind == .amended, let signed = known.signed else { return }
                let inForce = DealEvent.amountInForce(on: event.effectiveOn, signed: signed.amount, events)
                if event.amount == inForce { throw .amountInForce(inForce) }
                if let technical = signed.technical, event.amount < technical {
                    throw .belowTechnical(event.amount, technical: technical)
                }
            }
            try desk.writer(of: .deal).counting(id) { () throws(SQLiteError) in
                try desk.change.addRow(to: "deal_event", event.values(of: id))
            }
            return name
        }
    }

    private func voidDealEvent(
        of id: Int64, _ name: RecordName, on day: Day, _ desk: WriterDesk
    ) throws(StoreError) {
        let events = try storing { () throws(SQLiteError) in try connection.dealEvents(of: id) }
        guard let wrong = events.last(where: { $0.event.effectiveOn == day }) else {
            throw .cannotFollow(noun: .deal, name: "\(name)", .noEvent(on: day))
        }
        try desk.writer(of: .deal).counting(id) { () throws(SQLiteError) in
            try desk.change.replaceRow(wrong.row, of: "deal_event", wrong.event.values(of: id), isVoid: true)
        }
    }

    private func voidListingEvent(
        of id: Int64, _ name: RecordName, on day: Day, _ desk: WriterDesk
    ) throws(StoreError) {
        let known = try storing { () throws(SQLiteError) in
            (began: try connection.start("listed_on", of: .listing, id), events: try connection.listingEvents(of: id))
        }
        guard let place = known.events.lastIndex(where: { $0.event.effectiveOn == day }) else {
            throw .cannotFollow(noun: .listing, name: "\(name)", .noEvent(on: day))
        }
        var rest = known.events
        let wrong = rest.remove(at: place)
        try check(name) { () throws(CorrectionRefusal) in
            try ListingEvent.check(rest.map(\.event), listedOn: known.began, new: nil)
        }
        try storing { () throws(SQLiteError) in
            try desk.change.replaceRow(wrong.row, of: "listing_event", wrong.event.values(of: id), isVoid: true)
        }
    }

    private func check(_ name: RecordName, _ body: () throws(CorrectionRefusal) -> Void) throws(StoreError) {
        do throws(CorrectionRefusal) {
            try body()
        } catch {
            throw .cannotFollow(noun: name.noun, name: "\(name)", error)
        }
    }
}

extension RecordEvent {
    fileprivate func requirePast(_ today: Day) throws(CorrectionRefusal) {
        guard effectiveOn <= today else { throw .inTheFuture(effectiveOn, today: today) }
    }
}

extension RecordWriter {
    /// Writes what changes a record's contribution without making a new version of it.
    func counting(_ id: Int64, _ body: () throws(SQLiteError) -> Void) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            if let before = try contribution(of: id) { add(before, sign: -1) }
            try body()
            if let after = try contribution(of: id) { add(after, sign: 1) }
        }
    }
}
