import Registry
package import RegistryStore
import Spreadsheets
import SystemPackage

/// Imports the days of a calendar: those of which it says another thing than what holds are recorded, in one change.
package struct CalendarImporter {
    private let ledger: Ledger
    private let author: Author

    package init(_ ledger: Ledger, author: Author) {
        (self.ledger, self.author) = (ledger, author)
    }

    /// What is wrong with the file is in the report, and then none of it is recorded.
    ///
    /// - Parameter options: form, columns and the way days are written; the others say nothing of a calendar.
    package func run(_ path: String, _ options: ImportOptions) throws(StoreError) -> FileReport {
        var report = FileReport(name: path, outcome: .refused)
        report.isCalendar = true
        let input: InputFile
        do throws(FileRefusal) {
            input = try InputFile(path)
        } catch {
            report.refusal = error
            return report
        }
        var arrived: ArrivedFile?
        let rows: CalendarRows
        do throws(ScanError) {
            guard let sha256 = input.sha256() else { throw .reading(.ioError) }
            arrived = ArrivedFile(
                name: Importer.shortName(path), noun: nil, venue: nil, sha256: sha256, sizeBytes: input.sizeBytes,
                options: options.canonical)
            arrived?.otherRows = FileReport.calendar
            rows = try Self.rows(of: input, options, &report)
        } catch {
            report.refusal = error.asRefusal
            if let arrived { try arrive(arrived, report) }
            return report
        }
        guard let arrived else { return report }
        report.counts = rows.counts
        report.notices = rows.notices
        guard rows.rejections.isEmpty else {
            (report.rejections, report.rejectionsOmitted) = (rows.rejections.inOrder, rows.rejections.omitted)
            report.faultyRows = rows.rejections.rows
            report.counts.unchanged = 0
            try arrive(arrived, report)
            return report
        }
        if let before = try ledger.importing(arrived), before.read == rows.counts.read {
            report.counts.unchanged = rows.counts.read
            report.outcome = .doubled
            report.notices = [.importedBefore(change: before.change, correctedBy: nil)]
            try arrive(arrived, report)
            return report
        }
        try record(rows, of: arrived, input, into: &report)
        return report
    }

    private static func rows(
        of input: borrowing InputFile, _ options: ImportOptions, _ report: inout FileReport
    ) throws(ScanError) -> CalendarRows {
        let knows = { CalendarColumns.known(among: $0, told: options.columns) }
        let form = try reading { () throws(ReadingError) in
            try FileForm(of: input.descriptor, told: options.form, knows: knows)
        }
        guard form.kind == .workbook else { return try CalendarRows(OpenedFile(form: form, book: nil), options) }
        let book = try reading { () throws(ReadingError) in
            let workbook = try Workbook(input.descriptor)
            return (workbook: workbook, sheet: try workbook.choice(told: options.form.sheet, knows: knows))
        }
        report.sheet = book.sheet
        return try CalendarRows(OpenedFile(form: form, book: book), options)
    }

    private func record(
        _ rows: CalendarRows, of file: ArrivedFile, _ input: borrowing InputFile, into report: inout FileReport
    ) throws(StoreError) {
        let descriptor = input.descriptor.rawValue
        var counts = rows.counts
        let receipt = try ledger.write(by: author) { change throws(StoreError) in
            let held = Dictionary(uniqueKeysWithValues: try ledger.calendarDays().map { ($0.day.day, $0.day) })
            for (_, day) in rows.days {
                switch held[day.day] {
                case day: counts.unchanged += 1
                case nil:
                    counts.new += 1
                    try change.record(day)
                default:
                    counts.changed += 1
                    try change.record(day)
                }
            }
            guard !change.isEmpty else { return }
            try change.record(file, id: try ledger.nextFileID(), counts)
        } whenSealed: { receipt throws(StoreError) in
            try ledger.record(file, .imported, counts, change: receipt.change, by: author)
            guard !ledger.isRehearsing else { return }
            try ledger.files.stage(descriptor, name: file.name, sha256: file.sha256)?.publish()
        }
        report.counts = counts
        report.receipt = ledger.isRehearsing ? nil : receipt
        report.outcome = receipt == nil ? (counts.read == 0 ? .empty : .unchanged) : .imported
        if counts.read == 0 { report.notices.append(.onlyHeading) }
        if receipt == nil { try arrive(file, report) }
    }

    private func arrive(_ file: ArrivedFile, _ report: FileReport) throws(StoreError) {
        guard !ledger.isRehearsing else { return }
        try ledger.record(file, report.outcome, report.counts, change: nil, by: author)
    }
}
