package import Registry
package import RegistryStore
import Spreadsheets
import SystemPackage

/// A file that names records: one with the headings of venue and code, as an import writes the records it misses.
package enum NamedRows {
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
        let outcome: Result<[NamedRow], Refusal>
        do throws(ScanError) { outcome = try read(input, noun) } catch { throw .file(error.asRefusal) }
        return try outcome.get()
    }

    private static func read(
        _ input: borrowing InputFile, _ noun: Noun
    ) throws(ScanError) -> Result<[NamedRow], Refusal> {
        var options = ImportOptions()
        options.noun = noun
        let form = try input.form(options)
        switch form.kind {
        case .delimited(let delimiter):
            var reader = try reading { () throws(ReadingError) in
                try CSVReader(source: form.text(), delimiter: delimiter)
            }
            return try read(&reader, noun)
        case .jsonLines:
            var reader = try reading { () throws(ReadingError) in
                try JSONLinesReader { () throws(ReadingError) in try form.text() }
            }
            return try read(&reader, noun)
        case .workbook:
            let book = try reading { () throws(ReadingError) in try Workbook(input.descriptor) }
            guard let sheet = book.sheets.first else { throw .file(.empty) }
            var reader = try reading { () throws(ReadingError) in try book.rows(of: sheet) }
            return try read(&reader, noun)
        }
    }

    private static func read<Rows: RowSource & ~Copyable>(
        _ rows: inout Rows, _ noun: Noun
    ) throws(ScanError) -> Result<[NamedRow], Refusal> {
        var columns: (venue: Int, code: Int, noun: Int?)?
        var names: [NamedRow] = []
        var wrong: [Rejection] = []
        while let record = try reading({ () throws(ReadingError) in try rows.next() }) {
            if record.isBlank { continue }
            let texts = (0..<record.fieldCount).map { record.field($0).trimmed.text }
            guard let known = columns else {
                let meanings = texts.map { Heading($0).meaning(in: noun) }
                guard let venue = meanings.firstIndex(of: .field("venue")),
                    let code = meanings.firstIndex(of: .field("code"))
                else {
                    let missing = ["venue", "code"].filter { !meanings.contains(.field($0)) }
                    return .failure(.missingHeadings(missing))
                }
                columns = (venue, code, texts.firstIndex(of: "noun"))
                rows.expect(columns: texts.count)
                continue
            }
            let row = Int64(record.row)
            func refuse(_ column: String?, _ value: String?, _ why: Registry.Refusal) {
                wrong.append(Rejection(row: row, column: column, value: value, refusal: why))
            }
            guard record.faults.isEmpty, texts.count > max(known.venue, known.code) else {
                refuse(nil, nil, .missing(field: "code"))
                continue
            }
            if let other = known.noun, other < texts.count, !texts[other].isEmpty, Noun(word: texts[other]) != noun {
                refuse("noun", texts[other], .unknownWord(texts[other], words: [noun.rawValue]))
                continue
            }
            let (venue, code) = (texts[known.venue], texts[known.code])
            if venue.isEmpty { refuse("venue", nil, .missing(field: "venue")) }
            if code.isEmpty { refuse("code", nil, .missing(field: "code")) }
            if !venue.isEmpty, !code.isEmpty {
                names.append(NamedRow(row: row, name: RecordName(noun: noun, venue: venue, code: code)))
            }
        }
        guard wrong.isEmpty else { return .failure(.rows(wrong)) }
        return columns == nil ? .failure(.file(.empty)) : .success(names)
    }
}
