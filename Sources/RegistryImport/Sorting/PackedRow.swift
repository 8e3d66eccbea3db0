import Registry

/// A row as it waits to be written: its key, its place in the file and its values, in one run of bytes.
///
/// Layout, little-endian, unaligned: `UInt32` length of all, `UInt32` length of the key, `UInt32` row, `Int64` offset,
/// the key, then a tag and a value for each field. The key is venue, a zero byte, and code: in the order of keys lie
/// the rows of a venue together, and equal codes side by side.
enum PackedRow {
    static let headLength = 20

    private enum Tag {
        static let null: UInt8 = 0
        static let amount: UInt8 = 1
        static let day: UInt8 = 2
        static let term: UInt8 = 3
        static let text: UInt8 = 4
    }

    /// Set in the row of one that is at fault: it is only looked at for what else is wrong.
    private static let faulty: UInt32 = 1 << 31

    static func row(_ bytes: UnsafeRawPointer) -> Int64 {
        Int64(bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) & ~faulty)
    }
    static func isFaulty(_ bytes: UnsafeRawPointer) -> Bool {
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) & faulty != 0
    }
    static func offset(_ bytes: UnsafeRawPointer) -> Int64 {
        bytes.loadUnaligned(fromByteOffset: 12, as: Int64.self)
    }
    static func length(_ bytes: UnsafeRawPointer) -> Int { Int(bytes.loadUnaligned(as: UInt32.self)) }
    static func key(_ bytes: UnsafeRawPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: bytes + headLength, count: Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self)))
    }

    /// An upper bound of what ``write(_:key:row:offset:to:)`` needs.
    static func mostLength(_ slots: UnsafeBufferPointer<Slot>, keyLength: Int) -> Int {
        slots.reduce(headLength + keyLength) { $0 + 9 + ($1.text?.count ?? 0) }
    }

    /// - Returns: the bytes written.
    static func write(
        _ slots: UnsafeBufferPointer<Slot>, key: UnsafeRawBufferPointer, row: Int, offset: Int,
        isFaulty: Bool = false, to target: UnsafeMutableRawPointer
    ) -> Int {
        target.storeBytes(of: UInt32(key.count), toByteOffset: 4, as: UInt32.self)
        target.storeBytes(of: UInt32(row) | (isFaulty ? faulty : 0), toByteOffset: 8, as: UInt32.self)
        target.storeBytes(of: Int64(offset), toByteOffset: 12, as: Int64.self)
        var end = target + headLength
        if let start = key.baseAddress { end.copyMemory(from: start, byteCount: key.count) }
        end += key.count
        for slot in slots {
            switch slot {
            case .null:
                end.storeBytes(of: Tag.null, as: UInt8.self)
                end += 1
            case .amount(let amount):
                end.storeBytes(of: Tag.amount, as: UInt8.self)
                end.storeBytes(of: amount.fen, toByteOffset: 1, as: Int64.self)
                end += 9
            case .day(let day):
                end.storeBytes(of: Tag.day, as: UInt8.self)
                end.storeBytes(of: day.number, toByteOffset: 1, as: Int32.self)
                end += 5
            case .term(let place):
                end.storeBytes(of: Tag.term, as: UInt8.self)
                end.storeBytes(of: place, toByteOffset: 1, as: UInt8.self)
                end += 2
            case .text(let bytes):
                end.storeBytes(of: Tag.text, as: UInt8.self)
                end.storeBytes(of: UInt32(bytes.count), toByteOffset: 1, as: UInt32.self)
                if let start = bytes.baseAddress { (end + 5).copyMemory(from: start, byteCount: bytes.count) }
                end += 5 + bytes.count
            }
        }
        let length = end - target
        target.storeBytes(of: UInt32(length), as: UInt32.self)
        return length
    }

    /// Gives the values back; their texts lie in the packed row.
    static func read(_ bytes: UnsafeRawPointer, to slots: UnsafeMutableBufferPointer<Slot>) {
        var place = bytes + headLength + key(bytes).count
        for field in slots.indices {
            switch place.load(as: UInt8.self) {
            case Tag.amount:
                slots[field] = .amount(Amount(fen: place.loadUnaligned(fromByteOffset: 1, as: Int64.self)))
                place += 9
            case Tag.day:
                slots[field] = .day(Day(number: place.loadUnaligned(fromByteOffset: 1, as: Int32.self)))
                place += 5
            case Tag.term:
                slots[field] = .term(place.load(fromByteOffset: 1, as: UInt8.self))
                place += 2
            case Tag.text:
                let count = Int(place.loadUnaligned(fromByteOffset: 1, as: UInt32.self))
                slots[field] = .text(Bytes(start: (place + 5).assumingMemoryBound(to: UInt8.self), count: count))
                place += 5 + count
            default:
                slots[field] = .null
                place += 1
            }
        }
    }

    /// An order of rows with equal keys by their values, whatever it means.
    static func compareValues(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Int {
        let (a, b) = (body(left), body(right))
        for index in 0..<min(a.count, b.count) where a[index] != b[index] { return a[index] < b[index] ? -1 : 1 }
        return a.count - b.count
    }

    private static func body(_ bytes: UnsafeRawPointer) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: bytes + headLength, count: length(bytes) - headLength)
    }

    /// Whether the keys and all values are the same, wherever the rows stand.
    static func isSame(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer) -> Bool {
        let length = length(left)
        guard length == self.length(right) else { return false }
        let body = length - headLength
        return UnsafeRawBufferPointer(start: left + headLength, count: body)
            .elementsEqual(UnsafeRawBufferPointer(start: right + headLength, count: body))
    }
}
