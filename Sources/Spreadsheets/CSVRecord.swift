/// One record of a CSV file, lent by its reader: valid until the next call of `next()`, and while the reader lives.
///
/// A record with a fault of `strayQuote`, `textAfterQuote`, `unclosedQuote`, `bareCarriageReturn` or `tooLong` has only
/// the fields that were complete before it.
package struct CSVRecord {
    /// As a spreadsheet counts: the first record is 1, a blank line is a record, a quoted line feed begins none.
    package let row: Int
    /// The place of its first byte, counted from the beginning of the file, byte-order mark included.
    package let byteOffset: Int
    /// The bytes as they lie in the file, quotes included, without the line end; at most the reader's record limit. Where
    /// the file is no CSV, something to know the row by.
    package let rawBytes: UnsafeBufferPointer<UInt8>
    /// In the order of their places.
    package let faults: [CSVFault]
    package let fieldCount: Int
    @usableFromInline let fields: UnsafePointer<CSVField>
    /// Nil where `rawBytes` are not the row.
    private let delimiter: UInt8?

    init(
        row: Int, byteOffset: Int, rawBytes: UnsafeBufferPointer<UInt8>, faults: [CSVFault],
        fields: UnsafePointer<CSVField>, fieldCount: Int, delimiter: UInt8?
    ) {
        self.row = row
        self.byteOffset = byteOffset
        self.rawBytes = rawBytes
        self.faults = faults
        self.fields = fields
        self.fieldCount = fieldCount
        self.delimiter = delimiter
    }

    /// The length of `rawBytes`.
    package var byteCount: Int { rawBytes.count }

    /// The value of a field, without its quotes, doubled quotes made single.
    ///
    /// - Parameter column: from 0 to below `fieldCount`.
    @inlinable package func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        precondition(column >= 0 && column < fieldCount, "no such field")
        return fields[column].bytes
    }

    /// Tells `""` from nothing at all.
    @inlinable package func wasQuoted(_ column: Int) -> Bool {
        precondition(column >= 0 && column < fieldCount, "no such field")
        return fields[column].form != .plain
    }

    /// Whether the line holds nothing but delimiters and spaces, and nothing is wrong with it.
    package var isBlank: Bool {
        guard faults.isEmpty else { return false }
        guard let delimiter else { return holdsSpacesAlone }
        return rawBytes.allSatisfy { $0 == delimiter || $0 == UInt8(ascii: " ") }
    }

    private var holdsSpacesAlone: Bool {
        (0..<fieldCount).allSatisfy { fields[$0].bytes.allSatisfy { $0 == UInt8(ascii: " ") } }
    }
}
