import Registry
import Spreadsheets
import YAML

/// Reads one entry of a profile's `files`.
struct EntryReading {
    static let keys = [
        "match", "kind", "encoding", "delimiter", "sheet", "heading_row", "columns", "set", "code_from", "unit",
        "dates", "values", "full", "expected_rows", "arrives_by", "tolerated_rejects", "blocks_on",
    ]

    private let desk: ProfileDesk
    private let number: Int
    private let path: String

    init(_ desk: ProfileDesk, number: Int) {
        self.desk = desk
        self.number = number
        path = "files[\(number)]"
    }

    /// Nil where its pattern is none; what is wrong is at the desk.
    func file(_ node: YAMLNode) -> VenueProfile.File? {
        let keys = desk.keys(of: node, at: path, Self.keys)
        func at(_ key: String) -> String { "\(path).\(key)" }
        guard let matching = keys["match"] else {
            if case .keys = node.content { desk.refuse(.missing("match"), path, node) }
            return nil
        }
        guard
            let match = desk.value(
                matching, at: at("match"), "a pattern of file names without folders, as 成交*.xlsx", FilePattern.init)
        else { return nil }
        let pattern = match.description.lowercased()
        if let line = desk.matches[pattern] {
            desk.refuse(.doubledMatch(match.description, firstLine: line), at("match"), matching)
        }
        desk.matches[pattern] = matching.place.line

        var file = VenueProfile.File(match: match, number: number)
        file.noun = desk.value(
            keys["kind"], at: at("kind"), Noun.allCases.map(\.plural).joined(separator: ", "),
            words: Noun.allCases.map(\.plural), Noun.init(word:))
        file.form.encoding = desk.value(
            keys["encoding"], at: at("encoding"), TextEncoding.allCases.map(\.rawValue).joined(separator: ", "),
            words: TextEncoding.allCases.map(\.rawValue), TextEncoding.init(name:))
        file.form.delimiter = desk.value(
            keys["delimiter"], at: at("delimiter"), "comma, semicolon, tab, bar or one character",
            words: ["comma", "semicolon", "tab", "bar"], DelimiterName.byte)
        file.form.sheet = desk.value(keys["sheet"], at: at("sheet"), "the name of a sheet") { $0.isEmpty ? nil : $0 }
        file.headingRow = desk.value(keys["heading_row"], at: at("heading_row"), "a row from 1 to 1000") { text in
            Int(text).flatMap { 1...1000 ~= $0 ? $0 : nil }
        }
        file.unit = desk.value(
            keys["unit"], at: at("unit"), "元, 千元, 万元, 亿元, or yuan, qian, wan, yi",
            words: MoneyUnit.allCases.map(\.rawValue), MoneyUnit.init(word:))
        file.dayFormat = desk.value(
            keys["dates"], at: at("dates"), "dmy, mdy, or a pattern of d, M and y as dd-MMM-yy", words: ["dmy", "mdy"],
            DayFormat.init)
        if let node = keys["columns"] { file.columns = columns(node, at: at("columns"), of: file.noun) }
        if let node = keys["set"] { file.constants = constants(node, at: at("set"), of: file.noun) }
        if let node = keys["code_from"] { file.codeFrom = desk.texts(node, at: at("code_from")).map(\.text) }
        if let node = keys["values"] {
            for (name, field, node) in desk.pairs(of: node, at: at("values"))
            where isField(field, name, at: at("values"), of: file.noun) {
                file.words[field] = words(node, at: "\(at("values")).\(field)", field, of: file.noun)
            }
        }
        let spans = FullSpan.allCases.map(\.rawValue)
        file.full = desk.value(
            keys["full"], at: at("full"), spans.joined(separator: ", "), words: spans, FullSpan.init(rawValue:))
        file.expectedRows = desk.value(
            keys["expected_rows"], at: at("expected_rows"), "the fewest, as 100, or a span, as 100-500", Self.span)
        file.arrivesBy = desk.value(
            keys["arrives_by"], at: at("arrives_by"), "a time of day, as 18:00, or 18:00 the day before", DueTime.init)
        file.toleratedRejects = desk.value(
            keys["tolerated_rejects"], at: at("tolerated_rejects"), "a share, as 1%, or a number of rows",
            RejectCeiling.init)
        if let node = keys["blocks_on"] {
            let kinds = ReviewKind.allCases.map(\.rawValue)
            file.blocksOn = Set(
                desk.texts(node, at: at("blocks_on")).compactMap { _, node in
                    desk.value(
                        node, at: at("blocks_on"), kinds.joined(separator: ", "), words: kinds,
                        ReviewKind.init(rawValue:))
                })
        }
        return file
    }

    private static func span(_ text: String) -> ClosedRange<Int64>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
            part.filter { $0 != " " }
        }
        guard (1...2).contains(parts.count), parts.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }),
            let least = Int64(parts[0])
        else { return nil }
        guard parts.count == 2 else { return least...Int64.max }
        guard let most = Int64(parts[1]), least <= most else { return nil }
        return least...most
    }

    private func columns(_ node: YAMLNode, at key: String, of noun: Noun?) -> [String: String] {
        var columns: [String: String] = [:]
        for (_, heading, value) in desk.pairs(of: node, at: key) {
            guard let field = desk.text(value, at: key) else { continue }
            if field == ImportOptions.noField || isField(Heading(field).bare, value, at: key, of: noun) {
                columns[heading] = field
            }
        }
        return columns
    }

    private func constants(_ node: YAMLNode, at key: String, of noun: Noun?) -> [String: String] {
        var constants: [String: String] = [:]
        for (name, field, value) in desk.pairs(of: node, at: key) {
            guard let text = desk.text(value, at: "\(key).\(field)"),
                isField(Heading(field).bare, name, at: key, of: noun)
            else { continue }
            constants[field] = text
            let vocabularies = self.vocabularies(of: field, noun)
            if !vocabularies.isEmpty, !Self.isKnown(text, in: vocabularies) {
                desk.refuse(.unknownTerm(text, vocabularies: vocabularies), "\(key).\(field)", value)
            }
        }
        return constants
    }

    private func words(_ node: YAMLNode, at key: String, _ field: String, of noun: Noun?) -> [String: String] {
        let vocabularies = self.vocabularies(of: field, noun)
        var words: [String: String] = [:]
        for (_, word, value) in desk.pairs(of: node, at: key) {
            // Nothing stands for no value.
            guard let text = value.isNothing ? "" : desk.text(value, at: key) else { continue }
            if !text.isEmpty, !vocabularies.isEmpty, !Self.isKnown(text, in: vocabularies) {
                desk.refuse(.unknownTerm(text, vocabularies: vocabularies), key, value)
            }
            words[word] = text
        }
        return words
    }

    private func isField(_ field: String, _ node: YAMLNode, at key: String, of noun: Noun?) -> Bool {
        let nouns = noun.map { [$0] } ?? Noun.allCases
        if nouns.contains(where: { $0.place(of: field) != nil }) { return true }
        var fields: [String] = []
        for name in nouns.flatMap({ $0.fields.map(\.name) }) where !fields.contains(name) { fields.append(name) }
        desk.refuse(.unknownField(field, nearest: nearestName(to: field, among: fields), fields: fields), key, node)
        return false
    }

    /// Those that the values of a field are of: of one kind of record, or of any where that is not told.
    private func vocabularies(of field: String, _ noun: Noun?) -> [Vocabulary] {
        var found: [Vocabulary] = []
        for noun in noun.map({ [$0] }) ?? Noun.allCases {
            guard let place = noun.place(of: field), case .term(let vocabulary) = noun.fields[place].kind,
                !found.contains(vocabulary)
            else { continue }
            found.append(vocabulary)
        }
        return found
    }

    private static func isKnown(_ word: String, in vocabularies: [Vocabulary]) -> Bool {
        word.withBytes { bytes in vocabularies.contains { $0.place(of: bytes) != nil } }
    }
}
