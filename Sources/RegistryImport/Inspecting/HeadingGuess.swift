import Registry
import Spreadsheets

/// Where the headings of an unknown file stand, and what its rows are, as far as they tell.
struct HeadingGuess {
    private static let rowsLookedAt = 30

    let row: Int
    let texts: [String]
    let rowsAbove: [[String]]
    let noun: Noun
    /// Whether the headings are known well enough that import finds them by itself.
    let isKnown: Bool
    /// Whether the headings, or the operator, tell what the rows are.
    let isNounKnown: Bool

    init(_ file: OpenedFile, _ options: ImportOptions) throws(ScanError) {
        var rows: [(row: Int, texts: [String])] = []
        try file.forEachRow { record in
            let texts = (0..<record.fieldCount).map { record.field($0).trimmed.text }
            if texts.contains(where: { !$0.isEmpty }) { rows.append((record.row, texts)) }
            return rows.count < Self.rowsLookedAt ? .next : .stop
        }
        guard !rows.isEmpty else { throw .file(.empty) }
        let known = rows.firstIndex { ColumnMap.known(among: $0.texts, options) >= 2 }
        let place = file.form.kind == .jsonLines ? 0 : known ?? Self.likeliest(rows.map(\.texts))
        isKnown = known == place
        row = rows[place].row
        texts = rows[place].texts
        rowsAbove = rows[..<place].map(\.texts)
        let headings = texts.map(Heading.init)
        let counts = Noun.allCases.map { noun in
            (noun, headings.count { heading in if case .field = heading.meaning(in: noun) { true } else { false } })
        }
        let most = counts.map(\.1).max() ?? 0
        let told = options.noun ?? Self.told(texts, options)
        let equal = counts.filter { $0.1 == most }.map(\.0)
        // A certificate repeats the words of its deal.
        let best = equal.count > 1 ? equal.filter { $0 != .certificate } : equal
        noun = told ?? (best.contains(.deal) ? .deal : best.last ?? .deal)
        isNounKnown = told != nil || (most >= 2 && best.count == 1)
    }

    /// What import takes the rows for, also where it then lacks headings of that.
    private static func told(_ texts: [String], _ options: ImportOptions) -> Noun? {
        do throws(FileRefusal) {
            return try ColumnMap(headings: texts, options).noun
        } catch {
            if case .missingHeadings(let noun, _) = error { return noun }
            return nil
        }
    }

    /// The first row that has nearly as many cells as any, none of them a number or a day.
    private static func likeliest(_ rows: [[String]]) -> Int {
        let filled = rows.map { row in row.count { !$0.isEmpty } }
        let most = filled.max() ?? 0
        let wide = rows.indices.filter { filled[$0] >= 2 && filled[$0] * 5 >= most * 3 }
        return wide.first { rows[$0].allSatisfy { !isValue($0) } } ?? wide.first ?? 0
    }

    private static func isValue(_ text: String) -> Bool {
        let digits = text.count { $0.isNumber }
        return digits > 0 && digits * 2 >= text.count
    }
}

extension ColumnMap {
    /// What of the headings is known, without asking for more; a field that is given twice is taken the first time.
    ///
    /// - Returns: also the headings that give a field again.
    static func partial(
        _ texts: [String], noun: Noun, venue: String?
    ) -> (map: ColumnMap, doubled: [(heading: String, field: String)]) {
        let headings = texts.map(Heading.init)
        var uses: [Use] = []
        var given = noun.fields.map { _ in false }
        var doubled: [(heading: String, field: String)] = []
        for heading in headings {
            var use: Use
            switch heading.meaning(in: noun) {
            case .field(let name): use = .field(noun.knownPlace(of: name), heading.unit)
            case .kindOrMode: use = .kindOrMode
            case .period(let from, let until): use = .period(noun.knownPlace(of: from), noun.knownPlace(of: until))
            case .effectiveOn: use = .effectiveOn
            case .events: use = .events
            case .passedOver: use = .passedOver
            case nil: use = .unknown
            }
            if case .field(let field, _) = use, given[field] {
                doubled.append((heading.text, noun.fields[field].name))
                use = .unknown
            }
            switch use {
            case .field(let field, _): given[field] = true
            case .period(let from, let until): (given[from], given[until]) = (true, true)
            case .kindOrMode:
                for name in ["kind", "mode"] { if let place = noun.place(of: name) { given[place] = true } }
            case .effectiveOn, .events, .passedOver, .unknown: break
            }
            uses.append(use)
        }
        var constants: [(field: Int, text: String, unit: MoneyUnit?)] = []
        if let venue, let field = noun.place(of: "venue"), !given[field] {
            constants.append((field, venue, nil))
            given[field] = true
        }
        return (
            ColumnMap(noun: noun, headings: headings, uses: uses, constants: constants, given: given), doubled
        )
    }

    private init(
        noun: Noun, headings: [Heading], uses: [Use], constants: [(field: Int, text: String, unit: MoneyUnit?)],
        given: [Bool]
    ) {
        self.noun = noun
        self.headings = headings
        self.uses = uses
        self.constants = constants
        self.given = given
        codeFrom = []
        (effectiveOnPlace, eventsPlace) = (nil, nil)
        (effectiveOn, full, blocksOn, rejects) = (nil, nil, [], nil)
    }
}
