import CDeflate
import Glibc

/// Reads a file that ``GzipPacking`` packed, member by member, in steady memory.
///
/// The descriptor stays its owner's, and is read from where it stands.
package final class GzipReading {
    package enum Fault: Error, Hashable, Sendable {
        case refused(errno: Int32)
        /// No gzip, or not of members as ``GzipPacking`` makes them, or their checksums do not hold.
        case damaged
    }

    private let descriptor: Int32
    private let decompressor: OpaquePointer
    private let packed: UnsafeMutableRawBufferPointer
    private let room: UnsafeMutableRawBufferPointer
    /// What of `packed` is read and not yet unpacked.
    private var waiting = 0..<0
    private var isAtEnd = false

    package init(descriptor: Int32) {
        guard let decompressor = libdeflate_alloc_decompressor() else { preconditionFailure("out of memory") }
        self.descriptor = descriptor
        self.decompressor = decompressor
        packed = .allocate(byteCount: 2 * GzipPacking.largestMember, alignment: 16)
        room = .allocate(byteCount: GzipPacking.largestStretch, alignment: 16)
    }

    deinit {
        libdeflate_free_decompressor(decompressor)
        packed.deallocate()
        room.deallocate()
    }

    /// The bytes of the next member, lent until the next call; nil at the end of the file.
    package func next() throws(Fault) -> UnsafeRawBufferPointer? {
        if waiting.count < GzipPacking.largestMember, !isAtEnd { try readMore() }
        guard !waiting.isEmpty else { return nil }
        let member = UnsafeRawBufferPointer(rebasing: packed[waiting])
        var used = 0
        var count = 0
        let result = libdeflate_gzip_decompress_ex(
            decompressor, member.baseAddress, member.count, room.baseAddress, room.count, &used, &count)
        guard result == LIBDEFLATE_SUCCESS else { throw .damaged }
        waiting = waiting.lowerBound + used..<waiting.upperBound
        return UnsafeRawBufferPointer(rebasing: room[..<count])
    }

    private func readMore() throws(Fault) {
        packed.copyMemory(from: UnsafeRawBufferPointer(rebasing: packed[waiting]))
        waiting = 0..<waiting.count
        while waiting.count < packed.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: packed[waiting.count...])
            let got = read(descriptor, rest.baseAddress, rest.count)
            if got == 0 {
                isAtEnd = true
                return
            }
            if got > 0 {
                waiting = 0..<waiting.count + got
            } else if errno != EINTR {
                throw .refused(errno: errno)
            }
        }
    }
}
