import Digests
import Registry
import Spreadsheets
import SystemPackage

/// The first of two passes over a file: every row is read, checked and sorted by key; nothing is written to the registry.
struct FileScan {
    let map: ColumnMap
    let rows: SortedRows
    let sha256: String
    let counts: RowTally
    let rejections: RejectionList

    struct RowTally {
        var read: Int64 = 0
        var setAside: Int64 = 0
    }

    /// - Throws: ``ScanError``.
    init(_ file: borrowing InputFile, _ options: ImportOptions, today: Day) throws(ScanError) {
        let digest = FileDigest()
        var reader = try reading { () throws(ReadingError) in
            try CSVReader(descriptor: file.descriptor, onChunk: { digest.add($0) })
        }
        let map = try Self.columns(&reader, options)
        let row = RowReading(map, options, today: today)
        if let fault = row.faultOfConstants() { throw .file(.badValue(field: fault.field, fault.refusal)) }
        var rejections = RejectionList()
        var counts = RowTally()
        let sorter = RowSorter()
        while let record = try reading({ () throws(ReadingError) in try reader.next() }) {
            if record.isBlank {
                counts.setAside += 1
                continue
            }
            counts.read += 1
            let rowsRefused = rejections.count
            if record.faults.isEmpty, record.fieldCount == map.uses.count {
                let slots = row.read(record) { column, value, refusal in
                    rejections.add(
                        Rejection(
                            row: Int64(record.row), column: column, value: value.map(Self.shortened), refusal: refusal))
                }
                let isFaulty = rejections.count > rowsRefused
                // A row at fault goes on where it has a name, so that what else is wrong with it is told too.
                if isFaulty, !row.hasName(slots) { continue }
                do throws(Errno) {
                    try row.withKey(of: slots) { key throws(Errno) in
                        try sorter.add(
                            slots, key: key, row: record.row, offset: record.byteOffset, isFaulty: isFaulty)
                    }
                } catch {
                    throw .spill(error)
                }
            } else {
                for rejection in Self.rejections(of: record, headings: map.headings.map(\.text)) {
                    rejections.add(rejection)
                }
            }
        }
        do throws(Errno) { rows = try sorter.finish() } catch { throw .spill(error) }
        sha256 = digest.finish()
        self.map = map
        self.rejections = rejections
        self.counts = counts
    }

    /// The heading row alone, to know what the file is.
    static func noun(_ file: borrowing InputFile, _ options: ImportOptions) throws(ScanError) -> Noun {
        var reader = try reading { () throws(ReadingError) in try CSVReader(descriptor: file.descriptor) }
        let map = try columns(&reader, options)
        do throws(Errno) {
            try wrapping { _ = try file.descriptor.seek(offset: 0, from: .start) }
        } catch {
            throw .reading(error)
        }
        return map.noun
    }

    private static func columns(_ reader: inout CSVReader, _ options: ImportOptions) throws(ScanError) -> ColumnMap {
        guard let heading = try reading({ () throws(ReadingError) in try reader.next() }) else { throw .file(.empty) }
        if let fault = heading.faults.first {
            let place = CSVPlace(column: fault.column, refusal: refusal(fault, heading))
            throw .file(fault.kind == .invalidUTF8 ? .notUTF8Heading : .brokenHeading(place))
        }
        let texts = (0..<heading.fieldCount).map { heading.field($0).trimmed.text }
        do throws(FileRefusal) { return try ColumnMap(headings: texts, options) } catch { throw .file(error) }
    }

    /// What is wrong with a record as a row of the file: its faults, else its length.
    static func rejections(of record: CSVRecord, headings: [String]) -> [Rejection] {
        let row = Int64(record.row)
        guard record.faults.isEmpty else {
            return record.faults.map { fault in
                let column = fault.column.flatMap { $0 < headings.count ? headings[$0] : nil }
                return Rejection(row: row, column: column, value: nil, refusal: Self.refusal(fault, record))
            }
        }
        let fields = record.fieldCount
        let refusal: Refusal =
            fields < headings.count
            ? .shortRow(fields: fields, headings: headings.count) : .longRow(fields: fields, headings: headings.count)
        return [Rejection(row: row, column: nil, value: shortened(record.rawBytes.text), refusal: refusal)]
    }

    private static func refusal(_ fault: CSVFault, _ record: CSVRecord) -> Refusal {
        switch fault.kind {
        case .strayQuote: .strayQuote
        case .textAfterQuote: .textAfterQuote
        case .unclosedQuote: .unclosedQuote
        case .nulByte: .nulByte
        case .invalidUTF8:
            .notUTF8(fault.column.map { $0 < record.fieldCount ? shortened(record.field($0).text) : "" } ?? "")
        case .bareCarriageReturn: .bareCarriageReturn
        case .tooLong: .rowTooLong(most: 4 << 20)
        }
    }

    private static func shortened(_ text: String) -> String {
        text.count > 200 ? text.prefix(200) + "…" : text
    }
}

/// Why a scan ended early.
enum ScanError: Error {
    case file(FileRefusal)
    case reading(Errno)
    /// The file for sorted rows could not be written.
    case spill(Errno)

    var asRefusal: FileRefusal {
        switch self {
        case .file(let refusal): refusal
        case .reading(let code): .unreadable(errno: code.rawValue)
        case .spill(let code): .noTemporaryFile(errno: code.rawValue)
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
        }
    }
}

/// The SHA-256 of a file as it is read.
final class FileDigest {
    private var digest = SHA256()

    func add(_ chunk: UnsafeRawBufferPointer) { digest.update(chunk.bindMemory(to: UInt8.self)) }
    func finish() -> String { digest.finish() }
}
