/// Room in which a row is put together, value by value, where a file does not hold it as a run of text.
struct RowRoom: ~Copyable {
    private let fields: UnsafeMutablePointer<CSVField>
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var faults: [CSVFault] = []

    init() {
        fields = .allocate(capacity: CSVReader.mostFields)
        bytes.reserveCapacity(4096)
    }

    deinit { fields.deallocate() }

    var count: Int { ends.count }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        if !faults.isEmpty { faults.removeAll() }
    }

    mutating func append(_ value: UnsafeBufferPointer<UInt8>) {
        if !ends.isEmpty { bytes.append(UInt8(ascii: ",")) }
        bytes.append(contentsOf: value)
        ends.append(bytes.count)
    }

    mutating func appendEmpty() { append(UnsafeBufferPointer(start: nil, count: 0)) }

    mutating func note(_ kind: CSVFault.Kind, column: Int?) {
        if faults.contains(where: { $0.column == column && $0.kind == kind }) { return }
        faults.append(CSVFault(kind, column: column, byteOffset: -1))
    }

    /// The row, valid until the next call of any method.
    ///
    /// - Parameter width: fields that the row has, where they are more than were appended.
    mutating func record(row: Int, offset: Int = -1, width: Int = 0) -> CSVRecord {
        // Never empty: an array that is gives out no address to which the fields could point.
        bytes.append(0)
        let length = bytes.count - 1
        return bytes.withUnsafeBufferPointer { all in
            var start = 0
            if let base = all.baseAddress {
                for (column, end) in ends.enumerated() {
                    (fields + column).initialize(to: CSVField(from: base + start, to: base + end))
                    start = end + 1
                }
            }
            return CSVRecord(
                row: row, byteOffset: offset, rawBytes: UnsafeBufferPointer(rebasing: all[..<length]), faults: faults,
                fields: fields, fieldCount: max(ends.count, width), delimiter: UInt8(ascii: ","))
        }
    }
}
