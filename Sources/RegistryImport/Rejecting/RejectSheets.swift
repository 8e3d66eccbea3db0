import Registry
package import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The rejected rows of a file as two sheets, one CSV and one workbook, that can be mended and sent back: the file's own
/// headings and cells as they came, and before them what is wrong.
///
/// They are written whole under names of their own, and taken away unless somebody gives them others.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that imports the file.
package final class RejectSheets: @unchecked Sendable {
    private static let widths = [12, 12, 48, 48]

    private let csvPath: String
    private let workbookPath: String
    private var csv: Int32
    private var workbook: Int32
    private var isPublished = false
    private let csvRows: FileDescriptorSink
    private var sheet: SheetWriting?
    private var line = CSVLine()
    private var lines = 0
    private var headingRow = 1
    /// Rows that the workbook has no room for.
    package private(set) var rowsLeftOut: Int64 = 0
    package private(set) var rows: Int64 = 0

    /// Whether a file begins as a CSV does that was written here: our headings stand in one of its first rows.
    package static func isEarlierCSV(_ bytes: [UInt8]) -> Bool {
        String(decoding: bytes, as: UTF8.self).contains(ReturnedSheet.headings.joined(separator: ","))
    }

    /// - Parameter prefix: of the names under which they are written.
    /// - Throws: ``StoreError/cannotCreate(path:errno:)``.
    init(_ prefix: String) throws(StoreError) {
        (csvPath, workbookPath) = ("\(prefix).new-\(getpid()).csv", "\(prefix).new-\(getpid()).xlsx")
        csv = open(csvPath, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard csv >= 0 else { throw .cannotCreate(path: csvPath, errno: errno) }
        workbook = open(workbookPath, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
        guard workbook >= 0 else {
            let code = errno
            close(csv)
            unlink(csvPath)
            throw .cannotCreate(path: workbookPath, errno: code)
        }
        csvRows = FileDescriptorSink(descriptor: csv)
    }

    deinit {
        letGo()
        guard !isPublished else { return }
        unlink(csvPath)
        unlink(workbookPath)
    }

    private func letGo() {
        for descriptor in [csv, workbook] where descriptor >= 0 { close(descriptor) }
        (csv, workbook) = (-1, -1)
    }

    /// Begins with what stands above the headings, each row where it stood, since it may tell the unit of all amounts.
    func begin(
        above: [(row: Int, cells: [String])], headings: [String], headingRow: Int
    ) throws(StoreError) {
        self.headingRow = max(1, headingRow)
        try writing(to: csvPath) { () throws(WriteError) in try csvRows.write("\u{FEFF}") }
        try writing(to: workbookPath) { () throws(WriteError) in
            sheet = try SheetWriting(workbook, sheet: "退回", widths: Self.widths, frozenRows: self.headingRow)
        }
        for (row, cells) in above { try put(row, cells.map { ($0, .plain) }) }
        try put(self.headingRow, (ReturnedSheet.headings + headings).map { ($0, .heading) }, lines: 2)
    }

    /// - Parameter number: of the reject; nil where nothing was recorded.
    func add(_ row: RowToMend, number: Int64?) throws(StoreError) {
        rows += 1
        let before: [(String, SheetWriting.Look)] = [
            (number.map(Reject.number) ?? "", .remark), ("\(row.row.row)", .remark),
            (row.row.reasons.chinese, .remark), (row.row.reasons.english, .remark),
        ]
        let lines = max(Self.lines(of: row.row.reasons.chinese), Self.lines(of: row.row.reasons.english))
        try put(headingRow + Int(rows), before + row.cells.map { ($0, .plain) }, lines: lines)
    }

    /// How many lines a text has in the column of reasons, in which a Chinese character takes the room of two others.
    private static func lines(of text: String) -> Int {
        text.split(separator: "\n").reduce(0) { lines, line in
            let width = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            return lines + (width + widths[2] - 5) / (widths[2] - 4)
        }
    }

    private func put(
        _ row: Int, _ cells: [(text: String, look: SheetWriting.Look)], lines height: Int = 1
    ) throws(StoreError) {
        line.clear()
        while lines < row - 1 {
            line.endLine()
            lines += 1
        }
        for cell in cells { line.appendField(cell.text.isEmpty ? .null : .text(cell.text)) }
        line.endLine()
        lines += 1
        try writing(to: csvPath) { () throws(WriteError) in
            try line.withBytes { (bytes) throws(WriteError) in try csvRows.write(bytes.bytes) }
        }
        try writing(to: workbookPath) { () throws(WriteError) in
            if try sheet?.row(row, cells, lines: height) == false { rowsLeftOut += 1 }
        }
    }

    /// Completes them; they are on the disk when this returns.
    func finish() throws(StoreError) {
        try writing(to: csvPath) { () throws(WriteError) in
            try csvRows.flush()
            if fsync(csv) != 0 { throw .refused(code: errno) }
        }
        try writing(to: workbookPath) { () throws(WriteError) in
            try sheet?.finish()
            sheet = nil
            if fsync(workbook) != 0 { throw .refused(code: errno) }
        }
        letGo()
    }

    /// Gives them their names, over what stood there, on another file system if need be; what is no file, a pipe or a
    /// device, is written to as it is.
    ///
    /// - Throws: ``StoreError/cannotCreate(path:errno:)``.
    package func publish(csv csvName: String, workbook workbookName: String) throws(StoreError) {
        for (path, name) in [(csvPath, csvName), (workbookPath, workbookName)] {
            let code = FileSystem.isStream(name) ? FileCarrying.pour(path, into: name) : Self.move(path, over: name)
            guard code == 0 else { throw .cannotCreate(path: name, errno: code) }
        }
        isPublished = true
        FileSystem.sync(folder: FileSystem.folder(of: csvName))
    }

    private static func move(_ path: String, over name: String) -> Int32 {
        var code = rename(path, name) == 0 ? 0 : errno
        if code == EXDEV {
            unlink(name)
            code = FileCarrying.copy(path, to: name)
            if code == 0 { unlink(path) }
        }
        return code
    }
}
