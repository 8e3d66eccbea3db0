import Registry
import RegistryStore
import Spreadsheets

/// The days of a calendar's file, and what is wrong with its rows.
struct CalendarRows {
    private(set) var days: [(row: Int64, day: CalendarDay)] = []
    private(set) var counts = RowCounts()
    private(set) var rejections = RejectionList()
    private(set) var notices: [ImportNotice] = []
    /// By the row that speaks of a day first.
    private var first: [Day: (row: Int64, day: CalendarDay)] = [:]
    private var differing: [Day: [Int64]] = [:]
    private let format: DayFormat?

    /// A heading stands among the first so many rows.
    private static let rowsLookedAt = 30
    /// In bytes, as names of records.
    private static let longestName = 1000

    /// - Throws: ``ScanError``, where no heading is found too.
    init(_ file: OpenedFile, _ options: ImportOptions) throws(ScanError) {
        format = options.dayFormat
        var columns: CalendarColumns?
        var failure: FileRefusal?
        var rows = 0
        try file.forEachRow { record in
            rows += 1
            guard !record.isBlank else {
                counts.setAside += 1
                return .next
            }
            if let columns {
                take(record, columns, file.form)
                return .next
            }
            do throws(FileRefusal) {
                let found = try CalendarColumns(
                    (0..<record.fieldCount).map { record.field($0).trimmed.text }, told: options.columns)
                columns = found
                return .expect(found.headings.count)
            } catch {
                if failure == nil { failure = error }
                counts.setAside += 1
                return rows < Self.rowsLookedAt ? .next : .stop
            }
        }
        guard columns != nil else { throw .file(failure ?? .empty) }
        for (day, rows) in differing {
            for row in rows {
                reject(row, nil, "\(day)", .doubledCode("\(day)", rows: rows.map(Int.init)))
            }
        }
        counts.rejected = rejections.isEmpty ? 0 : counts.read
    }

    private mutating func reject(_ row: Int64, _ column: String?, _ value: String?, _ refusal: Refusal) {
        rejections.add(Rejection(row: row, column: column, value: value.map(RowFaults.shortened), refusal: refusal))
    }

    private mutating func take(_ record: CSVRecord, _ columns: CalendarColumns, _ form: FileForm) {
        counts.read += 1
        let row = Int64(record.row)
        guard record.faults.isEmpty, record.fieldCount == columns.headings.count else {
            for rejection in RowFaults.rejections(of: record, form.encoding, headings: columns.headings) {
                rejections.add(rejection)
            }
            return
        }
        func read<Result>(_ column: Int, _ read: (Bytes) throws(Refusal) -> Result) -> Result? {
            let cell = record.field(column).trimmed
            do throws(Refusal) { return try read(cell) } catch {
                reject(row, columns.headings[column], cell.text, error)
                return nil
            }
        }
        let day = read(columns.day) { cell throws(Refusal) in
            guard !Field.isMissing(cell) else { throw .missing(field: "day") }
            // A workbook's own days are told as ISO, whatever the format.
            let isISO = form.kind == .workbook && cell.count >= 10 && cell[4] == 0x2D
            return try Day.read(cell, format: isISO ? nil : format)
        }
        let isWorking = read(columns.isWorking, columns.isWorked)
        let name = columns.name.map { column in
            read(column) { cell throws(Refusal) -> String? in
                guard cell.count <= Self.longestName else {
                    throw .textTooLong(bytes: cell.count, most: Self.longestName)
                }
                if let code = cell.first(where: { $0 < 0x20 || $0 == 0x7F }) {
                    throw .controlCharacter(cell.text, code: code)
                }
                return Field.isMissing(cell) ? nil : cell.text
            }
        }
        guard let day, let isWorking, let name = name ?? .some(nil) else { return }
        add(CalendarDay(day, isWorking: isWorking, name: name), row)
    }

    private mutating func add(_ day: CalendarDay, _ row: Int64) {
        guard let before = first[day.day] else {
            first[day.day] = (row, day)
            days.append((row, day))
            return
        }
        if before.day == day, differing[day.day] == nil {
            counts.unchanged += 1
            notices.append(.repeatedRow(row: row, first: before.row, code: "\(day.day)"))
        } else {
            differing[day.day, default: [before.row]].append(row)
        }
    }
}
