import Registry
import SQLite

/// What the totals need to know of a version of a record.
struct Contribution {
    var flows: [Flow]
    let venue: VenueRecord
    /// Places in the vocabularies of kind and field; nil where the record says nothing.
    let kind: Int?
    let field: Int?
}

/// Reads from the versions of a noun what they add to the totals.
struct ContributionReading {
    let noun: Noun
    private let table: RecordTable
    private let flowFields: FlowFields
    let kindField: Int?
    let fieldField: Int?

    init(_ table: RecordTable) {
        self.table = table
        noun = table.noun
        flowFields = FlowFields(noun)
        kindField = noun.place(of: "kind")
        fieldField = noun.place(of: "field")
    }

    var kinds: Vocabulary? { vocabulary(kindField) }
    var fields: Vocabulary? { vocabulary(fieldField) }

    private func vocabulary(_ field: Int?) -> Vocabulary? {
        guard let field, case .term(let vocabulary) = noun.fields[field].kind else { return nil }
        return vocabulary
    }

    /// The flow of a record that is new, so that it has no events.
    func flow(of slots: UnsafeBufferPointer<Slot>) -> [Flow] {
        noun.flows(flowFields.terms(of: slots, isVoid: false))
    }

    func place(_ slots: UnsafeBufferPointer<Slot>, _ field: Int?) -> Int? {
        guard let field, case .term(let place) = slots[field] else { return nil }
        return Int(place)
    }

    /// The same of a stored version, whose columns are `id`, the table's, and where it comes from.
    func contribution(
        of row: borrowing Statement, venues: VenueDirectory, events: [DealEvent]
    ) throws(SQLiteError) -> Contribution? {
        guard let dayField = flowFields.day, let day = try row.optionalDay(at: column(dayField)) else { return nil }
        let venue: VenueRecord
        if noun == .venue {
            venue = VenueRecord(
                id: try row.integer(at: 0), code: try row.text(at: column(of: "code")),
                name: try row.text(at: column(of: "name")), network: try row.text(at: column(of: "network")),
                region: try row.optionalText(at: column(of: "region")))
        } else {
            let id = try row.integer(at: column(of: "venue"))
            guard let found = venues.all.first(where: { $0.id == id }) else { return nil }
            venue = found
        }
        let flows = noun.flows(
            FlowTerms(
                day: day,
                end: try flowFields.end.map { field throws(SQLiteError) in try row.optionalDay(at: column(field)) }
                    ?? nil,
                measuredBy: try flowFields.measuredBy.map { field throws(SQLiteError) in
                    try row.text(at: column(field))
                } ?? "", amount: try amount(flowFields.amount, of: row), part: try amount(flowFields.part, of: row),
                isVoid: try row.integer(at: Int32(table.columns.count + 1)) == 1), events: events)
        return Contribution(
            flows: flows, venue: venue, kind: try termPlace(row, kindField, kinds),
            field: try termPlace(row, fieldField, fields))
    }

    private func amount(_ field: Int?, of row: borrowing Statement) throws(SQLiteError) -> Amount? {
        guard let field else { return nil }
        return try row.optionalInteger(at: column(field)).map(Amount.init(fen:))
    }

    private func column(_ field: Int) -> Int32 { Int32(table.column(ofField: field) + 1) }
    private func column(of name: String) -> Int32 { column(noun.knownPlace(of: name)) }

    private func termPlace(
        _ row: borrowing Statement, _ field: Int?, _ vocabulary: Vocabulary?
    ) throws(SQLiteError) -> Int? {
        guard let field, let vocabulary, let code = try row.optionalText(at: column(field)) else { return nil }
        return vocabulary.terms.firstIndex { $0.code == code }
    }
}
