import Digests
import Registry
import RegistryStore
import Spreadsheets

/// Tells of rows that are not what was sealed which of their columns was altered, and what it held: from the other versions
/// of the row, its neighbours, the row of the kept file it came from, and all values that a column with few of them takes.
///
/// What tells is the check of 32 bits that was kept of the row: with a hundred thousand values tried, one row in forty
/// thousand is told wrongly. Where several values fit, or none does, nothing is told.
final class AlteredColumns {
    struct Altered {
        let column: String
        let found: String?
        let expected: String?
    }

    let ledger: Ledger
    /// So that a file which somebody wrote all over does not take for ever.
    private var triesLeft = 20_000_000
    private var words: [String: [[UInt8]]] = [:]

    init(_ ledger: Ledger) { self.ledger = ledger }

    func find(_ suspect: Suspect, in plan: TablePlan, format: Int) throws(StoreError) -> Altered? {
        guard let check = suspect.check, triesLeft > 0 else { return nil }
        var search = ColumnSearch(line: suspect.line) { LineCheck.of($0) == check }
        let columns = plan.columns(of: format)
        guard search.fields.count == columns.count else { return nil }
        guard try attemptVersions(of: suspect, plan, format, columns, &search) else { return nil }
        let identities = try plan.table.name == "party" ? identities(of: suspect, in: plan) : [:]
        for digest in identities.keys {
            if let place = columns.firstIndex(of: "identity_sha256") { search.attempt(digest, at: place) }
        }
        let texts = try original(search.fields, columns)
        let references = try ledger.references(of: plan.table.name)
        for (place, column) in columns.enumerated() where !["id", "change_id"].contains(column) {
            search.attempt([], at: place)
            search.attempt([] as [UInt8] == search.fields[place] ? [0x22, 0x22] : [0x30], at: place)
            for text in texts { attempt(text, column, place, &search) }
            search.attemptSlips(at: place)
            if let target = references.first(where: { $0.column == column })?.target {
                for id in 1...max(1, min(try ledger.lastID(of: target), 300_000)) { search.attempt(id, at: place) }
            } else if plan.columns.contains(column) {
                for word in try words(of: column, plan.table.name) { search.attempt(word, at: place) }
            }
        }
        triesLeft -= search.tries
        guard let found = altered(search, columns) else { return nil }
        // What stands in the seal for a party is no column of it.
        return found.column == "identity_sha256" ? search.matches.first.flatMap { identities[$0.field] } : found
    }

    func altered(_ search: ColumnSearch, _ columns: [String]) -> Altered? {
        guard search.matches.count == 1, let match = search.matches.first else { return nil }
        func text(_ field: [UInt8]) -> String? { field.csvValue.map { String(decoding: $0, as: UTF8.self) } }
        return Altered(
            column: columns[match.place], found: text(search.fields[match.place]), expected: text(match.field))
    }

    /// What the other versions of the row and the rows beside it hold. Rows of a file follow one another.
    ///
    /// - Returns: false where another version is the one that was sealed: this one says that it is of a change of which it
    ///   is not.
    private func attemptVersions(
        of suspect: Suspect, _ plan: TablePlan, _ format: Int, _ columns: [String], _ search: inout ColumnSearch
    ) throws(StoreError) -> Bool {
        var line = CSVLine()
        for id in [suspect.id, suspect.id - 1, suspect.id + 1] {
            let rows = try ledger.versions(of: plan.table, columns: plan.columns, ofRow: id)
            while try rows.next() {
                plan.write(rows, format: format, to: &line)
                if id == suspect.id, rows.change == suspect.change, line.withBytes(LineCheck.of) == suspect.check {
                    return false
                }
                let bytes = Array(line.bytes.dropLast())
                let fields = ColumnSearch.fields(of: bytes).map { Array(bytes[$0]) }
                guard fields.count == columns.count else { continue }
                for (place, column) in columns.enumerated() where !["id", "change_id"].contains(column) {
                    search.attempt(fields[place], at: place)
                    guard column == "file_row", let row = Int64(String(decoding: fields[place], as: UTF8.self)) else {
                        continue
                    }
                    search.attempt(row &+ 1, at: place)
                    search.attempt(row &- 1, at: place)
                }
            }
        }
        return true
    }

    /// The cells of the row of the kept file from which the row came, where it can be read.
    private func original(_ fields: [[UInt8]], _ columns: [String]) throws(StoreError) -> [String] {
        func number(_ column: String) -> Int64? {
            columns.firstIndex(of: column).flatMap { Int64(String(decoding: fields[$0], as: UTF8.self)) }
        }
        guard let file = number("file_id"), let offset = number("file_offset"),
            let sha256 = try ledger.importedFiles().first(where: { $0.id == file })?.sha256,
            let text = try? ledger.texts(of: sha256, at: [offset]).first ?? nil
        else { return [] }
        var cells: Set<String> = []
        for separator in [",", ";", "\t", "|"] {
            for cell in text.split(separator: Character(separator)) {
                let cell = cell.filter { $0 != "\"" }
                cells.insert(cell)
                cells.insert(cell.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            }
        }
        return Array(cells)
    }

    private func attempt(_ text: String, _ column: String, _ place: Int, _ search: inout ColumnSearch) {
        search.attempt(Array(text.utf8).csvField, at: place)
        guard column.hasSuffix("_fen") else { return }
        for unit in MoneyUnit.allCases {
            let amount = text.withBytes { bytes in try? Amount.read(bytes, unit: unit) }
            if let amount { search.attempt(amount.fen, at: place) }
        }
    }

    /// All that a column may hold, where that is little; else what it holds elsewhere, of a small table.
    func words(of column: String, _ table: String) throws(StoreError) -> [[UInt8]] {
        if let known = words["\(table).\(column)"] { return known }
        var found: [[UInt8]] = []
        let field = Noun(rawValue: table)?.fields.first { $0.column == column }
        if case .term(let vocabulary)? = field?.kind {
            found = vocabulary.terms.map { Array($0.code.utf8) }
        } else if field?.kind.isDay ?? (column.hasSuffix("_on") || ["as_of", "day"].contains(column)) {
            // A hundred years.
            found = (-7305...29_219 as ClosedRange<Int32>).map { Array("\(Day(number: $0))".utf8) }
        } else if try ledger.lastID(of: table) <= 20_000 {
            found = try ledger.texts(of: column, in: table, most: 1000).map { Array($0.utf8).csvField }
        }
        words["\(table).\(column)"] = found
        return found
    }
}
