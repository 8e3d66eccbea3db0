import CDeflate

/// Packs bytes as gzip (RFC 1952), each stretch as a member of its own, which every gunzip reads as one file.
///
/// A member stands for itself, so packing and unpacking need the memory of one, however long the file is.
package final class GzipPacking {
    /// Bytes that one member holds at most, before they are packed.
    package static let largestStretch = 1 << 18

    private let compressor: OpaquePointer
    private let room: UnsafeMutableRawBufferPointer

    package init() {
        // Level 1: a second one would win a thirtieth in size for half as much time again.
        guard let compressor = libdeflate_alloc_compressor(1) else { preconditionFailure("out of memory") }
        self.compressor = compressor
        room = .allocate(byteCount: Self.largestMember, alignment: 16)
    }

    deinit {
        libdeflate_free_compressor(compressor)
        room.deallocate()
    }

    /// Bytes that one member takes at most, packed.
    static let largestMember = libdeflate_gzip_compress_bound(nil, largestStretch)

    /// Packs one stretch of at most ``largestStretch`` bytes, and lends the member until the next call.
    package func pack(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        precondition(bytes.count <= Self.largestStretch, "a stretch of \(bytes.count) bytes is too long")
        let count = libdeflate_gzip_compress(compressor, bytes.baseAddress, bytes.count, room.baseAddress, room.count)
        return UnsafeRawBufferPointer(rebasing: room[..<count])
    }
}
