package import Registry

/// Which column of a file gives which field, and what the operator set for all rows.
package struct ColumnMap: Sendable {
    package enum Use: Hashable, Sendable {
        case field(Int, MoneyUnit?)
        case kindOrMode
        /// First and last day in one cell: the two fields.
        case period(Int, Int)
        /// The day from which the row's amount holds.
        case effectiveOn
        /// All that became of the record.
        case events
        case passedOver
        /// Reported, not read.
        case unknown
    }

    package let noun: Noun
    package let headings: [Heading]
    package let uses: [Use]
    /// Field and text.
    package let constants: [(field: Int, text: String, unit: MoneyUnit?)]
    /// Columns that make the code.
    package let codeFrom: [Int]
    /// For each field, whether the file speaks of it.
    package let given: [Bool]
    /// The day from which changed amounts hold whose row tells none, as the operator said.
    package let effectiveOn: Day?
    /// For what the file is complete.
    package let full: FullSpan?
    /// Of a sheet of rejected rows that came back: the column with the numbers of the rejects.
    let rejects: Int?
    /// What of it that a person has to decide holds the whole file up.
    package let blocksOn: Set<ReviewKind>

    /// Where among the values of a row stands the day from which its amount holds; nil where the file tells none.
    let effectiveOnPlace: Int?
    /// Where stands what became of the record; nil where the file does not tell.
    let eventsPlace: Int?

    /// How many values a row has: one for each field, and behind them what a file tells besides.
    var slotCount: Int { noun.fields.count + (effectiveOnPlace == nil && eventsPlace == nil ? 0 : 1) }

    package var unknownHeadings: [String] {
        headings.indices.filter { uses[$0] == .unknown && !codeFrom.contains($0) && !headings[$0].text.isEmpty }
            .map { headings[$0].text }
    }

    /// Whether a column gives anything to a record.
    func reads(_ column: Int?) -> Bool {
        guard let column, column < uses.count else { return true }
        return codeFrom.contains(column) || (uses[column] != .passedOver && uses[column] != .unknown)
    }

    /// What stands above the column that gives a field, or what a file tells besides; nil where none does.
    func heading(of field: String) -> String? {
        let place = noun.place(of: field)
        return zip(uses, headings).first { use, _ in
            switch use {
            case .field(let given, _): given == place
            case .effectiveOn: field == Field.effectiveOn.name
            case .events: field == EventList.heading
            default: false
            }
        }?.1.text
    }

    package init(headings texts: [String], _ options: ImportOptions) throws(FileRefusal) {
        let headings = texts.map(Heading.init)
        let noun = if let told = options.noun { told } else { try Self.noun(of: headings, options) }
        self.headings = headings
        self.noun = noun
        func place(_ field: String) throws(FileRefusal) -> Int {
            guard let place = noun.place(of: field) else { throw .unknownField(noun: noun, field: field) }
            return place
        }
        func column(_ heading: String) throws(FileRefusal) -> Int {
            guard
                let column = texts.firstIndex(of: heading)
                    ?? headings.firstIndex(where: { $0.bare == Heading(heading).bare })
            else { throw .unknownColumn(heading: heading, headings: texts) }
            return column
        }
        var uses: [Use] = []
        for heading in headings {
            switch heading.meaning(in: noun) {
            case .field(let name): uses.append(.field(try place(name), heading.unit))
            case .kindOrMode: uses.append(.kindOrMode)
            case .period(let from, let until): uses.append(.period(try place(from), try place(until)))
            case .effectiveOn: uses.append(.effectiveOn)
            case .events: uses.append(.events)
            case .passedOver: uses.append(.passedOver)
            case nil: uses.append(.unknown)
            }
        }
        for (heading, field) in options.columns.sorted(by: { $0.key < $1.key }) {
            let named = Heading(field)
            let at = try column(heading)
            guard field != ImportOptions.noField else {
                uses[at] = .passedOver
                continue
            }
            if noun == .deal, named.bare == Field.effectiveOn.name {
                uses[at] = .effectiveOn
            } else if EventList.isKnown(for: noun), named.bare == EventList.heading {
                uses[at] = .events
            } else {
                uses[at] = .field(try place(named.bare), named.unit ?? headings[at].unit)
            }
        }
        var constants: [(field: Int, text: String, unit: MoneyUnit?)] = []
        for (field, text) in options.values.sorted(by: { $0.key < $1.key }) {
            let named = Heading(field)
            constants.append((try place(named.bare), text, named.unit))
        }
        if let venue = options.venue, let field = noun.place(of: "venue"), !uses.contains(where: { $0.field == field }),
            !constants.contains(where: { $0.field == field })
        {
            constants.append((field, venue, nil))
        }
        for (field, words) in options.words.sorted(by: { $0.key < $1.key }) {
            guard case .term(let vocabulary) = noun.fields[try place(field)].kind else { continue }
            for (_, word) in words.sorted(by: { $0.key < $1.key })
            where !word.isEmpty && word.withBytes({ vocabulary.place(of: $0) }) == nil {
                throw .badValue(field: field, .unknownTerm(word, vocabulary: vocabulary))
            }
        }
        var codeFrom: [Int] = []
        for heading in options.codeFrom {
            let at = try column(heading)
            // A number that is unique with others only gives no code by itself.
            if uses[at] == .field(try place("code"), nil) { uses[at] = .passedOver }
            codeFrom.append(at)
        }
        if options.effectiveOn != nil, noun != .deal {
            throw .unknownField(noun: noun, field: Field.effectiveOn.name)
        }
        rejects = headings.firstIndex { $0.bare == ReturnedSheet.bare[0] }
        effectiveOn = options.effectiveOn
        // Mended rows are complete for nothing.
        full = rejects == nil ? options.full ?? options.entry?.full : nil
        blocksOn = options.entry?.blocksOn ?? []
        let besides = zip(uses, texts).filter { $0.0 == .events || $0.0 == .effectiveOn }
        guard besides.count < 2 else {
            // A day from which the amount holds is an event too.
            let isOfDays = besides.allSatisfy { $0.0 == .effectiveOn }
            throw .doubledHeading(
                field: isOfDays ? Field.effectiveOn.name : EventList.heading, headings: besides.map(\.1))
        }
        effectiveOnPlace = besides.first?.0 == .effectiveOn ? noun.fields.count : nil
        eventsPlace = besides.first?.0 == .events ? noun.fields.count : nil
        self.uses = uses
        self.constants = constants
        self.codeFrom = codeFrom
        given = try Self.given(uses, constants, codeFrom, noun, texts)
    }

    private static func given(
        _ uses: [Use], _ constants: [(field: Int, text: String, unit: MoneyUnit?)], _ codeFrom: [Int], _ noun: Noun,
        _ texts: [String]
    ) throws(FileRefusal) -> [Bool] {
        var sources = noun.fields.map { _ in [String]() }
        for (use, text) in zip(uses, texts) {
            switch use {
            case .field(let field, _): sources[field].append(text)
            case .kindOrMode:
                for name in ["kind", "mode"] { sources[noun.knownPlace(of: name)].append(text) }
            case .period(let from, let until):
                for field in [from, until] { sources[field].append(text) }
            case .effectiveOn, .events, .passedOver, .unknown: break
            }
        }
        for constant in constants { sources[constant.field].append("--set") }
        if !codeFrom.isEmpty { sources[noun.knownPlace(of: "code")].append("--code-from") }
        let doubledByDesign = uses.contains(.kindOrMode) ? ["kind", "mode"] : []
        for (field, names) in zip(noun.fields, sources) where names.count > 1 && !doubledByDesign.contains(field.name) {
            throw .doubledHeading(field: field.name, headings: names)
        }
        let missing = zip(noun.fields, sources).filter { $0.isRequired && $1.isEmpty }.map(\.0.heading)
        guard missing.isEmpty else { throw .missingHeadings(noun: noun, fields: missing) }
        return sources.map { !$0.isEmpty }
    }

    /// The noun whose dates or own fields the headings name.
    private static func noun(of headings: [Heading], _ options: ImportOptions) throws(FileRefusal) -> Noun {
        let bare = Set(headings.map(\.bare))
        if bare.contains("metric"), bare.contains("comparison") { throw .figuresFile }
        let own: [(Noun, [String])] = [
            // A certificate says of its deal when it was signed.
            (.certificate, ["issued_on"]), (.deal, ["signed_on", "buyer"]), (.listing, ["listed_on", "asking_price"]),
            (.intention, ["received_on"]),
            (.demand, ["posted_on"]), (.instalment, ["due_on"]), (.payment, ["paid_on", "direction"]),
            (.venue, ["joined_on", "network"]), (.service, ["started_on"]), (.party, ["name"]),
        ]
        let named = options.columns.values.map { Heading($0).bare } + options.values.keys
        if tellsRegistrations(headings, named) { return .registration }
        // A loan falls due too.
        let isOfServices = tellsServices(headings, named)
        for (noun, fields) in own where noun != .instalment || !isOfServices {
            let told = headings.compactMap { heading -> String? in
                switch heading.meaning(in: noun) {
                case .field(let name), .period(let name, _): name
                default: nil
                }
            }
            guard fields.contains(where: { told.contains($0) || (noun != .party && named.contains($0)) }) else {
                continue
            }
            guard noun == .party else { return noun }
            let texts = headings.map(\.text)
            if (try? CalendarColumns(texts, told: options.columns)) != nil { throw .calendarFile }
            // A name is a heading of anything: what stands beside it must be a party's too.
            if isAllOfParties(headings, options) { return noun }
        }
        throw .unknownNoun(headings: headings.map(\.text))
    }

    /// A bank, an organiser or a customer stands in many files; code, kind and day of a service in its own.
    private static func tellsServices(_ headings: [Heading], _ named: [String]) -> Bool {
        ["code", "kind", "started_on"].allSatisfy { field in
            named.contains(field) || headings.contains { $0.meaning(in: .service) == .field(field) }
        }
    }

    private static func isAllOfParties(_ headings: [Heading], _ options: ImportOptions) -> Bool {
        let told = Set(options.columns.keys.map { Heading($0).bare })
        return headings.allSatisfy { heading in
            heading.bare.isEmpty || heading.meaning(in: .party) != nil || told.contains(heading.bare)
                || ReturnedSheet.bare.contains(heading.bare)
        }
    }

    /// A contract that was signed is a deal, registered or not. A bare 登记日期 is that of an intention, but beside the number of
    /// a contract's registration.
    private static func tellsRegistrations(_ headings: [Heading], _ named: [String]) -> Bool {
        func tells(_ field: String, of noun: Noun) -> Bool {
            headings.contains { $0.meaning(in: noun) == .field(field) }
        }
        if named.contains("signed_on") || tells("signed_on", of: .deal) { return false }
        if named.contains("registered_on") || named.contains("submitted_on") { return true }
        if tells("submitted_on", of: .registration) { return true }
        if tells("accepted_on", of: .registration), tells("registration_no", of: .deal) { return true }
        let days = headings.filter { $0.meaning(in: .registration) == .field("registered_on") }
        return days.contains { $0.meaning(in: .intention) == nil }
            || !days.isEmpty && tells("registration_no", of: .deal)
    }
}

extension ColumnMap.Use {
    var field: Int? {
        if case .field(let field, _) = self { field } else { nil }
    }
}
