import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The CSV of the records that a complete file lacks, as `void-deals --from` and its siblings take it.
enum MissingFile {
    private static let headings = ["noun", "venue", "code", "title", "amount_yuan"]

    /// Whether a file begins as those do that are written here.
    static func isEarlier(_ bytes: [UInt8]) -> Bool { bytes.starts(with: headings.joined(separator: ",").utf8) }

    /// Beside the file, under a name that no pattern of CSV files takes in.
    static func name(beside path: String) -> String { path + Inbox.missingEnding }

    /// Writes them and says where they are.
    ///
    /// - Parameter name: of the file that lacks them.
    static func list(
        _ missing: MissingRecords, of ledger: Ledger, lackedBy name: String, in path: String
    ) throws(StoreError) {
        try write(missing, of: ledger, to: path)
        tell(missing, lackedBy: name, in: path)
    }

    /// Says where they are.
    static func tell(_ missing: MissingRecords, lackedBy name: String, in path: String) {
        Terminal.say(Words.file(name, Words.listed(in: path, missing.noun)))
    }

    /// Writes them, in the place of what an earlier import wrote there: a reader sees that or all of this.
    ///
    /// - Parameter path: `-` is standard output; a pipe or a device is written to as it is.
    /// - Throws: ``StoreError/cannotWrite(path:errno:)``, ``StoreError/cannotCreate(path:errno:)``.
    static func write(_ missing: MissingRecords, of ledger: Ledger, to path: String) throws(StoreError) {
        guard path != "-" else { return try write(missing, of: ledger, to: STDOUT_FILENO, path) }
        try OutputPlace(path: path).write(replacing: true) { descriptor throws(StoreError) in
            try write(missing, of: ledger, to: descriptor, path)
        }
    }

    private static func write(
        _ missing: MissingRecords, of ledger: Ledger, to descriptor: Int32, _ path: String
    ) throws(StoreError) {
        let sink = Terminal.output(to: descriptor)
        var rows = CSVRows(to: sink)
        let headings = Self.headings + [missing.noun.begunBy.count == 1 ? missing.noun.begunBy[0] : "day"]
        try writing(to: path) { () throws(WriteError) in try rows.begin(headings.map { Column($0) }) }
        try missing.forEach(in: ledger) { record throws(StoreError) in
            try writing(to: path) { () throws(WriteError) in
                try rows.row([
                    .text(missing.noun.rawValue), .text(record.name.venue ?? ""), .text(record.name.code),
                    record.title.map(Cell.text) ?? .null, record.amount.map { .decimal($0.yuan) } ?? .null,
                    .text("\(record.day)"),
                ])
            }
        }
        try writing(to: path) { () throws(WriteError) in
            _ = try rows.end()
            try sink.flush()
        }
    }
}
