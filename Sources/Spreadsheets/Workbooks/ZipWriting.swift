import CDeflate
import CZlib
import Glibc

/// Writes a zip archive, part after part, into an open file that can be written at any place; memory is bounded.
final class ZipWriting {
    private struct Part {
        let name: [UInt8]
        let offset: UInt32
        var sum: UInt32 = 0
        var packed: Int64 = 0
        var unpacked: Int64 = 0
    }

    private let descriptor: Int32
    /// Does not move: the library keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var parts: [Part] = []
    private var end: Int64 = 0
    private let isReady: Bool
    /// What an archive without the 64-bit extension can tell of.
    static let mostBytes: Int64 = 0xFFFF_FFFF

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        room = .allocate(capacity: 1 << 16)
        isReady =
            deflateInit2_(
                stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { deflateEnd(stream) }
        stream.deallocate()
        room.deallocate()
    }

    /// Bytes of the part in hand, before they are packed.
    var partBytes: Int64 { parts.last?.unpacked ?? 0 }

    /// Begins a part; its sizes are filled in when it ends.
    func begin(_ name: String) throws(WriteError) {
        guard isReady else { throw .refused(code: ENOMEM) }
        guard end <= Self.mostBytes - 1024 else { throw .refused(code: EFBIG) }
        let part = Part(name: Array(name.utf8), offset: UInt32(end))
        try put(Self.localHead(part))
        parts.append(part)
        deflateReset(stream)
    }

    func write(_ bytes: [UInt8]) throws(WriteError) { try pack(bytes, last: false) }

    func endPart() throws(WriteError) {
        try pack([], last: true)
        guard let part = parts.last, part.packed <= Self.mostBytes, part.unpacked <= Self.mostBytes else {
            throw .refused(code: EFBIG)
        }
        try put(Self.localHead(part), at: Int64(part.offset))
    }

    /// Writes the list of the parts, which makes the archive whole.
    func finish() throws(WriteError) {
        guard end <= Self.mostBytes - 65_536 else { throw .refused(code: EFBIG) }
        let start = end
        for part in parts {
            try put(
                Self.bytes(0x0201_4B50, 4) + Self.bytes(20, 2) + Self.head(part) + Self.bytes(0, 10)
                    + Self.bytes(Int64(part.offset), 4) + part.name)
        }
        let count = Self.bytes(Int64(parts.count), 2)
        try put(
            Self.bytes(0x0605_4B50, 4) + Self.bytes(0, 4) + count + count + Self.bytes(end - start, 4)
                + Self.bytes(start, 4) + Self.bytes(0, 2))
    }

    private func pack(_ bytes: [UInt8], last: Bool) throws(WriteError) {
        guard !parts.isEmpty else { return }
        let place = parts.count - 1
        let outcome: Result<Void, WriteError> = bytes.withUnsafeBufferPointer { bytes in
            parts[place].unpacked += Int64(bytes.count)
            parts[place].sum = libdeflate_crc32(parts[place].sum, bytes.baseAddress, bytes.count)
            stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
            stream.pointee.avail_in = UInt32(bytes.count)
            do throws(WriteError) {
                repeat {
                    stream.pointee.next_out = room.baseAddress
                    stream.pointee.avail_out = UInt32(room.count)
                    deflate(stream, last ? Z_FINISH : Z_NO_FLUSH)
                    let made = room.count - Int(stream.pointee.avail_out)
                    parts[place].packed += Int64(made)
                    try put(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(room)[..<made]), at: end)
                    end += Int64(made)
                } while stream.pointee.avail_out == 0
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    private func put(_ bytes: [UInt8]) throws(WriteError) {
        try put(bytes, at: end)
        end += Int64(bytes.count)
    }

    private func put(_ bytes: [UInt8], at offset: Int64) throws(WriteError) {
        let outcome: Result<Void, WriteError> = bytes.withUnsafeBytes { bytes in
            do throws(WriteError) { return .success(try put(bytes, at: offset)) } catch { return .failure(error) }
        }
        try outcome.get()
    }

    private func put(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(WriteError) {
        var done = 0
        while done < bytes.count {
            let written = pwrite(
                descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, off_t(offset) + off_t(done))
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw .refused(code: written < 0 ? errno : EIO) }
            done += written
        }
    }

    /// With which every archive begins that is written here.
    static let firstBytes = bytes(0x0403_4B50, 4) + beforeSums

    private static func localHead(_ part: Part) -> [UInt8] { bytes(0x0403_4B50, 4) + head(part) + part.name }

    /// Version, flag of UTF-8 names, deflated, 1980-01-01; then the sum and the lengths.
    private static func head(_ part: Part) -> [UInt8] {
        beforeSums + bytes(Int64(part.sum), 4)
            + bytes(part.packed, 4) + bytes(part.unpacked, 4) + bytes(Int64(part.name.count), 2) + bytes(0, 2)
    }

    private static let beforeSums = bytes(20, 2) + bytes(0x0800, 2) + bytes(8, 2) + bytes(0, 2) + bytes(0x21, 2)

    private static func bytes(_ value: Int64, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> Int64(8 * $0)) }
    }
}
