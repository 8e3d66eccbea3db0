import Digests
import Registry
package import RegistryStore
import Spreadsheets
import SystemPackage

/// Imports published figures from a CSV file with the headings `as_of, metric, comparison, value, unit, published_on,
/// source`; a corrected figure becomes a new version.
package struct FigureImporter {
    private let ledger: Ledger
    private let author: Author
    private static let headings = ["as_of", "metric", "comparison", "value", "unit", "published_on", "source"]

    package init(_ ledger: Ledger, author: Author) {
        self.ledger = ledger
        self.author = author
    }

    /// What became of the file, and what is wrong with its rows.
    package func run(_ path: String) throws(StoreError) -> FigureReport {
        var report = FigureReport()
        let rows: [FigureRow]
        let file: ArrivedFile
        let input: InputFile
        do throws(FileRefusal) {
            input = try InputFile(path)
        } catch {
            report.refusal = error
            return report
        }
        do throws(ScanError) {
            let scan = try read(input, &report)
            rows = scan.rows
            file = ArrivedFile(
                name: Importer.shortName(path), noun: nil, venue: nil, sha256: scan.sha256, sizeBytes: input.sizeBytes,
                options: "figures")
        } catch {
            report.refusal = error.asRefusal
            return report
        }
        guard report.rejections.isEmpty else {
            report.counts.rejected = report.counts.read
            return report
        }
        try record(rows, of: file, input, into: &report)
        return report
    }

    private func record(
        _ rows: [FigureRow], of file: ArrivedFile, _ input: borrowing InputFile, into report: inout FigureReport
    ) throws(StoreError) {
        var counts = report.counts
        var rejections: [Rejection] = []
        let descriptor = input.descriptor.rawValue
        do throws(StoreError) {
            report.receipt = try ledger.write(by: author) { change throws(StoreError) in
                let id = try ledger.nextFileID()
                for row in rows {
                    let origin = Origin(file: id, row: row.row, offset: row.offset)
                    switch try change.record(row.figure, known: nil, from: origin) {
                    case .absent: counts.new += 1
                    case .changed, .revived: counts.changed += 1
                    case .unchanged: counts.unchanged += 1
                    case .conflict, .suspect, .doubled:
                        let name = "\(row.figure.asOf) \(row.figure.metric.rawValue) \(row.figure.comparison.rawValue)"
                        rejections.append(
                            Rejection(
                                row: row.row, column: nil, value: nil, refusal: .doubledCode(name, rows: [Int(row.row)])
                            ))
                    }
                }
                guard rejections.isEmpty else { throw .refused([]) }
                guard !change.isEmpty else { return }
                try change.record(file, id: id, counts)
                guard !ledger.isRehearsing else { return }
                try ledger.files.stage(descriptor, name: file.name, sha256: file.sha256)?.publish()
            }
            report.counts = counts
        } catch {
            guard case .refused(let why) = error, why.isEmpty else { throw error }
            report.rejections = rejections
            report.counts.rejected = report.counts.read
        }
        if ledger.isRehearsing { report.receipt = nil }
    }

    private func read(
        _ input: borrowing InputFile, _ report: inout FigureReport
    ) throws(ScanError) -> (rows: [FigureRow], sha256: String) {
        let digest = FileDigest()
        var reader = try reading { () throws(ReadingError) in
            try CSVReader(descriptor: input.descriptor, onChunk: { digest.add($0) })
        }
        guard let heading = try reading({ () throws(ReadingError) in try reader.next() }) else { throw .file(.empty) }
        let texts = (0..<heading.fieldCount).map { heading.field($0).trimmed.text.lowercased() }
        let missing = Self.headings.filter { !texts.contains($0) }
        guard missing.isEmpty else { throw .file(.missingFigureHeadings(missing)) }
        let places = Self.headings.compactMap { texts.firstIndex(of: $0) }
        var rows: [FigureRow] = []
        while let record = try reading({ () throws(ReadingError) in try reader.next() }) {
            if record.isBlank {
                report.counts.setAside += 1
                continue
            }
            report.counts.read += 1
            guard record.faults.isEmpty, record.fieldCount == texts.count else {
                report.rejections += RowFaults.rejections(of: record, .utf8, headings: texts)
                continue
            }
            let cells = places.map { record.field($0).trimmed.text }
            let found = FigureRow.read(
                cells, row: Int64(record.row), offset: Int64(record.byteOffset), today: ledger.today)
            switch found {
            case .success(let row): rows.append(row)
            case .failure(let wrong):
                report.rejections.append(
                    Rejection(
                        row: Int64(record.row), column: Self.headings[wrong.place], value: cells[wrong.place],
                        refusal: wrong.refusal))
            }
        }
        return (rows, digest.finish())
    }
}

/// What became of a file of figures.
package struct FigureReport: Sendable {
    package internal(set) var counts = RowCounts()
    package internal(set) var receipt: Receipt?
    package internal(set) var rejections: [Rejection] = []
    package internal(set) var refusal: FileRefusal?
}

/// A figure and where it stands in its file.
struct FigureRow {
    let figure: Figure
    let row: Int64
    let offset: Int64

    struct Wrong: Error {
        /// Among the headings.
        let place: Int
        let refusal: Refusal
    }

    static func read(_ cells: [String], row: Int64, offset: Int64, today: Day) -> Result<FigureRow, Wrong> {
        do throws(Wrong) {
            let asOf = try day(cells, 0, today: today)
            guard let metric = Metric(rawValue: cells[1]) else {
                throw Wrong(place: 1, refusal: .unknownWord(cells[1], words: Metric.allCases.map(\.rawValue)))
            }
            guard let comparison = Comparison(rawValue: cells[2]) else {
                throw Wrong(place: 2, refusal: .unknownWord(cells[2], words: Comparison.allCases.map(\.rawValue)))
            }
            guard let value = PrintedNumber(cells[3]) else { throw Wrong(place: 3, refusal: .notAnAmount(cells[3])) }
            guard let unit = FigureUnit(cells[4]), unit.isMoney == metric.isMoney else {
                let words = metric.isMoney ? ["元", "万元", "亿元"] : ["项", "家", "个"]
                throw Wrong(place: 4, refusal: .unknownWord(cells[4], words: words))
            }
            let published = try day(cells, 5, today: today)
            guard !cells[6].isEmpty else { throw Wrong(place: 6, refusal: .missing(field: "source")) }
            let figure = Figure(
                asOf: asOf, metric: metric, comparison: comparison, value: value, unit: unit, publishedOn: published,
                source: cells[6])
            return .success(FigureRow(figure: figure, row: row, offset: offset))
        } catch {
            return .failure(error)
        }
    }

    private static func day(_ cells: [String], _ place: Int, today: Day) throws(Wrong) -> Day {
        do throws(Refusal) {
            let day = try cells[place].withBytes { bytes throws(Refusal) in try Day.read(bytes) }
            guard day <= today else { throw .dayInTheFuture(cells[place], today: today) }
            return day
        } catch {
            throw Wrong(place: place, refusal: error)
        }
    }
}
