/// Room in which a row is put together, value by value, where a file does not hold it as a run of text.
struct RowRoom: ~Copyable {
    private let fields: UnsafeMutablePointer<CSVField>
    private let bytes = ByteRoom()
    private var ends: [Int] = []
    private var faults: [CSVFault] = []

    init() {
        fields = .allocate(capacity: CSVReader.mostFields)
    }

    deinit { fields.deallocate() }

    var count: Int { ends.count }

    mutating func clear() {
        bytes.cut(to: 0)
        ends.removeAll(keepingCapacity: true)
        if !faults.isEmpty { faults.removeAll() }
    }

    mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes.append(value)
        ends.append(bytes.count)
    }

    mutating func appendEmpty() { append(UnsafeBufferPointer(start: nil, count: 0)) }

    mutating func note(_ kind: CSVFault.Kind, column: Int?) {
        if faults.contains(where: { $0.column == column && $0.kind == kind }) { return }
        faults.append(CSVFault(kind, column: column, byteOffset: -1))
    }

    /// The row, valid until the next call of any method.
    ///
    /// - Parameter raw: what stands there, where no values could be read of it; it must live as long.
    func record(row: Int, offset: Int = -1, raw: UnsafeBufferPointer<UInt8>? = nil) -> CSVRecord {
        var start = 0
        for (column, end) in ends.enumerated() {
            (fields + column).initialize(to: CSVField(from: bytes.base + start, to: bytes.base + end))
            start = end + 1
        }
        return CSVRecord(
            row: row, byteOffset: offset, rawBytes: raw ?? bytes[0..<bytes.count], faults: faults, fields: fields,
            fieldCount: ends.count, delimiter: nil)
    }
}
