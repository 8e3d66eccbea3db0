/// The rows of one sheet of a workbook. Rows that the file leaves out are counted, not given.
package final class SheetRows: RowSource {
    private let part: XMLPart
    private let taker: SheetTaker
    private let texts: SharedTexts
    private let fields: UnsafeMutablePointer<CSVField>
    private var nextRow = 0
    private var width = 0
    /// Columns of the row before this one that are not empty.
    private var written: [Int] = []
    private static let mostRowBytes = 64 << 20
    /// Of 32,767 characters, which a workbook's cell holds at most.
    private static let mostCellBytes = 1 << 17

    init(_ part: XMLPart, _ taker: SheetTaker, _ texts: SharedTexts) {
        self.part = part
        self.taker = taker
        self.texts = texts
        fields = .allocate(capacity: CSVReader.mostFields)
        fields.initialize(repeating: CSVField(from: Self.nothing, to: Self.nothing), count: CSVReader.mostFields)
    }

    deinit { fields.deallocate() }

    /// Where empty cells point to.
    private nonisolated(unsafe) static let nothing: UnsafePointer<UInt8> = {
        let place = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
        place.initialize(to: 0)
        return UnsafePointer(place)
    }()

    package func expect(columns: Int) { width = columns }

    package func next() throws(ReadingError) -> CSVRecord? {
        while nextRow == taker.rows.count {
            guard !part.hasEnded else { return nil }
            nextRow = 0
            taker.startAfresh()
            try part.readMore()
            if let row = taker.damagedRow { throw .form(.sheetDamaged(part: part.name, row: row)) }
            if taker.texts.count > Self.mostRowBytes { throw .form(.textsTooLarge(most: Self.mostRowBytes)) }
        }
        defer { nextRow += 1 }
        return try record(taker.rows[nextRow])
    }

    private func record(_ row: SheetRow) throws(ReadingError) -> CSVRecord {
        var count = 0
        // Texts are read as far as the row needs them before any place among them is taken.
        var last = -1
        for index in row.cells { last = max(last, taker.cells[index].shared) }
        if last >= 0, try !texts.read(to: last) { throw .form(.sheetDamaged(part: part.name, row: row.number)) }
        for column in written { fields[column] = CSVField(from: Self.nothing, to: Self.nothing) }
        written.removeAll(keepingCapacity: true)
        var faults: [CSVFault] = []
        var first: UnsafeBufferPointer<UInt8>?
        for index in row.cells {
            let cell = taker.cells[index]
            let bytes = try self.bytes(of: cell, inRow: row.number)
            if bytes.isEmpty, cell.fault == nil { continue }
            if let start = bytes.baseAddress { fields[cell.column] = CSVField(from: start, to: start + bytes.count) }
            written.append(cell.column)
            if first == nil { first = bytes }
            count = cell.column + 1
            let isDamaged = cell.shared >= 0 && texts.isDamaged(cell.shared)
            let isTooLong = bytes.count > Self.mostCellBytes
            if let kind = cell.fault ?? (isDamaged ? .replacementCharacter : isTooLong ? .tooLong : nil) {
                faults.append(CSVFault(kind, column: cell.column, byteOffset: -1))
            }
        }
        let fieldCount = max(count, width)
        return CSVRecord(
            row: row.number, byteOffset: -1,
            rawBytes: first ?? UnsafeBufferPointer(start: nil, count: 0), faults: faults, fields: fields,
            fieldCount: fieldCount, delimiter: nil)
    }

    private func bytes(of cell: SheetCell, inRow row: Int) throws(ReadingError) -> UnsafeBufferPointer<UInt8> {
        guard cell.shared >= 0 else { return taker.texts[cell.text] }
        guard let text = try texts.text(cell.shared) else { throw .form(.sheetDamaged(part: part.name, row: row)) }
        return text
    }
}
