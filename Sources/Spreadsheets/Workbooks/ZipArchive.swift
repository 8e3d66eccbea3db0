import CDeflate
import Glibc
import SystemPackage

/// A zip archive (PKWARE APPNOTE 6.3), as far as workbooks use it: its list of parts, and each part as a stream.
///
/// Read by our own hand and not through minizip or libzip: they take the first or the last of two parts of one name without
/// a word, and libzip brings five libraries to the start of every command.
final class ZipArchive {
    private struct Entry {
        let method: UInt16
        let flags: UInt16
        let checksum: UInt32
        let packed: Int64
        let unpacked: Int64
        let offset: Int64
    }

    private static let mostEntries = 1 << 16
    private static let mostListBytes = 1 << 24

    private let descriptor: FileDescriptor
    private var entries: [String: Entry] = [:]

    /// - Throws: `form`: damaged, or with two parts of one name.
    init(_ descriptor: FileDescriptor) throws(ReadingError) {
        self.descriptor = descriptor
        let list = try Self.list(of: descriptor)
        var place = 0
        while place + 46 <= list.count, list.number(at: place, 4) == 0x0201_4B50 {
            let nameLength = Int(list.number(at: place + 28, 2))
            let extraLength = Int(list.number(at: place + 30, 2))
            let end = place + 46 + nameLength + extraLength + Int(list.number(at: place + 32, 2))
            guard end <= list.count, entries.count < Self.mostEntries else { throw .form(.archiveDamaged) }
            let name = String(decoding: list[place + 46..<place + 46 + nameLength], as: UTF8.self)
            let entry = Self.entry(
                list, at: place, extra: place + 46 + nameLength..<place + 46 + nameLength + extraLength)
            if !name.hasSuffix("/") {
                guard entries.updateValue(entry, forKey: Self.key(name)) == nil else { throw .form(.doubledPart(name)) }
            }
            place = end
        }
        guard !entries.isEmpty else { throw .form(.archiveDamaged) }
    }

    /// Names of parts do not differ by case alone (ECMA-376-2, 6.2.2).
    private static func key(_ name: String) -> String {
        let slashed = String(name.map { $0 == "\\" ? "/" : $0 }).lowercased()
        return slashed.hasPrefix("/") ? String(slashed.dropFirst()) : slashed
    }

    func has(_ part: String) -> Bool { entries[Self.key(part)] != nil }

    func hasPart(endingWith suffix: String) -> Bool { entries.keys.contains { $0.hasSuffix(suffix) } }

    /// The bytes of a part, unpacked; its length and checksum are held against the archive's list at its end.
    func open(_ part: String) throws(ReadingError) -> any ByteSource {
        guard let entry = entries[Self.key(part)] else { throw .form(.missingPart(part)) }
        if entry.flags & 1 != 0 { throw .form(.encryptedWorkbook) }
        let head = try DescriptorSource(descriptor, from: entry.offset).first(30)
        guard head.count == 30, head.number(at: 0, 4) == 0x0403_4B50 else { throw .form(.archiveDamaged) }
        let start = entry.offset + 30 + Int64(head.number(at: 26, 2)) + Int64(head.number(at: 28, 2))
        let packed = LimitedSource(DescriptorSource(descriptor, from: start), entry.packed)
        let bytes: any ByteSource
        switch entry.method {
        case 0: bytes = packed
        case 8: bytes = Inflater(packed, .none)
        default: throw .form(.archiveDamaged)
        }
        return CheckedSource(bytes, length: entry.unpacked, checksum: entry.checksum)
    }

    private static func entry(_ list: [UInt8], at place: Int, extra: Range<Int>) -> Entry {
        var (packed, unpacked) = (Int64(list.number(at: place + 20, 4)), Int64(list.number(at: place + 24, 4)))
        var offset = Int64(list.number(at: place + 42, 4))
        var field = extra.lowerBound
        while field + 4 <= extra.upperBound {
            let length = Int(list.number(at: field + 2, 2))
            // Zip64: those of the three that did not fit, in this order.
            if list.number(at: field, 2) == 1 {
                var value = field + 4
                func next() -> Int64? {
                    guard value + 8 <= min(field + 4 + length, extra.upperBound) else { return nil }
                    defer { value += 8 }
                    return Int64(truncatingIfNeeded: list.number(at: value, 8))
                }
                if unpacked == 0xFFFF_FFFF, let long = next() { unpacked = long }
                if packed == 0xFFFF_FFFF, let long = next() { packed = long }
                if offset == 0xFFFF_FFFF, let long = next() { offset = long }
            }
            field += 4 + length
        }
        return Entry(
            method: UInt16(list.number(at: place + 10, 2)), flags: UInt16(list.number(at: place + 8, 2)),
            checksum: UInt32(list.number(at: place + 16, 4)), packed: max(packed, 0), unpacked: unpacked,
            offset: max(offset, 0))
    }

    /// The bytes of the central directory, found from the end of the file.
    private static func list(of descriptor: FileDescriptor) throws(ReadingError) -> [UInt8] {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0 else { throw .refused(code: errno) }
        let size = Int64(status.st_size)
        let tailStart = max(0, size - 65_557)
        let tail = try DescriptorSource(descriptor, from: tailStart).first(Int(size - tailStart))
        guard tail.count >= 22,
            let end = (0...tail.count - 22).last(where: { tail[$0] == 0x50 && tail.number(at: $0, 4) == 0x0605_4B50 })
        else { throw .form(.archiveDamaged) }
        var (length, offset) = (Int64(tail.number(at: end + 12, 4)), Int64(tail.number(at: end + 16, 4)))
        if end >= 20, tail.number(at: end - 20, 4) == 0x0706_4B50 {
            let place = Int64(truncatingIfNeeded: tail.number(at: end - 12, 8))
            guard place >= 0, place < size else { throw .form(.archiveDamaged) }
            let record = try DescriptorSource(descriptor, from: place).first(56)
            guard record.count == 56, record.number(at: 0, 4) == 0x0606_4B50 else { throw .form(.archiveDamaged) }
            length = Int64(truncatingIfNeeded: record.number(at: 40, 8))
            offset = Int64(truncatingIfNeeded: record.number(at: 48, 8))
        }
        guard length >= 0, length <= mostListBytes, offset >= 0, offset <= size else { throw .form(.archiveDamaged) }
        let list = try DescriptorSource(descriptor, from: offset).first(Int(length))
        guard list.count == Int(length) else { throw .form(.archiveDamaged) }
        return list
    }
}

extension [UInt8] {
    /// A little-endian number of so many bytes.
    fileprivate func number(at place: Int, _ length: Int) -> UInt64 {
        (0..<length).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64(8 * $1) }
    }
}

/// At most so many bytes of another source.
private final class LimitedSource: ByteSource {
    private let source: any ByteSource
    private var left: Int64

    init(_ source: any ByteSource, _ most: Int64) {
        self.source = source
        left = most
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        let most = Int(min(Int64(room.count), left))
        guard most > 0 else { return 0 }
        let got = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[..<most]))
        left -= Int64(got)
        return got
    }
}

/// The bytes of another source, which must be so many and have this CRC-32.
private final class CheckedSource: ByteSource {
    private let source: any ByteSource
    private let (length, checksum): (Int64, UInt32)
    private var (count, sum): (Int64, UInt32) = (0, 0)

    init(_ source: any ByteSource, length: Int64, checksum: UInt32) {
        self.source = source
        (self.length, self.checksum) = (length, checksum)
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        let got = try source.read(into: room)
        count += Int64(got)
        sum = libdeflate_crc32(sum, room.baseAddress, got)
        guard got > 0 || (count == length && sum == checksum) else {
            throw .form(.archiveDamaged)
        }
        return got
    }
}
