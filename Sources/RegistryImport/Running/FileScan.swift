import Digests
import Registry
import RegistryStore
import Spreadsheets
import SystemPackage

/// The first of two passes over a file: every row is read, checked and sorted by key; nothing is written to the registry.
struct FileScan {
    let head: FileHead
    let rows: SortedRows
    let form: FileForm
    let rowReading: RowReading
    /// The venue whose file it is, and to which rows belong that name none.
    let venue: String?
    /// The rejects that its rows mend.
    let mended: MendedRows
    /// The first row at fault of which nobody can tell the code.
    let rowWithoutCode: Int64?
    let sha256: String
    let counts: RowTally
    /// Whether totals in the file count its rows, those too that say the same.
    let areRowsTotalled: Bool
    /// Of a file of payments, those of its rows that are whole.
    let paid: [PaidRow]
    /// Of a file of certificates, those of its rows that are whole.
    let certified: [CertifiedRow]
    let rejections: RejectionList
    let notices: [ImportNotice]

    var map: ColumnMap { head.map }

    struct RowTally {
        var read: Int64 = 0
        var setAside: Int64 = 0
    }

    /// - Parameter wording: of what is wrong with rows, where they are to be kept or sent back.
    /// - Throws: ``ScanError``.
    init(
        _ file: borrowing InputFile, _ options: ImportOptions, today: Day, watch: ImportWatch,
        wording: RejectionWording? = nil
    ) throws(ScanError) {
        let form = try file.form(options)
        let digest = FileDigest(watch)
        switch form.kind {
        case .delimited(let delimiter):
            var reader = try reading { () throws(ReadingError) in
                try CSVReader(source: form.text { digest.add($0) }, delimiter: delimiter)
            }
            try self.init(
                &reader, form, options, sheet: nil, today: today, watch: watch, wording: wording
            ) { digest.finish() }
        case .jsonLines:
            let digests = [FileDigest(watch), digest]
            var pass = 0
            var reader = try reading { () throws(ReadingError) in
                try JSONLinesReader { () throws(ReadingError) in
                    defer { pass += 1 }
                    let digest = digests[pass]
                    return try form.text { digest.add($0) }
                }
            }
            try self.init(
                &reader, form, options, sheet: nil, today: today, watch: watch, wording: wording
            ) { digest.finish() }
        case .workbook:
            let book = try reading { () throws(ReadingError) in try Workbook(file.descriptor) }
            let sheet = try SheetChoice(of: book, options)
            var reader = try reading { () throws(ReadingError) in try book.rows(of: sheet.name) }
            // Not read from first to last: its digest is taken apart.
            guard let sha256 = file.sha256() else { throw .reading(.ioError) }
            try self.init(
                &reader, form, options, sheet: sheet, today: today, watch: watch, wording: wording
            ) { sha256 }
        }
    }

    private init<Rows: RowSource & ~Copyable>(
        _ reader: inout Rows, _ form: FileForm, _ options: ImportOptions, sheet: SheetChoice?, today: Day,
        watch: ImportWatch, wording: RejectionWording?, sha256: () -> String
    ) throws(ScanError) {
        let heading = try HeadingRow(in: &reader, form, options)
        let map = heading.map
        var told = options
        if let unit = heading.unit { told.unit = unit }
        // What came from a workbook may go back as CSV.
        let row = RowReading(
            map, told, today: today, takesISODays: form.kind == .workbook || map.rejects != nil)
        var totals = TotalRows(map)
        if let fault = row.faultOfConstants() { throw .file(.badValue(field: fault.field, fault.refusal)) }
        let keepsOffsets = form.keepsOffsets
        let rejections = RejectionList(wording: wording)
        var mended = MendedRows()
        var rowWithoutCode: Int64?
        var paid: [PaidRow] = []
        var certified: [CertifiedRow] = []
        var counts = RowTally(read: 0, setAside: heading.rowsAbove)
        let sorter = RowSorter()
        while let record = try reading({ () throws(ReadingError) in try reader.next() }) {
            if record.isBlank {
                counts.setAside += 1
                continue
            }
            let canBeRead = RowFaults.canBeRead(record, map)
            if canBeRead, totals.isNoData(record) {
                counts.setAside += 1
                for rejection in totals.faults(of: record, row) { rejections.addOfFile(rejection) }
                continue
            }
            counts.read += 1
            if counts.read & 4095 == 0 {
                watch.hasRead(rows: counts.read)
                if watch.isStopWanted { throw .stopped }
            }
            let rowsRefused = rejections.count
            if canBeRead, record.fieldCount == map.uses.count {
                let slots = row.read(record) { column, value, refusal in
                    rejections.add(
                        Rejection(
                            row: Int64(record.row), column: column, value: value.map(RowFaults.shortened),
                            refusal: refusal))
                }
                let isFaulty = rejections.count > rowsRefused
                if isFaulty { totals.addFaulty(record, slots) } else { totals.add(record, slots) }
                if let column = map.rejects { mended.add(row: record.row, record.field(column)) }
                // A row at fault goes on where it has a name, so that what else is wrong with it is told too.
                if isFaulty, rowWithoutCode == nil, !row.hasCode(slots) { rowWithoutCode = Int64(record.row) }
                if isFaulty, !row.hasName(slots) { continue }
                if map.noun == .payment, !isFaulty, let payment = PaidRow(slots, row: Int64(record.row)) {
                    paid.append(payment)
                }
                if map.noun == .certificate, !isFaulty,
                    let certificate = CertifiedRow(slots, row: Int64(record.row))
                {
                    certified.append(certificate)
                }
                do throws(Errno) {
                    try row.withKey(of: slots) { key throws(Errno) in
                        try sorter.add(
                            slots, key: key, row: record.row, offset: keepsOffsets ? record.byteOffset : -1,
                            isFaulty: isFaulty)
                    }
                } catch {
                    throw .spill(error)
                }
            } else {
                if rowWithoutCode == nil { rowWithoutCode = Int64(record.row) }
                totals.addUnread(isOneRow: record.faults.allSatisfy { $0.isOfCell })
                for rejection in RowFaults.rejections(of: record, form.encoding, headings: map.headings.map(\.text)) {
                    rejections.add(rejection)
                }
            }
        }
        do throws(Errno) { rows = try sorter.finish() } catch { throw .spill(error) }
        watch.hasRead(rows: counts.read)
        self.sha256 = sha256()
        head = FileHead(heading, on: sheet)
        (self.form, self.mended) = (form, mended)
        self.rowWithoutCode = rowWithoutCode
        (self.paid, self.certified) = (paid, certified)
        (rowReading, venue) = (row, map.noun.belongsToVenue ? options.venue : nil)
        (notices, areRowsTotalled) = (totals.notices, totals.countRows)
        self.rejections = rejections
        self.counts = counts
    }
}

/// Why a scan ended early.
enum ScanError: Error {
    case file(FileRefusal)
    case reading(Errno)
    /// The file for sorted rows could not be written.
    case spill(Errno)
    /// It was asked to.
    case stopped

    var asRefusal: FileRefusal {
        switch self {
        case .file(let refusal): refusal
        case .reading(let code): .unreadable(errno: code.rawValue)
        case .spill(let code): .noTemporaryFile(errno: code.rawValue)
        case .stopped: .unreadable(errno: Errno.interrupted.rawValue)
        }
    }
}

func reading<Result: ~Copyable>(_ call: () throws(ReadingError) -> Result) throws(ScanError) -> Result {
    do throws(ReadingError) {
        return try call()
    } catch {
        switch error {
        case .refused(let code): throw .reading(Errno(rawValue: code))
        case .delimiterRefused: throw .reading(.invalidArgument)
        case .form(let fault): throw .file(.form(fault))
        }
    }
}

/// The SHA-256 of a file as it is read.
final class FileDigest {
    private var digest = SHA256()
    private let watch: ImportWatch?

    init(_ watch: ImportWatch? = nil) { self.watch = watch }

    func add(_ chunk: UnsafeRawBufferPointer) {
        digest.update(chunk.bindMemory(to: UInt8.self))
        watch?.hasRead(bytes: chunk.count)
    }
    func finish() -> String { digest.finish() }
}
