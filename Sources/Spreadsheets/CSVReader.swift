package import SystemPackage

/// Reads the records of a CSV file (RFC 4180, UTF-8) from first to last.
///
/// A byte-order mark is skipped. Lines end with LF or CR LF, also mixed; the last needs no end. What is wrong with a
/// record stands in its `faults`. After a fault in quoting, or a bare CR, the rest of the physical line is skipped and
/// reading goes on with the next; after an unclosed quote, with the line after the one in which the quote opened.
/// Memory is bounded by buffer size and record limit, whatever the file holds, and no byte is read from it twice.
package struct CSVReader: RowSource, ~Copyable {
    /// As many as a workbook has columns.
    static let mostFields = 16_384

    let delimiter: UInt8
    let recordLimit: Int
    let marks: CSVMarks
    let fields: UnsafeMutablePointer<CSVField>
    var buffer: ReadBuffer
    var faults: [CSVFault] = []
    var holdsDoubledQuotes = false
    private var row = 0
    private var skipsToNextLine = false
    private var isPastMark = false
    /// The values of one record that hold doubled quotes, without them.
    private var values = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

    /// - Parameters:
    ///   - descriptor: stays its owner's; it is read on from where it stands, which counts as offset 0.
    ///   - delimiter: any ASCII byte but a quote, CR, LF or NUL.
    ///   - bufferSize: bytes read at a time; the buffer grows with a longer record.
    ///   - recordLimit: the most bytes that a record may have without its line end, up to 1 GiB.
    ///   - onChunk: is given every chunk read, in order, once, byte-order mark included: the whole file when `next()`
    ///     has returned nil.
    /// - Throws: `delimiterRefused`.
    package init(
        descriptor: FileDescriptor, delimiter: UInt8 = UInt8(ascii: ","), bufferSize: Int = 1 << 18,
        recordLimit: Int = 4 << 20, onChunk: ((UnsafeRawBufferPointer) -> Void)? = nil
    ) throws(ReadingError) {
        try self.init(
            source: DescriptorSource(descriptor, onChunk: onChunk), delimiter: delimiter, bufferSize: bufferSize,
            recordLimit: recordLimit)
    }

    /// - Parameter source: UTF-8; what it gives first counts as offset 0.
    /// - Throws: `delimiterRefused`.
    package init(
        source: any ByteSource, delimiter: UInt8 = UInt8(ascii: ","), bufferSize: Int = 1 << 18,
        recordLimit: Int = 4 << 20
    ) throws(ReadingError) {
        switch delimiter {
        case 0, UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""), 0x80...:
            throw .delimiterRefused(delimiter)
        default: break
        }
        self.delimiter = delimiter
        self.recordLimit = min(max(recordLimit, 1), 1 << 30)
        marks = CSVMarks(delimiter: delimiter)
        fields = .allocate(capacity: Self.mostFields)
        // Two bytes more than the limit: enough to see the line end of the longest record.
        buffer = ReadBuffer(
            source: source, chunkSize: max(bufferSize, 1), largest: self.recordLimit + 2)
    }

    deinit {
        fields.deallocate()
        values.deallocate()
    }

    /// Bytes of memory set aside for the file's own bytes.
    package var bufferCapacity: Int { buffer.capacity }

    /// The next record, blank lines included; nil at the end of the file, and ever after.
    ///
    /// - Throws: `refused`. A further call tries again where this one failed.
    package mutating func next() throws(ReadingError) -> CSVRecord? {
        if !isPastMark { try skipMark() }
        while skipsToNextLine { try skipToNextLine() }
        while true {
            switch scan() {
            case .record(let end, let rest, let count): return record(to: end, rest: rest, fieldCount: count)
            case .needsMore: try buffer.readMore()
            case .ended: return nil
            }
        }
    }

    private mutating func skipMark() throws(ReadingError) {
        while buffer.end - buffer.start < 3, !buffer.holdsLastByte { try buffer.readMore() }
        let start = buffer.start
        if start[0] == 0xEF, start[1] == 0xBB, start[2] == 0xBF { buffer.advance(to: start + 3) }
        isPastMark = true
    }

    private mutating func skipToNextLine() throws(ReadingError) {
        if let lineFeed = lineFeed(from: buffer.start) {
            buffer.advance(to: lineFeed + 1)
            skipsToNextLine = false
        } else {
            buffer.advance(to: buffer.end)
            if buffer.holdsLastByte { skipsToNextLine = false } else { try buffer.readMore() }
        }
    }

    private mutating func record(
        to end: UnsafePointer<UInt8>, rest: UnsafePointer<UInt8>?, fieldCount: Int
    ) -> CSVRecord {
        let start = buffer.start
        let offset = buffer.offsetOfStart
        if !faults.isEmpty || UTF8Check.firstFault(from: start, to: end) != nil {
            checkText(fieldCount: fieldCount)
        }
        if holdsDoubledQuotes { takeDoubledQuotesAway(fieldCount: fieldCount) }
        skipsToNextLine = rest == nil
        buffer.advance(to: rest ?? buffer.end)
        row += 1
        return CSVRecord(
            row: row, byteOffset: offset, rawBytes: UnsafeBufferPointer(start: start, count: end - start),
            faults: faults, fields: fields, fieldCount: fieldCount, delimiter: delimiter)
    }

    /// Looks at each field by itself and brings all faults into the order of their places.
    private mutating func checkText(fieldCount: Int) {
        for column in 0..<fieldCount {
            if let place = UTF8Check.firstFault(from: fields[column].start, to: fields[column].end) {
                let isReplacement = place.word & 0xFF_FFFF == 0xBD_BFEF
                let kind: CSVFault.Kind = isReplacement ? .replacementCharacter : .invalidUTF8
                faults.append(CSVFault(kind, column: column, byteOffset: offset(of: place)))
            }
        }
        faults.sort { $0.byteOffset < $1.byteOffset }
    }

    private mutating func takeDoubledQuotesAway(fieldCount: Int) {
        let most = (0..<fieldCount).reduce(0) { $0 + fields[$1].bytes.count }
        if values.count < most {
            values.deallocate()
            values = .allocate(capacity: max(most, 1024))
        }
        guard var place = values.baseAddress else { return }
        for column in 0..<fieldCount where fields[column].form == .quotedWithQuotes {
            fields[column] = fields[column].unquoted(into: &place)
        }
    }

    /// Counted from the beginning of the file.
    func offset(of place: UnsafePointer<UInt8>) -> Int {
        buffer.offsetOfStart + (place - buffer.start)
    }
}
