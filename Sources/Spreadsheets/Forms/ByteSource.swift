import Glibc
package import SystemPackage

/// A place from which bytes come, in order.
package protocol ByteSource: AnyObject {
    /// Fills some of the room, which is not empty; 0 at the end, and ever after.
    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int
}

/// The bytes of an open file, which stays its owner's.
package final class DescriptorSource: ByteSource {
    private let descriptor: FileDescriptor
    private let onChunk: ((UnsafeRawBufferPointer) -> Void)?
    /// Where to go on reading; nil to read on from where the descriptor stands.
    private var offset: Int64?

    /// - Parameters:
    ///   - offset: where to begin, whatever others read from the same file; nil to read on from where it stands.
    ///   - onChunk: is given all that is read, in order, once.
    package init(
        _ descriptor: FileDescriptor, from offset: Int64? = nil, onChunk: ((UnsafeRawBufferPointer) -> Void)? = nil
    ) {
        self.descriptor = descriptor
        self.offset = offset
        self.onChunk = onChunk
    }

    package func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        while true {
            let got =
                if let offset { pread(descriptor.rawValue, room.baseAddress, room.count, off_t(offset)) } else {
                    Glibc.read(descriptor.rawValue, room.baseAddress, room.count)
                }
            if got < 0 {
                if errno == EINTR { continue }
                throw .refused(code: errno)
            }
            if let offset { self.offset = offset + Int64(got) }
            if got > 0 { onChunk?(UnsafeRawBufferPointer(rebasing: room[..<got])) }
            return got
        }
    }
}

/// Bytes that are in memory.
package final class MemorySource: ByteSource {
    private let bytes: [UInt8]
    private var place = 0

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package func read(into room: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(room.count, bytes.count - place)
        bytes.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[place..<place + count])) }
        place += count
        return count
    }
}

extension ByteSource {
    /// The next bytes, as many as there are up to `most`.
    func first(_ most: Int) throws(ReadingError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: most)
        var count = 0
        while count < most {
            let got = try fill(&bytes, from: count)
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(most - count)
        return bytes
    }

    private func fill(_ bytes: inout [UInt8], from start: Int) throws(ReadingError) -> Int {
        let outcome: Result<Int, ReadingError> = bytes.withUnsafeMutableBytes { room in
            do throws(ReadingError) {
                return .success(try read(into: UnsafeMutableRawBufferPointer(rebasing: room[start...])))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
