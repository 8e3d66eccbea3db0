import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The records of a noun on their way into a file.
struct ExportFile {
    let ledger: Ledger
    let noun: Noun
    let viewpoint: Viewpoint
    let format: ExportFormat
    /// Whether it is CSV for a spreadsheet program, and not for an import.
    let isForEyes: Bool

    /// Writes it whole under its name, or nothing.
    ///
    /// - Returns: how many records it has.
    func write(to path: String, replacing: Bool) throws -> Int {
        let place = OutputPlace(path: path)
        try place.check(for: ledger) { isEarlier($0) || !replacing }
        if !replacing, !FileSystem.isStream(path), access(path, F_OK) == 0 {
            throw Failure(.cannotCreate, Words.notAnExport(path))
        }
        if format == .xlsx, FileSystem.isTerminal(path) { throw Failure(.misuse, Words.workbookToTerminal) }
        var count = 0
        try fitting { () throws(StoreError) in
            try place.write(replacing: replacing) { descriptor throws(StoreError) in
                count = try FileSystem.isStream(path) ? stream(to: descriptor, path) : write(to: descriptor, path)
            }
        }
        return count
    }

    func writeToStandardOutput() throws {
        if format == .xlsx, isatty(STDOUT_FILENO) == 1 {
            throw Failure(.misuse, Words.workbookToTerminal)
        }
        try fitting { () throws(StoreError) in _ = try stream(to: STDOUT_FILENO, "-") }
    }

    /// Says of a sheet that has no more rows what it is, which for a program is a file that grew too large.
    private func fitting(_ write: () throws(StoreError) -> Void) throws {
        do throws(StoreError) {
            try write()
        } catch {
            guard case .cannotWrite(_, EFBIG) = error, format == .xlsx else { throw error }
            throw Failure(.cannotCreate, Words.sheetIsFull(SheetWriting.mostRows - 1))
        }
    }

    /// Writes to what can be no file of ours: a pipe, a device. A workbook is made whole before.
    private func stream(to descriptor: Int32, _ path: String) throws(StoreError) -> Int {
        guard format == .xlsx else { return try write(to: descriptor, path) }
        let spool = try Self.spool()
        defer { try? spool.close() }
        let count = try write(to: spool.rawValue, path)
        try copy(spool, to: FileDescriptorSink(descriptor: descriptor), path)
        return count
    }

    private static func spool() throws(StoreError) -> FileDescriptor {
        do throws(Errno) { return try SpillFile.nameless() } catch { throw .temporaryFile(errno: error.rawValue) }
    }

    private func copy(_ spool: FileDescriptor, to sink: FileDescriptorSink, _ path: String) throws(StoreError) {
        let source = DescriptorSource(spool, from: 0)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got: Result<Int, ReadingError> = chunk.withUnsafeMutableBytes { room in
                do throws(ReadingError) { return .success(try source.read(into: room)) } catch {
                    return .failure(error)
                }
            }
            guard case .success(let count) = got else { throw .temporaryFile(errno: EIO) }
            if count == 0 { return try writing(to: path) { () throws(WriteError) in try sink.flush() } }
            try writing(to: path) { () throws(WriteError) in try sink.write(Array(chunk[..<count])) }
        }
    }

    private func write(to descriptor: Int32, _ path: String) throws(StoreError) -> Int {
        var rows = writer(to: descriptor)
        var count = 0
        try writing(to: path) { () throws(WriteError) in try rows.begin(Ledger.exportColumns(of: noun)) }
        try ledger.forEachExported(noun, from: viewpoint) { cells throws(StoreError) in
            try writing(to: path) { () throws(WriteError) in
                guard try rows.row(cells) else { throw .refused(code: EFBIG) }
            }
            count += 1
            return true
        }
        try writing(to: path) { () throws(WriteError) in try rows.end() }
        return count
    }

    private func writer(to descriptor: Int32) -> any ExportWriting {
        let sink = Terminal.output(to: descriptor)
        if isForEyes { return SpreadsheetCSV(to: sink) }
        switch format {
        case .csv: return PlainExport(CSVRows(to: sink))
        case .jsonl: return PlainExport(JSONRows(.lines, to: sink))
        case .xlsx: return WorkbookExport(descriptor, sheet: noun.plural)
        }
    }

    /// Whether a file begins as those do that are written here.
    private func isEarlier(_ bytes: [UInt8]) -> Bool {
        let headings = Ledger.exportColumns(of: noun).map(\.heading)
        let line = headings.joined(separator: ",")
        switch format {
        case .csv: return bytes.starts(with: ((isForEyes ? "\u{FEFF}" : "") + line + (isForEyes ? "\r\n" : "\n")).utf8)
        case .jsonl: return bytes.isEmpty || bytes.starts(with: "{\"\(headings[0])\": ".utf8)
        case .xlsx: return SheetWriting.mayHaveWritten(bytes)
        }
    }
}
