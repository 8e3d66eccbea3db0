import Registry
import RegistryStore
import Spreadsheets
import SystemPackage

/// A row that is rejected, as it came and as it is kept.
struct RowToMend {
    let row: RejectedRow
    /// The cells as a spreadsheet shows them. What cannot be read of a row that is no row stands in one cell.
    let cells: [String]
    /// The reject that it was to mend, where it came in a sheet that was sent back.
    let mending: Int64?
}

/// Goes through a file once more for the rows that were rejected, since at the first time nobody knew which those are.
struct RejectedRows {
    let scan: FileScan
    let input: OpenedFile
    let name: String
    /// The columns that are the file's own.
    private let columns: [Int]
    /// Those of a sheet that was sent back which are not.
    private let isOurs: Set<Int>

    init(of input: borrowing InputFile, _ scan: FileScan, name: String) throws(StoreError) {
        var book: (workbook: Workbook, sheet: String)?
        do throws(ScanError) {
            if let sheet = scan.head.sheet?.name {
                let descriptor = input.descriptor
                book = (try reading { () throws(ReadingError) in try Workbook(descriptor) }, sheet)
            }
        } catch {
            throw .changedWhileRead(name: name)
        }
        self.input = OpenedFile(form: scan.form, book: book)
        (self.scan, self.name) = (scan, name)
        let all = scan.map.headings
        isOurs =
            scan.map.rejects == nil ? [] : Set(all.indices.filter { ReturnedSheet.bare.contains(all[$0].bare) })
        columns = all.indices.filter { [isOurs] in !isOurs.contains($0) }
    }

    var headings: [String] { columns.map { scan.map.headings[$0].text } }

    /// - Parameters:
    ///   - begin: given the rows above the headings that are not blank, by number; then come the rejected rows.
    /// - Throws: ``StoreError/changedWhileRead(name:)``, and what the closures throw.
    func forEach(
        _ reasons: RejectionReasons, begin: ([(row: Int, cells: [String])]) throws(StoreError) -> Void,
        _ take: (RowToMend) throws(StoreError) -> Void
    ) throws(StoreError) {
        var failure: StoreError?
        var above: [(row: Int, cells: [String])] = []
        var next = try Self.next(reasons)
        let line = Self.line(headings)
        do throws(ScanError) {
            try input.forEachRow { record in
                do throws(StoreError) {
                    if record.row < scan.head.heading.row {
                        if !record.isBlank { above.append((record.row, CellText.shown(of: record))) }
                        return .next
                    }
                    if record.row == scan.head.heading.row {
                        try begin(above)
                        return .expect(scan.map.headings.count)
                    }
                    guard let wanted = next else { return .stop }
                    guard record.row == Int(wanted.row) else { return .next }
                    try take(row(record, wanted.reasons, headings: line))
                    next = try Self.next(reasons)
                    return next == nil ? .stop : .next
                } catch {
                    failure = error
                    return .stop
                }
            }
        } catch {
            throw .changedWhileRead(name: name)
        }
        if let failure { throw failure }
        if next != nil { throw .changedWhileRead(name: name) }
    }

    private static func next(_ reasons: RejectionReasons) throws(StoreError) -> (row: Int64, reasons: Bilingual)? {
        do throws(Errno) { return try reasons.next() } catch { throw .temporaryFile(errno: error.rawValue) }
    }

    private func row(_ record: CSVRecord, _ reasons: Bilingual, headings: String) -> RowToMend {
        let isWhole = record.fieldCount >= scan.map.headings.count && record.faults.allSatisfy(\.leavesCells)
        let places = (0..<record.fieldCount).filter { !isOurs.contains($0) }
        let kept = isWhole ? places.map { CellText.kept(record.field($0)) } : [CellText.kept(record.rawBytes)]
        let (venue, code) = name(of: record)
        return RowToMend(
            row: RejectedRow(
                row: Int64(record.row), venue: venue, code: code, headings: headings, cells: Self.line(kept),
                reasons: reasons),
            cells: isWhole ? places.map { CellText.shown(record.field($0)) } : [CellText.shown(record.rawBytes)],
            mending: scan.mended.reject(ofRow: Int64(record.row)))
    }

    /// What the row is called, as far as it can be read.
    private func name(of record: CSVRecord) -> (venue: String?, code: String?) {
        guard RowFaults.canBeRead(record, scan.map), record.fieldCount == scan.map.uses.count else {
            return (scan.venue, nil)
        }
        let slots = scan.rowReading.read(record) { _, _, _ in }
        let noun = scan.map.noun
        let venue = noun.place(of: "venue").flatMap { slots[$0].text?.text } ?? scan.venue
        guard scan.rowReading.hasCode(slots) else { return (venue, nil) }
        let code = scan.rowReading.withKey(of: slots) { key in
            let start = noun.belongsToVenue ? key.firstIndex(of: 0).map { $0 + 1 } ?? 0 : 0
            return String(decoding: key[start...], as: UTF8.self)
        }
        return (venue, code)
    }

    private static func line(_ cells: [String]) -> String {
        var line = CSVLine()
        for cell in cells { line.appendField(cell.isEmpty ? .null : .text(cell)) }
        return String(decoding: line.bytes, as: UTF8.self)
    }
}

extension CSVFault {
    /// Whether the row's cells are all there, whatever is wrong with them.
    fileprivate var leavesCells: Bool {
        switch kind {
        case .nulByte, .invalidUTF8, .replacementCharacter: true
        default: isOfCell
        }
    }
}
