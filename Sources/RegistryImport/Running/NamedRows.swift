package import Registry
package import RegistryStore
import Spreadsheets
import SystemPackage

/// A file that names records: one with the headings of venue and code, as an import writes the records it misses.
package struct NamedRows {
    /// What is wrong with the file as a whole, or with the rows that name nothing.
    package enum Refusal: Error, Sendable {
        case file(FileRefusal)
        /// It has no heading for one of these.
        case missingHeadings([String])
        case rows([Rejection])
    }

    /// Reads a file in any form that an import takes.
    package static func read(_ path: String, of noun: Noun) throws(Refusal) -> [NamedRow] {
        let input: InputFile
        do throws(FileRefusal) { input = try InputFile(path) } catch { throw .file(error) }
        var list = NamedRows(noun)
        do throws(ScanError) { try list.take(input) } catch { throw .file(error.asRefusal) }
        return try list.outcome()
    }

    private let noun: Noun
    private var columns: (venue: Int, code: Int, noun: Int?)?
    private var names: [NamedRow] = []
    private var wrong: [Rejection] = []
    private var missing: [String] = []

    private init(_ noun: Noun) { self.noun = noun }

    private func outcome() throws(Refusal) -> [NamedRow] {
        if !missing.isEmpty { throw .missingHeadings(missing) }
        if !wrong.isEmpty { throw .rows(wrong) }
        if columns == nil { throw .file(.empty) }
        return names
    }

    private mutating func take(_ input: borrowing InputFile) throws(ScanError) {
        var options = ImportOptions()
        options.noun = noun
        let form = try input.form(options)
        var book: (workbook: Workbook, sheet: String)?
        if form.kind == .workbook {
            let workbook = try reading { () throws(ReadingError) in try Workbook(input.descriptor) }
            guard let sheet = workbook.sheets.first else { throw .file(.empty) }
            book = (workbook, sheet)
        }
        try OpenedFile(form: form, book: book).forEachRow { record in take(record) }
    }

    private mutating func take(_ record: CSVRecord) -> RowStep {
        if record.isBlank { return .next }
        let texts = (0..<record.fieldCount).map { record.field($0).trimmed.text }
        guard let known = columns else {
            let meanings = texts.map { Heading($0).meaning(in: noun) }
            guard let venue = meanings.firstIndex(of: .field("venue")),
                let code = meanings.firstIndex(of: .field("code"))
            else {
                missing = ["venue", "code"].filter { !meanings.contains(.field($0)) }
                return .stop
            }
            columns = (venue, code, texts.firstIndex(of: "noun"))
            return .expect(texts.count)
        }
        let row = Int64(record.row)
        func refuse(_ column: String?, _ value: String?, _ why: Registry.Refusal) {
            wrong.append(Rejection(row: row, column: column, value: value, refusal: why))
        }
        guard record.faults.isEmpty, texts.count > max(known.venue, known.code) else {
            refuse(nil, nil, .missing(field: "code"))
            return .next
        }
        if let other = known.noun, other < texts.count, !texts[other].isEmpty, Noun(word: texts[other]) != noun {
            refuse("noun", texts[other], .unknownWord(texts[other], words: [noun.rawValue]))
            return .next
        }
        let (venue, code) = (texts[known.venue], texts[known.code])
        if venue.isEmpty { refuse("venue", nil, .missing(field: "venue")) }
        if code.isEmpty { refuse("code", nil, .missing(field: "code")) }
        if !venue.isEmpty, !code.isEmpty {
            names.append(NamedRow(row: row, name: RecordName(noun: noun, venue: venue, code: code)))
        }
        return .next
    }
}
