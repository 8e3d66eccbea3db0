package import Registry
import SQLite
import Spreadsheets

/// Writes the versions of one noun's records within a change: the row, what it does to the totals, its sealed line.
///
/// Everything that records a venue, party, intention, listing or deal comes through here: a single one typed at a
/// shell and a file of a million.
package final class RecordWriter {
    package let noun: Noun
    let table: RecordTable
    let change: Change
    let desk: WriterDesk
    private let insert: Statement
    private let texts: SlotTexts
    private let fields: [Field]
    private let cells: UnsafeMutableBufferPointer<StoredCell>
    let reading: ContributionReading
    private let sealPlace: Int
    private var line = CSVLine()
    private var nextID: Int64
    /// The newest id when the change began: a row up to it was there before.
    let lastOldID: Int64
    private var lines: [Int64: DeltaBook.Lines] = [:]
    private let partyIdentity = PartyIdentityWriter()
    /// The span of ids that this change wrote into each column that names another record.
    private(set) var references: [String: ClosedRange<Int64>] = [:]
    var changedIDs: [Int64] = []
    var hasTooManyChangedIDs = false
    /// Venues asked for so far, and whether they had records of this noun before the change.
    var venuesThatHad: [Int64: Bool] = [:]

    init(_ noun: Noun, in change: Change, desk: WriterDesk) throws(SQLiteError) {
        self.noun = noun
        self.change = change
        self.desk = desk
        table = RecordTable(noun)
        fields = noun.fields
        texts = SlotTexts(fields)
        reading = ContributionReading(table)
        cells = .allocate(capacity: table.columns.count)
        cells.initialize(repeating: .null)
        sealPlace = SealBook.place(of: table.name)
        insert = try change.connection.prepare(table.insertSQL)
        lastOldID =
            try change.connection.first("SELECT coalesce(max(id), 0) FROM \(table.name)") {
                row throws(SQLiteError) in try row.integer(at: 0)
            } ?? 0
        nextID = lastOldID + 1
    }

    deinit { cells.deallocate() }

    /// How many records this change added.
    package var added: Int64 { nextID - 1 - lastOldID }

    /// Records a record that was not there.
    ///
    /// - Returns: its id, or nil where the identity is taken after all.
    /// - Throws: ``StoreError/refused(_:)`` where it names a venue or a listing that is not there.
    package func add(_ slots: UnsafeBufferPointer<Slot>, from origin: Origin) throws(StoreError) -> Int64? {
        desk.origin = origin
        let venue = try resolve(slots, makingParties: true)
        return try storing { () throws(SQLiteError) in
            let id = nextID
            try insert.bind(id, at: 1)
            for (place, cell) in cells.enumerated() { try cell.bind(to: insert, at: Int32(place + 2)) }
            let first = Int32(cells.count + 2)
            try insert.bind(Int64(0), at: first)
            try insert.bind(change.number, at: first + 1)
            try insert.bind(origin.file, at: first + 2)
            try insert.bind(origin.row, at: first + 3)
            try insert.bind(origin.offset, at: first + 4)
            do throws(SQLiteError) {
                try insert.run()
            } catch {
                // With triggers on, the gate comes before ON CONFLICT.
                if error.isTrigger, try isTaken() { return nil }
                throw error
            }
            guard change.connection.changes == 1 else { return nil }
            nextID += 1
            seal(id, from: origin)
            count(slots, venue: venue, id: id)
            return id
        }
    }

    private func isTaken() throws(SQLiteError) -> Bool {
        let same = try change.connection.prepare(table.selectByIdentitySQL)
        for (place, name) in table.identity.enumerated() {
            try cell(ofColumn: name).bind(to: same, at: Int32(place + 1))
        }
        return try same.step()
    }

    private func seal(_ id: Int64, from origin: Origin) {
        line.clear()
        line.appendField(id)
        if noun == .party {
            partyIdentity.append(cells, to: &line)
        } else {
            for cell in cells { cell.append(to: &line) }
        }
        line.appendField(0 as Int64)
        line.appendField(change.number)
        for number in [origin.file, origin.row, origin.offset] {
            if let number { line.appendField(number) } else { line.appendNull() }
        }
        line.endLine()
        change.addNew(line, to: sealPlace)
    }

    private func count(_ slots: UnsafeBufferPointer<Slot>, venue: VenueRecord?, id: Int64) {
        guard let venue = venue ?? desk.venueOfItself(slots, noun: noun, id: id) else { return }
        let flows = reading.flow(of: slots, network: venue.network)
        add(
            Contribution(
                flows: flows, venue: venue, kind: reading.place(slots, reading.kindField),
                field: reading.place(slots, reading.fieldField)), sign: 1)
    }

    func add(_ contribution: Contribution, sign: Int64) {
        for flow in contribution.flows {
            let venue = contribution.venue
            let known = noun == .venue ? nil : lines[venue.id]
            let lines =
                known
                ?? change.deltas.lines(
                    flow.measure, venue: venue, kinds: reading.kinds, fields: reading.fields)
            if noun != .venue, known == nil { self.lines[venue.id] = lines }
            change.deltas.add(flow, sign: sign, to: lines, kind: contribution.kind, field: contribution.field)
        }
    }

    /// Turns the values of a record into the columns' cells; gives its venue.
    ///
    /// - Parameter makingParties: whether a party that is not there is made; else its cell is -1, equal to none.
    @discardableResult
    func resolve(_ slots: UnsafeBufferPointer<Slot>, makingParties: Bool) throws(StoreError) -> VenueRecord? {
        var venue: VenueRecord?
        for (place, column) in table.columns.enumerated() {
            guard case .field(let field) = column.source else {
                cells[place] = partyIdentity.cell(column.source, slots: slots, makingSalt: makingParties)
                continue
            }
            let slot = slots[field]
            guard let bytes = slot.text else {
                cells[place] = texts.cell(slot, field: field)
                continue
            }
            switch fields[field].kind {
            case .venue:
                let found = try desk.venue(bytes)
                venue = found
                cells[place] = .integer(found.id)
                note(found.id, in: column.name)
            case .listing:
                guard let venue else { throw .refused([FieldRefusal(field: "venue", .missing(field: "venue"))]) }
                let id = try desk.listing(bytes, venue: venue)
                cells[place] = .integer(id)
                note(id, in: column.name)
            case .party:
                let id = makingParties ? try desk.party(bytes) : try desk.knownParty(bytes) ?? -1
                cells[place] = .integer(id)
                if makingParties { note(id, in: column.name) }
            default: cells[place] = .text(bytes)
            }
        }
        return venue
    }

    private func note(_ id: Int64, in column: String) {
        guard let span = references[column] else { return references[column] = id...id }
        if !span.contains(id) { references[column] = min(span.lowerBound, id)...max(span.upperBound, id) }
    }

    /// The cell of a field after ``resolve(_:makingParties:)``.
    func cell(ofField field: Int) -> StoredCell { cells[table.column(ofField: field)] }
    func cell(ofColumn name: String) -> StoredCell {
        table.columns.firstIndex { $0.name == name }.map { cells[$0] } ?? .null
    }
}
