package import Registry
import SQLite
import Spreadsheets

/// The second half of recording new rows: their sealed lines, and what they add to the totals. It touches no database, so
/// an import lets it run on another thread, behind the one that writes.
///
/// `@unchecked Sendable`: used by one thread at a time; who hands it over waits for the other first.
package final class RowSealing: @unchecked Sendable {
    private let noun: Noun
    private let measures: [Measure]
    private let plan: ColumnPlan
    private let texts: SlotTexts
    private let reading: ContributionReading
    private let changeNumber: Int64
    private let venues: VenueDirectory
    private let identity = PartyIdentityWriter()
    private var line = CSVLine()
    private var part = SealBook.Part()
    private var deltas = DeltaBook()
    /// By venue, in the order of their ids: one for each measure of the noun.
    private var lines: [(venue: Int64, lines: [DeltaBook.Lines])] = []
    private var lastVenue: (id: Int64, lines: [DeltaBook.Lines])?
    /// Where an import looks for what a person has to decide.
    var prints: DealPrints?
    var amounts: AmountBook?
    private let moneyField: Int?

    init(_ table: RecordTable, change: Int64, venues: VenueDirectory) {
        noun = table.noun
        measures = noun.measures
        plan = ColumnPlan(table)
        texts = SlotTexts(noun.fields)
        reading = ContributionReading(table)
        changeNumber = change
        moneyField = noun.valuedBy.flatMap(noun.place)
        self.venues = venues
    }

    /// Takes in a row that was added. The order of calls is the order of ids.
    package func take(
        _ slots: UnsafeBufferPointer<Slot>, _ references: References, id: Int64, from origin: Origin, salt: Bytes? = nil
    ) {
        line.clear()
        line.appendField(id)
        if noun == .party {
            identity.append(slots, salt: salt, to: &line)
        } else {
            appendColumns(slots, references)
        }
        line.appendField(0 as Int64)
        line.appendField(changeNumber)
        append(origin.file)
        append(origin.row)
        append(origin.offset)
        line.endLine()
        line.withBytes { part.add($0) }
        count(slots, venue: references[0], id: id)
        prints?.take(slots, references)
        if let amounts, let moneyField, let amount = slots[moneyField].amount {
            amounts.take(amount.fen, of: references[0])
        }
    }

    /// Hands over the checks of the rows taken in so far, so that they need not be kept to the end.
    func takeChecks() -> [RowChecks.Block] { part.checks.take(withLast: false) }

    /// Gives what was gathered to the change.
    func finish(into change: Change, place: Int) {
        change.addNew(part, to: place)
        change.deltas.merge(deltas)
        part = SealBook.Part()
        deltas = DeltaBook()
    }

    private func appendColumns(_ slots: UnsafeBufferPointer<Slot>, _ references: References) {
        for step in plan.steps {
            switch step {
            case .slot(let field): texts.cell(slots[field], field: field).append(to: &line)
            case .venue(let field, let reference), .record(_, let field, let reference),
                .party(let field, let reference):
                if slots[field].isNull { line.appendNull() } else { line.appendField(references[reference]) }
            case .matchName, .salt, .erased: break
            }
        }
    }

    private func append(_ number: Int64?) {
        if let number { line.appendField(number) } else { line.appendNull() }
    }

    private func count(_ slots: UnsafeBufferPointer<Slot>, venue id: Int64, id own: Int64) {
        guard noun != .party else { return }
        guard noun != .venue else {
            let venue = VenueRecord(slots, id: own)
            for flow in reading.flow(of: slots) {
                let lines = deltas.lines(flow.measure, venue: venue, kinds: nil, fields: nil)
                deltas.add(flow, to: lines, kind: nil, field: nil)
            }
            return
        }
        guard let lines = lines(of: id) else { return }
        let kind = reading.place(slots, reading.kindField)
        let field = reading.place(slots, reading.fieldField)
        for flow in reading.flow(of: slots) {
            let place = measures.count == 1 ? 0 : measures.firstIndex(of: flow.measure) ?? 0
            deltas.add(flow, to: lines[place], kind: kind, field: field)
        }
    }

    private func lines(of venue: Int64) -> [DeltaBook.Lines]? {
        if let lastVenue, lastVenue.id == venue { return lastVenue.lines }
        guard let record = venues.all.first(where: { $0.id == venue }) else { return nil }
        let place = lines.firstPlace { $0.venue >= venue }
        if place == lines.count || lines[place].venue != venue {
            let made = measures.map { deltas.lines($0, venue: record, kinds: reading.kinds, fields: reading.fields) }
            lines.insert((venue, made), at: place)
        }
        let found = lines[place].lines
        lastVenue = (venue, found)
        return found
    }
}

extension VenueRecord {
    /// A venue that is itself being recorded.
    init(_ slots: UnsafeBufferPointer<Slot>, id: Int64) {
        func text(_ name: String) -> String? { slots[Noun.venue.knownPlace(of: name)].text?.text }
        let network = if case .term(let place) = slots[Noun.venue.knownPlace(of: "network")] { Int(place) } else { 0 }
        self.init(
            id: id, code: text("code") ?? "", name: text("name") ?? "",
            network: Vocabulary.network.terms[network].code, region: text("region"))
    }
}
