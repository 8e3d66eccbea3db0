import Registry
import SQLite

extension Ledger {
    /// Corrects fields of a record, as if they had never been otherwise (clerical): the totals of every day change.
    ///
    /// - Parameters:
    ///   - texts: the new values, by field.
    ///   - cleared: fields that are to say nothing.
    /// - Throws: ``StoreError/refused(_:)`` with everything that is wrong, each under its field;
    ///   ``StoreError/cannotFollow(noun:name:_:)``.
    package func amend(
        _ asked: RecordName, _ texts: [String: String], clearing cleared: [String], by author: Author
    ) throws(StoreError) -> Correction {
        let noun = asked.noun
        func refuse(_ refusal: CorrectionRefusal) -> StoreError {
            .cannotFollow(noun: noun, name: "\(asked)", refusal)
        }
        var given = noun.fields.map { texts[$0.name] != nil }
        for field in cleared {
            let name = field.replacing("-", with: "_")
            guard let place = noun.place(of: name) else {
                let optional = noun.fields.filter { !$0.isRequired }.map(\.name)
                throw refuse(.unknownField(field, fields: optional))
            }
            guard !noun.fields[place].isRequired else { throw refuse(.cannotBeCleared(field: name)) }
            given[place] = true
        }
        let hand = HandWriting(noun, texts)
        try hand.read(in: ReadingContext(today: today, bareUnit: .yuan), isWhole: false)
        return try correct(asked, by: author) { id, name, desk throws(StoreError) in
            if let venue = name.venue {
                hand.set("venue", venue)
                hand.set("code", name.code)
            }
            if noun == .party, let other = texts["name"], PartyName.matched(other) != PartyName.matched(name.code) {
                throw refuse(.anotherParty(other))
            }
            if noun == .deal, let technical = hand.amount(of: "technical_amount") {
                try requireAmendments(of: id, from: technical, refuse)
            }
            guard try desk.writer(of: noun).amend(id, hand.mutableSlots, given: given) else {
                throw refuse(.nothingToCorrect)
            }
            return name
        }
    }
}

extension Ledger {
    /// The technical part of a price stays within what the deal was amended to.
    func requireAmendments(
        of deal: Int64, from technical: Amount, _ refuse: (CorrectionRefusal) -> StoreError
    ) throws(StoreError) {
        let events = try storing { () throws(SQLiteError) in try connection.dealEvents(of: deal) }.map(\.event)
        let least = events.filter { $0.kind == .amended }.map(\.amount).min { $0.fen < $1.fen }
        if let least, least.fen < technical.fen { throw refuse(.aboveAmended(technical, amended: least)) }
    }
}

extension RecordWriter {
    /// Makes a new version with other values in the given fields.
    ///
    /// - Parameters:
    ///   - slots: the values; what is not given is looked up, to be checked together.
    ///   - isVoid: whether it is void, and is to count again.
    /// - Returns: false where the record says the same already.
    func amend(
        _ id: Int64, _ slots: UnsafeMutableBufferPointer<Slot>, given: [Bool], from origin: Origin = .hand,
        isVoid: Bool = false
    ) throws(StoreError) -> Bool {
        let all = UnsafeBufferPointer(slots)
        if let found = try storing({ () throws(SQLiteError) in try refusal(of: all, given: given, in: id) }) {
            throw .refused([FieldRefusal(field: noun.fields[found.field].name, found.refusal)])
        }
        if let dated = noun.datedBy, let day = slots[noun.knownPlace(of: dated)].day {
            try requireEvents(of: id, from: day, field: dated)
        }
        var references = References()
        try resolve(all, &references, makingParties: true)
        let columns = table.columns.filter { column in
            if case .field(let field) = column.source { given[field] } else { false }
        }
        let before = try storing { () throws(SQLiteError) -> Contribution?? in
            let row = try change.connection.prepare(table.selectByIDSQL)
            try row.bind(id, at: 1)
            guard try row.step() else { return nil }
            if !isVoid, isSame(as: row, in: columns) { return nil }
            return .some(try reading.contribution(of: row, venues: venues, events: try events(ofRecord: id)))
        }
        guard let before else { return false }
        try requireServices(ofDeal: id, taking: columns)
        let step = try requireTies(of: id, all, taking: columns)
        try replace(
            id, setting: columns.map { ($0.name, cell(ofColumn: $0.name)) }, from: origin, isVoid: false, before: before
        )
        if let step { ties?.note(step) }
        return true
    }

    /// What a record contributes to the totals now.
    func contribution(of id: Int64) throws(SQLiteError) -> Contribution? {
        let row = try change.connection.prepare(table.selectByIDSQL)
        try row.bind(id, at: 1)
        guard try row.step() else { return nil }
        return try reading.contribution(of: row, venues: venues, events: try events(ofRecord: id))
    }

    private func events(ofRecord id: Int64) throws(SQLiteError) -> [DealEvent] {
        noun == .deal ? try events(of: id) : []
    }

    /// What is wrong with a record as a whole once it has other values in the given fields.
    private func refusal(
        of slots: UnsafeBufferPointer<Slot>, given: [Bool], in id: Int64
    ) throws(SQLiteError) -> (field: Int, refusal: Refusal)? {
        let row = try change.connection.prepare(table.selectByIDSQL)
        try row.bind(id, at: 1)
        guard try row.step() else { return noun.refusal(of: slots) }
        let whole = UnsafeMutableBufferPointer<Slot>.allocate(capacity: slots.count)
        defer { whole.deallocate() }
        _ = whole.initialize(from: slots)
        try fillIn(whole, given: given, from: row)
        guard let found = noun.refusal(of: UnsafeBufferPointer(whole)) else { return nil }
        // Told of the day that was typed, not of one that stands there.
        guard case .beforeStep(_, let step, let day) = found.refusal, !given[found.field],
            let later = whole[found.field].day
        else { return found }
        return (noun.knownPlace(of: step), .afterStep("\(day)", step: noun.fields[found.field].name, later))
    }

    /// Fills in what is not given, as a version of the record has it; of texts and of names only that they are there.
    func fillIn(
        _ slots: UnsafeMutableBufferPointer<Slot>, given: [Bool], from row: borrowing Statement
    ) throws(SQLiteError) {
        for (place, field) in noun.fields.enumerated() where !given[place] {
            let column = Int32(table.column(ofField: place) + 1)
            switch field.kind {
            case .amount:
                if let fen = try row.optionalInteger(at: column) { slots[place] = .amount(Amount(fen: fen)) }
            case .day:
                if let day = try row.optionalDay(at: column) { slots[place] = .day(day) }
            case .term(let vocabulary):
                let code = try row.optionalText(at: column)
                if let term = code.flatMap(vocabulary.place(ofCode:)) { slots[place] = .term(UInt8(term)) }
            case .venue, .record, .party:
                if try row.optionalInteger(at: column) != nil { slots[place] = .anything }
            case .text, .creditCode:
                if try row.optionalText(at: column) != nil { slots[place] = .anything }
            case .code: break
            }
        }
    }

    /// A record does not begin after what happened to it.
    private func requireEvents(of id: Int64, from day: Day, field: String) throws(StoreError) {
        let days = try storing { () throws(SQLiteError) -> [Day] in
            switch noun {
            case .deal: return try events(of: id).map(\.effectiveOn)
            case .listing: return try change.connection.listingEvents(of: id).map(\.event.effectiveOn)
            case .venue, .party, .intention, .demand, .registration, .instalment, .payment, .certificate, .service:
                return []
            }
        }
        guard let first = days.min(), day > first else { return }
        throw .refused([FieldRefusal(field: field, .afterItsEvents("\(day)", first: first))])
    }
}
