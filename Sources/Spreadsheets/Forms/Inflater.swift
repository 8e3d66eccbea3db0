import CZlib
import Glibc

/// Unpacks deflated bytes (RFC 1951) of another source, in bounded memory.
///
/// What unpacks to far more than sheets do is refused, so that a small file cannot keep the reader busy for hours.
final class Inflater: ByteSource {
    enum Wrapping {
        /// As in a gzip file, of one member or several (RFC 1952).
        case gzip
        /// As in a zip archive.
        case none
    }

    /// Beyond these many bytes, a source may not have grown more than so many times.
    private static let (trusted, mostGrowth) = (64 << 20, 400)

    private let source: any ByteSource
    private let wrapping: Wrapping
    /// Does not move: the library keeps its address.
    private let stream: UnsafeMutablePointer<z_stream>
    private let input: UnsafeMutableRawBufferPointer
    private var (packed, unpacked) = (0, 0)
    private var hasEnded = false
    private var isReady = false

    init(_ source: any ByteSource, _ wrapping: Wrapping) {
        self.source = source
        self.wrapping = wrapping
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        input = .allocate(byteCount: 1 << 16, alignment: 16)
        let windowBits: Int32 = wrapping == .gzip ? 15 + 16 : -15
        isReady = inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit {
        if isReady { inflateEnd(stream) }
        stream.deallocate()
        input.deallocate()
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        guard isReady else { throw .refused(code: ENOMEM) }
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(truncatingIfNeeded: min(room.count, 1 << 30))
        let asked = stream.pointee.avail_out
        while !hasEnded, stream.pointee.avail_out == asked {
            if stream.pointee.avail_in == 0 { try refill() }
            guard stream.pointee.avail_in > 0 else { throw .form(.packedBytesEndEarly) }
            switch inflate(stream, Z_NO_FLUSH) {
            case Z_OK, Z_BUF_ERROR: break
            case Z_STREAM_END: try endMember()
            default: throw .form(.packedBytesDamaged)
            }
        }
        let count = Int(asked - stream.pointee.avail_out)
        unpacked += count
        if unpacked > Self.trusted, unpacked / Self.mostGrowth > packed { throw .form(.unpacksTooFar) }
        return count
    }

    private func refill() throws(ReadingError) {
        let got = try source.read(into: input)
        packed += got
        stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_in = UInt32(got)
    }

    /// Another member may follow; zeros behind the last are padding.
    private func endMember() throws(ReadingError) {
        guard wrapping == .gzip else {
            hasEnded = true
            return
        }
        if stream.pointee.avail_in == 0 { try refill() }
        if stream.pointee.avail_in > 0, stream.pointee.next_in.pointee == 0x1F {
            inflateReset(stream)
            return
        }
        hasEnded = true
        while stream.pointee.avail_in > 0 {
            for index in 0..<Int(stream.pointee.avail_in) where stream.pointee.next_in[index] != 0 {
                throw .form(.packedBytesDamaged)
            }
            try refill()
        }
    }
}
