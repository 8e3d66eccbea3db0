package import Registry
import SQLite

/// Writes the versions of one noun's records within a change.
///
/// Everything that records what is of a noun comes through here: a single one typed at a shell
/// and a file of a million. What follows from a new row, its sealed line and its totals, is left to ``sealing``.
package final class RecordWriter {
    package let noun: Noun
    let table: RecordTable
    let change: Change
    /// Outlives its writers.
    unowned let desk: WriterDesk
    let reading: ContributionReading
    /// Takes in what was added; by the caller of ``insert(_:_:from:)``, in its time.
    package let sealing: RowSealing
    private let insert: Statement
    private let plan: ColumnPlan
    /// One for each row that may be queued, and one for a row that is looked at.
    private let texts: [SlotTexts]
    private var queue: RowQueue?
    /// Of a noun whose records name others of it: what the codes that may be queued come to.
    private var queuedCodes: [Int] = []
    let cells: UnsafeMutableBufferPointer<StoredCell>
    /// Columns whose parameter holds null since the row before.
    private let isBoundNull: UnsafeMutableBufferPointer<Bool>
    private let partyIdentity = PartyIdentityWriter()
    private let sealPlace: Int
    /// Of a noun whose records belong to venues.
    let venueField: Int?
    /// The fields that name a record of the same venue.
    let namingFields: [(field: Int, noun: Noun)]
    private var nextID: Int64
    /// The newest id when the change began: a row up to it was there before.
    package let lastOldID: Int64
    private var lines: [Int64: DeltaBook.Lines] = [:]
    /// The least and the greatest id that this change wrote for each reference; 0 for none.
    private var leastReferences = References(repeating: .max)
    private var greatestReferences = References()
    var changedIDs: [Int64] = []
    var hasTooManyChangedIDs = false
    /// The record that a row met last, and what a person has to decide of it.
    package internal(set) var metRecord: Int64 = 0
    package internal(set) var doubt: Doubt?
    /// Venues asked for so far, and whether they had records of this noun before the change.
    var venuesThatHad: [Int64: Bool] = [:]
    /// The file whose rows were met last.
    var metFile: MetFile?
    /// Of services.
    let ties: ServiceTies?

    init(_ noun: Noun, in change: Change, desk: WriterDesk) throws(SQLiteError) {
        self.noun = noun
        self.change = change
        self.desk = desk
        ties = noun == .service ? ServiceTies(desk) : nil
        table = RecordTable(noun)
        plan = ColumnPlan(table)
        let fields = noun.fields
        texts = (0...RowQueue.mostRows).map { _ in SlotTexts(fields) }
        reading = ContributionReading(table)
        sealing = RowSealing(table, change: change.number, venues: desk.directory)
        cells = .allocate(capacity: table.columns.count)
        cells.initialize(repeating: .null)
        isBoundNull = .allocate(capacity: table.columns.count + 3)
        isBoundNull.initialize(repeating: false)
        venueField = noun.belongsToVenue ? noun.place(of: "venue") : nil
        namingFields = fields.enumerated().compactMap { place, field in
            if case .record(let named) = field.kind { (place, named) } else { nil }
        }
        sealPlace = SealBook.place(of: table.name)
        insert = try change.connection.prepare(table.insertSQL)
        try insert.bind(Int64(0), at: Int32(cells.count + 2))
        try insert.bind(change.number, at: Int32(cells.count + 3))
        lastOldID =
            try change.connection.first("SELECT coalesce(max(id), 0) FROM \(table.name)") {
                row throws(SQLiteError) in try row.integer(at: 0)
            } ?? 0
        nextID = lastOldID + 1
    }

    deinit {
        cells.deallocate()
        isBoundNull.deallocate()
    }

    /// How many records this change added.
    package var added: Int64 { nextID - 1 - lastOldID }

    /// Records a record that was not there.
    ///
    /// - Returns: its id, or nil where the identity is taken after all.
    /// - Throws: ``StoreError/refused(_:)`` where it names a venue or a listing that is not there.
    package func add(_ slots: UnsafeBufferPointer<Slot>, from origin: Origin) throws(StoreError) -> Int64? {
        var references = References()
        guard let id = try insert(slots, &references, from: origin) else { return nil }
        sealing.take(slots, references, id: id, from: origin, salt: noun == .party ? partyIdentity.lastSalt : nil)
        return id
    }

    /// The same without sealing it, which the caller must see to.
    ///
    /// - Parameter references: ids that are known already; those that are not are looked up.
    package func insert(
        _ slots: UnsafeBufferPointer<Slot>, _ references: inout References, from origin: Origin
    ) throws(StoreError) -> Int64? {
        desk.origin = origin
        try requireTies(slots, references)
        try resolve(slots, &references, makingParties: true)
        noteReferences(references)
        let id = try storing { () throws(SQLiteError) in try insertRow(from: origin) }
        if id != nil { noteTies(slots) }
        return id
    }

    /// Records a record that is known to be new, soon: with ``flush()`` at the latest, until when its texts must stay where
    /// they are.
    ///
    /// - Returns: its id. The row is not sealed, which the caller must see to.
    package func enqueue(
        _ slots: UnsafeBufferPointer<Slot>, _ references: inout References, from origin: Origin
    ) throws(StoreError) -> Int64 {
        desk.origin = origin
        // It may flush the queue.
        try requireTies(slots, references)
        try resolve(slots, &references, makingParties: true, in: queue?.next ?? 0)
        noteReferences(references)
        noteTies(slots)
        try storing { () throws(SQLiteError) in
            if queue == nil { queue = try RowQueue(table, on: change.connection, change: change.number) }
            try queue?.add(nextID, cells, from: origin)
        }
        if ties != nil, let code = slots[noun.knownPlace(of: "code")].text {
            if queuedCodes.count == RowQueue.mostRows { queuedCodes.removeFirst() }
            queuedCodes.append(Self.hash(code))
        }
        nextID += 1
        return nextID - 1
    }

    package func flush() throws(StoreError) {
        queuedCodes.removeAll(keepingCapacity: true)
        try storing { () throws(SQLiteError) in try queue?.flush() }
    }

    /// Whether a record of that code, of whatever venue, may be queued.
    func mayBeQueued(_ code: Bytes) -> Bool { !queuedCodes.isEmpty && queuedCodes.contains(Self.hash(code)) }

    private static func hash(_ code: Bytes) -> Int {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(code))
        return hasher.finalize()
    }

    /// Writes the checks of the rows that ``sealing`` has taken in, which must not be at work.
    package func writeChecks() throws(StoreError) {
        try storing { () throws(SQLiteError) in try change.write(sealing.takeChecks(), of: table.name) }
    }

    func noteReferences(_ references: References) {
        leastReferences.replace(with: pointwiseMin(leastReferences, references), where: references .!= 0)
        greatestReferences = pointwiseMax(greatestReferences, references)
    }

    private func insertRow(from origin: Origin) throws(SQLiteError) -> Int64? {
        let id = nextID
        let last = cells.count + 3
        try insert.bind(id, at: 1)
        for place in cells.indices { try bind(cells[place], place, at: Int32(place + 2)) }
        try bind(origin.file.map(StoredCell.integer) ?? .null, cells.count, at: Int32(last + 1))
        try bind(origin.row.map(StoredCell.integer) ?? .null, cells.count + 1, at: Int32(last + 2))
        try bind(origin.offset.map(StoredCell.integer) ?? .null, cells.count + 2, at: Int32(last + 3))
        do throws(SQLiteError) {
            try insert.run()
        } catch {
            // With triggers on, the gate comes before ON CONFLICT.
            if error.isTrigger, try isTaken() { return nil }
            throw error
        }
        guard change.connection.changes == 1 else { return nil }
        nextID += 1
        return id
    }

    @inline(__always)
    private func bind(_ cell: StoredCell, _ place: Int, at parameter: Int32) throws(SQLiteError) {
        if case .null = cell {
            guard !isBoundNull[place] else { return }
            isBoundNull[place] = true
        } else {
            isBoundNull[place] = false
        }
        try cell.bind(to: insert, at: parameter)
    }

    private func isTaken() throws(SQLiteError) -> Bool {
        let same = try change.connection.prepare(table.selectByIdentitySQL)
        for (place, name) in table.identity.enumerated() {
            try cell(ofColumn: name).bind(to: same, at: Int32(place + 1))
        }
        return try same.step()
    }

    /// Turns the values of a record into the columns' cells, and fills in the ids of what it names.
    ///
    /// - Parameter makingParties: whether a party that is not there is made; else its cell is -1, equal to none.
    func resolve(
        _ slots: UnsafeBufferPointer<Slot>, _ references: inout References, makingParties: Bool,
        in row: Int = RowQueue.mostRows
    ) throws(StoreError) {
        let texts = self.texts[row]
        // Parties come last: none is made for a row that names what is not there.
        for (place, step) in plan.steps.enumerated() {
            switch step {
            case .party: continue
            case .slot(let field): cells[place] = texts.cell(slots[field], field: field)
            case .venue(let field, let reference):
                guard let code = slots[field].text else {
                    cells[place] = .null
                    continue
                }
                if references[reference] == 0 { references[reference] = try desk.venueID(code) }
                cells[place] = .integer(references[reference])
            case .record(let named, let field, let reference):
                guard let code = slots[field].text else {
                    cells[place] = .null
                    continue
                }
                references[reference] = try desk.named(named, code, venue: references[0], mayBeVoid: !makingParties)
                cells[place] = .integer(references[reference])
            case .matchName: cells[place] = partyIdentity.matchName(of: slots)
            case .salt: cells[place] = makingParties ? partyIdentity.newSalt() : .null
            case .erased: cells[place] = .null
            }
        }
        for (place, field, reference) in plan.parties {
            guard let name = slots[field].text else {
                cells[place] = .null
                continue
            }
            if references[reference] == 0 {
                references[reference] = makingParties ? try desk.party(name) : try desk.knownParty(name) ?? -1
            }
            cells[place] = .integer(references[reference])
        }
    }

    /// The spans of ids that this change wrote into the columns that name another record.
    var references: [(column: String, target: Noun, span: ClosedRange<Int64>)] {
        plan.referenceColumns.enumerated().compactMap { place, named in
            let (least, greatest) = (leastReferences[place], greatestReferences[place])
            return greatest > 0 ? (named.column, named.target, least...greatest) : nil
        }
    }

    /// Adds what a version contributes to the totals, or takes it back with `sign` -1.
    func add(_ contribution: Contribution, sign: Int64) {
        for flow in contribution.flows {
            let venue = contribution.venue
            let isOfOneMeasure = noun.measures.count == 1
            let known = isOfOneMeasure ? lines[venue.id] : nil
            let lines =
                known
                ?? change.deltas.lines(flow.measure, venue: venue, kinds: reading.kinds, fields: reading.fields)
            if isOfOneMeasure, known == nil { self.lines[venue.id] = lines }
            change.deltas.add(flow, sign: sign, to: lines, kind: contribution.kind, field: contribution.field)
        }
    }

    /// Gives everything that was gathered to the change. Nothing may be written afterwards.
    package func finish() throws(StoreError) {
        metFile = nil
        sealing.finish(into: change, place: sealPlace)
        try sealChanged(to: sealPlace)
    }

    /// The cell of a column after ``resolve(_:_:makingParties:)``.
    func cell(of column: RecordTable.Column) -> StoredCell { cells[column.place] }

    /// The cell of a column after ``resolve(_:_:makingParties:)``.
    func cell(ofColumn name: String) -> StoredCell {
        table.columns.firstIndex { $0.name == name }.map { cells[$0] } ?? .null
    }
}
