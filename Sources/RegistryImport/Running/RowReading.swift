import Registry
import Spreadsheets

/// Reads the records of a file into the values of a noun's fields, by a column map.
final class RowReading {
    let map: ColumnMap
    /// As the map tells, but for the columns whose cells are first looked up among the venue's words.
    private let uses: [ColumnMap.Use]
    private let worded: [(column: Int, field: Int, words: CellWords)]
    private let (kindWords, modeWords): (CellWords?, CellWords?)
    private let fields: [Field]
    private let contexts: [ReadingContext]
    private let constants: [(field: Int, text: UnsafeMutableBufferPointer<UInt8>, context: ReadingContext)]
    private let slots: UnsafeMutableBufferPointer<Slot>
    private let ruling: ReadingContext
    private let kind: Int?
    private let mode: Int?
    private let venue: Int?
    private let fileVenue: [UInt8]?
    private var key: [UInt8] = []
    private var code: [UInt8] = []
    private var constantValues: [Slot] = []

    /// - Parameter takesISODays: of a workbook, whose days are read as `2022-06-21` whatever the format told.
    init(_ map: ColumnMap, _ options: ImportOptions, today: Day, takesISODays: Bool = false) {
        self.map = map
        fields = map.noun.fields
        var ruling = ReadingContext(today: today, bareUnit: options.unit, dayFormat: options.dayFormat)
        ruling.takesISODays = takesISODays
        self.ruling = ruling
        contexts = map.uses.map { [ruling] use in
            guard case .field(_, let unit?) = use else { return ruling }
            return ReadingContext(today: today, unit: unit, dayFormat: options.dayFormat)
        }
        constants = map.constants.map { constant in
            let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: constant.text.utf8.count)
            _ = text.initialize(from: constant.text.utf8)
            let context = ReadingContext(
                today: today, unit: constant.unit, bareUnit: options.unit, dayFormat: options.dayFormat)
            return (constant.field, text, context)
        }
        let words = options.words.mapValues(CellWords.init)
        worded = map.uses.enumerated().compactMap { column, use in
            guard let field = use.field, let found = words[map.noun.fields[field].name] else { return nil }
            return (column, field, found)
        }
        var uses = map.uses
        for (column, _, _) in worded { uses[column] = .passedOver }
        self.uses = uses
        (kindWords, modeWords) = (words["kind"], words["mode"])
        slots = .allocate(capacity: map.slotCount)
        slots.initialize(repeating: .null)
        kind = map.noun.place(of: "kind")
        mode = map.noun.place(of: "mode")
        venue = map.noun.place(of: "venue")
        fileVenue = options.venue.map { Array($0.utf8) }
    }

    deinit {
        for constant in constants { constant.text.deallocate() }
        slots.deallocate()
    }

    /// What a number means that has no unit.
    var bareUnit: MoneyUnit? { ruling.bareUnit }

    /// A cell of a column, where the row need not have one.
    func readOptional(_ cell: Bytes, field: Int, column: Int) throws(Refusal) -> Slot {
        Field.isMissing(cell.trimmed) ? .null : try fields[field].read(cell, in: contexts[column])
    }

    /// What is wrong with what every row has alike.
    func faultOfConstants() -> (field: String, refusal: Refusal)? {
        constantValues.removeAll()
        for constant in constants {
            do throws(Refusal) {
                constantValues.append(
                    try fields[constant.field].read(UnsafeBufferPointer(constant.text), in: constant.context))
            } catch {
                return (fields[constant.field].name, error)
            }
        }
        return nil
    }

    /// The values of a record; they lie in the record and in `self`, until the next call.
    ///
    /// - Parameter refuse: told everything that is wrong; then the values are not to be used.
    func read(_ record: CSVRecord, refuse: (_ column: String?, _ value: String?, Refusal) -> Void)
        -> UnsafeBufferPointer<Slot>
    {
        slots.update(repeating: .null)
        for (column, use) in uses.enumerated() {
            switch use {
            case .field(let field, _): read(record.field(column), column, field, contexts[column], refuse)
            case .kindOrMode: readKindOrMode(record.field(column), column, refuse)
            case .period(let from, let until): readPeriod(record.field(column), column, from, until, refuse)
            case .effectiveOn: readEffectiveOn(record.field(column), column, refuse)
            case .events:
                slots[fields.count] =
                    Field.isMissing(record.field(column).trimmed) ? .null : .text(record.field(column))
            case .passedOver, .unknown: break
            }
        }
        for (column, field, words) in worded {
            let cell = record.field(column)
            read(words.replacement(of: cell) ?? cell, column, field, contexts[column], refuse)
        }
        for (place, constant) in constants.enumerated() { slots[constant.field] = constantValues[place] }
        if map.effectiveOnPlace != nil { checkEffectiveOn(refuse) }
        if map.eventsPlace != nil { checkEvents(refuse) }
        if !map.codeFrom.isEmpty { makeCode(record, refuse) }
        // A column that may give one field or another can leave a required one without a value.
        if let kind, fields[kind].isRequired, slots[kind].isNull, map.uses.contains(.kindOrMode) {
            refuse(heading(ofField: kind), nil, .missing(field: "kind"))
        }
        if let venue, let fileVenue, let named = slots[venue].text, !named.elementsEqual(fileVenue) {
            refuse(
                "venue", named.text,
                .venueOfAnotherFile(named.text, fileVenue: String(decoding: fileVenue, as: UTF8.self)))
        }
        if map.noun == .venue, let code = slots[codeField].text, code.contains(UInt8(ascii: "/")) {
            refuse(heading(ofField: codeField), code.text, .slashInVenue(code.text))
        }
        if let found = map.noun.refusal(of: UnsafeBufferPointer(slots)), !map.leavesOpen(found.refusal) {
            refuse(heading(ofField: found.field), nil, found.refusal)
        }
        return UnsafeBufferPointer(slots)
    }

    private func read(
        _ cell: Bytes, _ column: Int, _ field: Int, _ context: ReadingContext,
        _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void
    ) {
        do throws(Refusal) {
            slots[field] = try fields[field].read(cell, in: context)
        } catch {
            refuse(map.headings[column].text, Bytes(rebasing: cell.prefix(1000)).text, error)
        }
    }

    private func readEffectiveOn(
        _ cell: Bytes, _ column: Int, _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void
    ) {
        do throws(Refusal) {
            slots[fields.count] = try Field.effectiveOn.read(cell, in: ruling)
        } catch {
            refuse(map.headings[column].text, Bytes(rebasing: cell.prefix(1000)).text, error)
        }
    }

    /// New terms do not hold before a deal was signed.
    private func checkEffectiveOn(_ refuse: (_ column: String?, _ value: String?, Refusal) -> Void) {
        guard let day = slots[fields.count].day, let dated = map.noun.datedBy,
            let began = slots[map.noun.knownPlace(of: dated)].day, day < began
        else { return }
        refuse(map.heading(of: Field.effectiveOn.name), "\(day)", .endsBeforeItBegins("\(day)", begins: began))
    }

    private func checkEvents(_ refuse: (_ column: String?, _ value: String?, Refusal) -> Void) {
        guard let cell = slots[fields.count].text, let dated = map.noun.datedBy,
            let began = slots[map.noun.knownPlace(of: dated)].day
        else { return }
        let heading = map.heading(of: EventList.heading)
        do throws(Refusal) {
            let events = try EventList.read(cell, of: map.noun)
            do throws(CorrectionRefusal) {
                let technical = map.noun.place(of: "technical_amount").flatMap { slots[$0].amount }
                try events.check(of: map.noun, began: began, technical: technical, today: ruling.today)
            } catch {
                refuse(heading, cell.text, .eventsCannotStand(events.text, error))
            }
        } catch {
            refuse(heading, Bytes(rebasing: cell.prefix(1000)).text, error)
        }
    }

    /// `2022-06-21 至 2022-07-21`.
    private func readPeriod(
        _ cell: Bytes, _ column: Int, _ from: Int, _ until: Int,
        _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void
    ) {
        let parts = cell.text.split(whereSeparator: { "至到~～—".contains($0) })
        guard parts.count == 2 else {
            // One day, or nothing: the first field says whether that will do.
            return read(cell, column, from, ruling, refuse)
        }
        for (field, part) in zip([from, until], parts) {
            String(part).withBytes { bytes in read(bytes, column, field, ruling, refuse) }
        }
    }

    /// The vocabulary of the value decides whether it is the kind of the contract or its trading mode.
    private func readKindOrMode(
        _ cell: Bytes, _ column: Int, _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void
    ) {
        guard let kind, let mode, case .term(let kinds) = fields[kind].kind, case .term(let modes) = fields[mode].kind
        else { return }
        let bytes = cell.trimmed
        guard let read = try? fields[mode].read(bytes, in: ruling), read.isNull else {
            let heading = map.headings[column].text
            if let word = kindWords?.replacement(of: bytes) {
                if let place = kinds.place(of: word) { set(kind, place, in: kinds, bytes, heading, refuse) }
            } else if let word = modeWords?.replacement(of: bytes) {
                if let place = modes.place(of: word) { set(mode, place, in: modes, bytes, heading, refuse) }
            } else if let place = kinds.place(of: bytes) {
                set(kind, place, in: kinds, bytes, heading, refuse)
            } else if let place = modes.place(of: bytes) {
                set(mode, place, in: modes, bytes, heading, refuse)
            } else {
                refuse(heading, bytes.text, .unknownTerm(bytes.text, vocabulary: kinds))
            }
            return
        }
    }

    /// A field that another column may have set already, to the same.
    private func set(
        _ field: Int, _ place: UInt8, in vocabulary: Vocabulary, _ bytes: Bytes, _ heading: String,
        _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void
    ) {
        if case .term(let other) = slots[field], other != place {
            return refuse(heading, bytes.text, .kindsDisagree(bytes.text, other: vocabulary.terms[Int(other)].code))
        }
        slots[field] = .term(place)
    }

    /// The cells that make the code, joined by a bar.
    private func makeCode(_ record: CSVRecord, _ refuse: (_ column: String?, _ value: String?, Refusal) -> Void) {
        code.removeAll(keepingCapacity: true)
        for (index, column) in map.codeFrom.enumerated() {
            if index > 0 { code.append(UInt8(ascii: "|")) }
            code.append(contentsOf: record.field(column).trimmed)
        }
        let field = map.noun.knownPlace(of: "code")
        let isBlank = map.codeFrom.allSatisfy { record.field($0).trimmed.isEmpty }
        if isBlank { code.removeAll(keepingCapacity: true) }
        code.withUnsafeBufferPointer { bytes in
            do throws(Refusal) {
                // Only checked: it goes into the key, and from there into the record.
                _ = try fields[field].read(bytes, in: ruling)
            } catch {
                refuse(map.codeFrom.map { map.headings[$0].text }.joined(separator: " + "), bytes.text, error)
            }
        }
    }

    /// The bytes by which rows are sorted: venue, a zero byte, and code; a party's name as it is matched.
    func withKey<Result, Failure: Error>(
        of slots: UnsafeBufferPointer<Slot>, _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        key.removeAll(keepingCapacity: true)
        if let venue, let bytes = slots[venue].text {
            key.append(contentsOf: bytes)
            key.append(0)
        }
        if map.noun == .party {
            if let name = slots[0].text {
                if PartyName.isMatched(name) {
                    key.append(contentsOf: name)
                } else {
                    key.append(contentsOf: PartyName.matched(name.text).utf8)
                }
            }
        } else if !map.codeFrom.isEmpty {
            key.append(contentsOf: code)
        } else if let bytes = slots[codeField].text {
            key.append(contentsOf: bytes)
        }
        let outcome: Swift.Result<Result, Failure> = key.withUnsafeBytes { bytes in
            do throws(Failure) { return .success(try body(bytes)) } catch { return .failure(error) }
        }
        return try outcome.get()
    }

    private lazy var codeField = map.noun.place(of: "code") ?? 0

    /// Whether there is enough in a row to know which record it is.
    func hasName(_ slots: UnsafeBufferPointer<Slot>) -> Bool {
        if let venue, slots[venue].isNull { return false }
        if map.noun == .party { return !slots[0].isNull }
        return !map.codeFrom.isEmpty || !slots[codeField].isNull
    }

    /// Whether a row tells its own code; of a party, its name.
    func hasCode(_ slots: UnsafeBufferPointer<Slot>) -> Bool {
        if map.noun == .party { return !slots[0].isNull }
        return map.codeFrom.isEmpty ? !slots[codeField].isNull : !code.isEmpty
    }

    func heading(ofField field: Int) -> String {
        map.heading(of: fields[field].name) ?? fields[field].heading
    }
}
