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
    /// Its amount is the record's, times or by a power of ten: for review; the record stays.
    case suspect
    /// This very change recorded it already.
    case doubled
}

extension RecordWriter {
    /// Holds a row against the record of its name, and corrects the record where the venue changed its word (law 8). What a
    /// person has to decide is left in ``doubt``, and the record in ``metRecord``.
    ///
    /// - Parameters:
    ///   - given: for each field, whether the file speaks of it; of the others the record keeps its own.
    ///   - effectiveOn: the day from which the row's amount holds, where the file tells it: an amendment.
    ///   - events: all that became of the record, where the file tells it. They are taken with a record that is new; of one
    ///     that is there they must be the same.
    ///   - known: ids of what it names, as far as they are known.
    package func meet(
        _ slots: UnsafeBufferPointer<Slot>, given: [Bool], from origin: Origin, effectiveOn: Day? = nil,
        events: EventList? = nil, _ known: References = References()
    ) throws(StoreError) -> Meeting {
        var references = known
        try resolve(slots, &references, makingParties: false)
        let file = try met(given)
        let found = try storing { () throws(SQLiteError) in
            try judge(
                MetRow(slots: slots, columns: file.columns, effectiveOn: effectiveOn, events: events),
                among: file.stored)
        }
        guard let found else { return .absent }
        (metRecord, doubt) = (found.record, found.doubt)
        if let ours = found.otherEvents {
            let refusal = Refusal.otherEvents(events?.text ?? "", ours: ours.text)
            throw .refused([FieldRefusal(field: EventList.heading, refusal)])
        }
        if found.meeting == .changed, noun.isOfSettlement || noun == .certificate,
            found.columns.contains(where: { $0.name == "deal_id" })
        {
            let name = try storing { () throws(SQLiteError) in try change.connection.name(of: noun, found.record) }
            throw .refused([FieldRefusal(field: "code", .codeOfAnotherDeal("\(name)"))])
        }
        guard found.meeting == .changed || found.meeting == .revived else { return found.meeting }
        file.stored.leave()
        // Of what never was, nothing stays that the row does not say.
        let columns =
            found.meeting == .revived
            ? columnsToSet(zip(given, noun.fields).map { $0 || !$1.isRequired }) : found.columns
        let step = try requireTies(of: found.record, slots, taking: columns)
        desk.origin = origin
        references = References()
        try resolve(slots, &references, makingParties: true)
        noteReferences(references)
        if !columns.isEmpty {
            try replace(
                found.record, setting: columns.map { ($0.name, cell(ofColumn: $0.name)) }, from: origin,
                isVoid: false, before: found.before)
        }
        if let step { ties?.note(step) }
        if let event = found.event { try record(event, of: found.record, from: origin) }
        if found.meeting == .revived, let events,
            try storing({ () throws(SQLiteError) in try eventList(of: found.record) }).isEmpty
        {
            try add(events, of: found.record, from: origin)
        }
        return found.meeting
    }

    private func judge(_ row: MetRow, among stored: RecordsByName) throws(SQLiteError) -> Verdict? {
        if try stored.find(cells) {
            let id = try stored.id()
            // As nearly every row of a file that comes every night.
            if try stored.isSame(as: cells, before: change.number), try agrees(row.events, with: id) {
                return Verdict(id, .unchanged)
            }
            return try judge(row, id)
        }
        guard noun.belongsToVenue, case .integer(let venue) = cell(ofColumn: "venue_id"),
            case .text(let code) = cell(ofColumn: "code"),
            let moved = try desk.formerCode(noun, venue: venue, code: code)
        else { return nil }
        return try judge(row, moved)
    }

    private func judge(_ row: MetRow, _ id: Int64) throws(SQLiteError) -> Verdict? {
        let record = try change.connection.prepare(table.selectByIDSQL)
        try record.bind(id, at: 1)
        return try record.step() ? try judge(row, record) : nil
    }

    /// Whether nothing became of a record, which says what its row says, but what the row tells.
    private func agrees(_ told: EventList?, with id: Int64) throws(SQLiteError) -> Bool {
        // Where the row does not speak of it, the venue may yet have given other terms.
        guard let told else { return try !mayBeAmended() }
        return try told == eventList(of: id)
    }

    /// Whether the venue may have given a record other terms since it was recorded.
    private func mayBeAmended() throws(SQLiteError) -> Bool { noun == .deal ? try desk.anyEventFromFile() : false }

    private func judge(_ row: MetRow, _ record: borrowing Statement) throws(SQLiteError) -> Verdict {
        let id = try record.integer(at: 0)
        let first = Int32(table.columns.count + 1)
        let isVoid = try record.integer(at: first) == 1
        if try record.integer(at: first + 1) == change.number { return Verdict(id, .doubled) }
        let isFromFile = try !record.isNull(at: first + 2)
        let isSame = try agrees(with: record, in: row.columns)
        if isVoid, try change.connection.isVoidByReversal(id, in: table.name) {
            let events = noun == .deal ? try change.connection.dealEvents(of: id).map(\.event) : []
            // What the row does not say is gone then.
            let taken = row.columns + table.columns.filter { $0.name == "technical_amount_fen" }
            if let told = row.events, case let ours = try eventList(of: id), !ours.isEmpty, told != ours {
                return Verdict(id, .conflict, otherEvents: ours)
            }
            if try !beginsAfterItsEvents(id), try isPartWithinPrice(taking: taken, events, record) {
                return Verdict(id, .revived)
            }
            return try conflict(row, record, isVoid: true, [])
        }
        if isVoid {
            if isFromFile && isSame { return Verdict(id, .unchanged) }
            if !isFromFile, try isLastWord(row, of: id, []) { return Verdict(id, .unchanged) }
            return try conflict(row, record, isVoid: true, [])
        }
        if let told = row.events {
            let ours = try eventList(of: id)
            guard told == ours else { return Verdict(id, .conflict, otherEvents: ours) }
            if isSame { return Verdict(id, .unchanged) }
        }
        if isSame, try !mayBeAmended() { return Verdict(id, .unchanged) }
        let events = noun == .deal ? try change.connection.deedsOf(id) : []
        if !events.isEmpty { return try judgeAmended(row, record, isSame: isSame, isFromFile: isFromFile, events) }
        if isSame { return Verdict(id, .unchanged) }
        guard isFromFile else {
            // The current version is a hand's: the venue's last word, if it ever had one, stands in the history.
            return try isLastWord(row, of: id, []) ? Verdict(id, .unchanged) : try conflict(row, record, [])
        }
        if noun == .listing, try beginsAfterItsEvents(id) {
            return try conflict(row, record, [], against: .course)
        }
        return try changed(row, record, [])
    }

    /// A row against a deal that was amended or ended since it was signed.
    private func judgeAmended(
        _ row: MetRow, _ record: borrowing Statement, isSame: Bool, isFromFile: Bool, _ events: [Deed]
    ) throws(SQLiteError) -> Verdict {
        let id = try record.integer(at: 0)
        let byHand = events.contains { !$0.isFromFile }
        let lastWord = events.lastWord
        if row.events != nil {
            if !isFromFile {
                return try isLastWord(row, of: id, []) ? Verdict(id, .unchanged) : try conflict(row, record, [])
            }
            return try beginsAfterItsEvents(id)
                ? try conflict(row, record, [], against: .course) : try changed(row, record, events)
        }
        if isFromFile, let lastWord {
            // The venue amended it itself: of the amount that is its last word.
            let others = try agrees(with: record, in: row.columns.filter { $0.name != "amount_fen" })
            if others, amount == lastWord { return Verdict(id, .unchanged) }
        } else if isSame, lastWord == nil {
            return Verdict(id, .unchanged)
        }
        if !isFromFile, try isLastWord(row, of: id, events) { return Verdict(id, .unchanged) }
        if byHand || !isFromFile {
            return try agrees(record, row.columns, with: events.map(\.event))
                ? Verdict(id, .unchanged) : try conflict(row, record, events)
        }
        return try beginsAfterItsEvents(id)
            ? try conflict(row, record, events, against: .course) : try changed(row, record, events)
    }

    /// The venue changed its word and no hand was between: a correction, unless its amount looks like a slip.
    private func changed(_ row: MetRow, _ record: borrowing Statement, _ events: [Deed]) throws(SQLiteError) -> Verdict
    {
        let id = try record.integer(at: 0)
        var columns = row.columns
        let money = noun.valuedBy.map { "\($0)_fen" } ?? ""
        let before = try amountOf(record, column: money)
        // Beside all that became of the deal stands the amount that was signed.
        let last = row.events == nil ? events.last?.event.amount ?? before : before
        let isOther = columns.contains { $0.name == money } && amount != last
        if isOther, let amount, let last, amount.isOffByPowerOfTen(from: last) {
            return Verdict(
                id, .suspect, Doubt(.powerOfTen, noun, record: id, try said(row, record, isVoid: false, events)))
        }
        var event: (DealEvent, replacing: Deed?)?
        if noun == .deal, isOther, row.events == nil, let amount, row.effectiveOn != nil || !events.isEmpty {
            // What was amended once is amended again by a day; without one nobody can tell since when.
            guard let day = row.effectiveOn else {
                return try conflict(row, record, events, against: .amendment)
            }
            let replaced = events.last { $0.event.effectiveOn == day }
            let made = DealEvent(kind: .amended, effectiveOn: day, amount: amount)
            guard try canStand(made, replacing: replaced, events, record) else {
                return try conflict(row, record, events, against: .course)
            }
            event = (made, replaced)
        }
        if event != nil || !events.isEmpty && row.events == nil { columns.removeAll { $0.name == money } }
        let later = events.filter { $0.row != event?.replacing?.row }.map(\.event) + (event.map { [$0.0] } ?? [])
        guard try isPartWithinPrice(taking: columns, later, record), try staysWhole(taking: columns, of: row, record)
        else { return try conflict(row, record, events, against: .course) }
        // A merged party that the row names is the one that stays, whatever else the row says.
        for column in columns where try agrees(with: record, in: [column]) {
            columns.removeAll { $0.name == column.name }
        }
        let contribution = try reading.contribution(of: record, venues: venues, events: events.map(\.event))
        return Verdict(id, .changed, before: contribution, columns: columns, event: event)
    }

    /// Whether a row says what the venue's files said last of a record whose present version is a hand's.
    private func isLastWord(_ row: MetRow, of id: Int64, _ events: [Deed]) throws(SQLiteError) -> Bool {
        let last = try change.connection.prepare(table.selectLastFromFileSQL)
        try last.bind(id, at: 1)
        guard try last.step() else { return false }
        guard let amended = events.lastWord else {
            return try agrees(with: last, in: row.columns)
        }
        guard amount == amended else { return false }
        return try agrees(with: last, in: row.columns.filter { $0.name != "amount_fen" })
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
        guard let amount, !events.contains(where: { $0.kind == .terminated }),
            let last = DealEvent.inOrder(events).last?.event, last.amount == amount
        else { return false }
        return try agrees(with: select, in: columns.filter { $0.name != "amount_fen" })
    }

    /// The amount that the row says.
    private var amount: Amount? {
        guard let field = noun.valuedBy, case .integer(let fen) = cell(ofColumn: "\(field)_fen") else { return nil }
        return Amount(fen: fen)
    }

    /// What is worked out once for all rows of a file that are met.
    private func met(_ given: [Bool]) throws(StoreError) -> MetFile {
        if let metFile, metFile.given == given { return metFile }
        let columns = columnsToSet(given)
        let stored = try storing { () throws(SQLiteError) in
            try RecordsByName(table, comparing: columns, on: change.connection)
        }
        let file = MetFile(given: given, columns: columns, stored: stored)
        metFile = file
        return file
    }

    /// The columns that a row may change: those the file speaks of, without what makes the record's name.
    private func columnsToSet(_ given: [Bool]) -> [RecordTable.Column] {
        table.columns.filter { column in
            guard case .field(let field) = column.source, given[field] else { return false }
            return !table.identity.contains(column.name) && !(noun == .party && column.name == "name")
        }
    }

    var venues: VenueDirectory { desk.directory }

    func events(of deal: Int64) throws(SQLiteError) -> [DealEvent] {
        try change.connection.dealEvents(of: deal).map(\.event)
    }
}
