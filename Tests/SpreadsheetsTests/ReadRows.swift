import Glibc
import Spreadsheets
import SystemPackage
import Testing

/// A record as it was lent by the reader, copied.
struct ReadRow: Equatable {
    var row: Int
    var byteOffset: Int
    var fields: [[UInt8]]
    var quoted: [Bool]
    var rawBytes: [UInt8]
    var isBlank: Bool
    var faults: [CSVFault]

    init(_ record: CSVRecord) {
        row = record.row
        byteOffset = record.byteOffset
        fields = (0..<record.fieldCount).map { Array(record.field($0)) }
        quoted = (0..<record.fieldCount).map { record.wasQuoted($0) }
        rawBytes = Array(record.rawBytes)
        isBlank = record.isBlank
        faults = record.faults
    }

    var texts: [String] { fields.map { String(decoding: $0, as: UTF8.self) } }

    /// Such as `3@17: a|«b» !strayQuote(2,22)`: row and place, fields with marks around quoted ones, faults with
    /// column and place.
    var summary: String {
        let values = zip(texts, quoted).map { $1 ? "«\($0)»" : $0 }.joined(separator: "|")
        let faults = faults.map { fault in
            " !\(fault.kind)(\(fault.column.map(String.init) ?? "-"),\(fault.byteOffset))"
        }
        return "\(row)@\(byteOffset): \(values)\(faults.joined())"
    }
}

/// A file without a name that goes with its owner.
final class UnnamedFile {
    private let file: UnsafeMutablePointer<FILE>

    init(holding bytes: [UInt8]) throws {
        file = try #require(tmpfile())
        var done = 0
        while done < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(fileno(file), $0.baseAddress.map { $0 + done }, $0.count - done, off_t(done))
            }
            try #require(count > 0)
            done += count
        }
    }

    deinit {
        fclose(file)
    }

    var descriptor: FileDescriptor { FileDescriptor(rawValue: fileno(file)) }

    /// Reads from the beginning to the end.
    func rows(
        delimiter: UInt8 = UInt8(ascii: ","), bufferSize: Int = 1 << 18, recordLimit: Int = 4 << 20
    ) throws -> [ReadRow] {
        try descriptor.seek(offset: 0, from: .start)
        var reader = try CSVReader(
            descriptor: descriptor, delimiter: delimiter, bufferSize: bufferSize, recordLimit: recordLimit)
        var rows: [ReadRow] = []
        while let record = try reader.next() { rows.append(ReadRow(record)) }
        let isFinal = try reader.next() == nil
        #expect(isFinal)
        return rows
    }
}
