import Glibc

/// Writes a tar archive (POSIX ustar, IEEE Std 1003.1) into a file, member by member, in steady memory.
///
/// A member's size is written into its header once it is known, so the file must be one that can be written anywhere. A
/// member may itself be an archive: begun, filled with members, closed by ``finishArchive()``, ended.
package final class TarWriting {
    package struct Fault: Error, Hashable, Sendable {
        package let errno: Int32
    }

    private static let block = 512
    /// Sizes up to this are written in octal digits, as every tar reads them; larger ones in bytes, as GNU tar does.
    private static let largestOctal: Int64 = 0o77777777777

    private let descriptor: Int32
    private let seconds: Int64
    private var waiting: [UInt8] = []
    /// Where the first byte of `waiting` stands in the file.
    private var start: Int64 = 0
    /// Of the members that were begun and not ended, the outermost first.
    private var open: [(header: Int64, name: String)] = []

    /// - Parameters:
    ///   - descriptor: its owner's, empty, written from its beginning.
    ///   - seconds: since 1970, the time that every member has.
    package init(descriptor: Int32, seconds: Int64) {
        self.descriptor = descriptor
        self.seconds = seconds
        waiting.reserveCapacity(1 << 18)
    }

    private var place: Int64 { start + Int64(waiting.count) }

    /// - Parameter name: at most 100 bytes.
    package func begin(_ name: String) throws(Fault) {
        precondition(name.utf8.count <= 100, "the name of a member is at most 100 bytes")
        open.append((place, name))
        try write([UInt8](repeating: 0, count: Self.block))
    }

    package func write(_ bytes: [UInt8]) throws(Fault) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= 1 << 18 { try flush() }
    }

    package func write(_ bytes: UnsafeRawBufferPointer) throws(Fault) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= 1 << 18 { try flush() }
    }

    /// Ends the innermost member.
    package func end() throws(Fault) {
        guard let (header, name) = open.popLast() else { preconditionFailure("no member was begun") }
        let size = place - header - Int64(Self.block)
        try write([UInt8](repeating: 0, count: Int(-size & Int64(Self.block - 1))))
        let bytes = Self.header(name, size: size, seconds: seconds)
        if header >= start {
            let first = Int(header - start)
            waiting.replaceSubrange(first..<first + Self.block, with: bytes)
        } else if header + Int64(Self.block) <= start {
            try put(bytes, at: header)
        } else {
            try flush()
            try put(bytes, at: header)
        }
    }

    /// Ends the archive, or the one that is the innermost member: two blocks of zeros.
    package func finishArchive() throws(Fault) {
        try write([UInt8](repeating: 0, count: 2 * Self.block))
        if open.isEmpty { try flush() }
    }

    private func flush() throws(Fault) {
        try put(waiting, at: start)
        start += Int64(waiting.count)
        waiting.removeAll(keepingCapacity: true)
    }

    private func put(_ bytes: [UInt8], at offset: Int64) throws(Fault) {
        var done = 0
        while done < bytes.count {
            let written = bytes.withUnsafeBytes { all in
                pwrite(descriptor, all.baseAddress?.advanced(by: done), all.count - done, off_t(offset) + off_t(done))
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw Fault(errno: written < 0 ? errno : EIO) }
            done += written
        }
    }

    static func header(_ name: String, size: Int64, seconds: Int64) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: block)
        func put(_ bytes: some Collection<UInt8>, at place: Int) {
            header.replaceSubrange(place..<place + bytes.count, with: bytes)
        }
        /// Digits that fill the field but for the NUL at its end.
        func octal(_ number: Int64, width: Int) -> [UInt8] {
            let digits = String(number, radix: 8)
            return Array((String(repeating: "0", count: max(0, width - 1 - digits.count)) + digits).utf8)
        }
        put(name.utf8, at: 0)
        put(octal(0o644, width: 8), at: 100)
        put(octal(0, width: 8), at: 108)
        put(octal(0, width: 8), at: 116)
        if size <= largestOctal {
            put(octal(size, width: 12), at: 124)
        } else {
            put([0x80, 0, 0, 0] + (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * $0)) }, at: 124)
        }
        put(octal(max(0, seconds), width: 12), at: 136)
        put("        ".utf8, at: 148)
        put("0".utf8, at: 156)
        put("ustar\0".utf8, at: 257)
        put("00".utf8, at: 263)
        let sum = header.reduce(0 as Int64) { $0 + Int64($1) }
        put(octal(sum, width: 7) + [0, 0x20], at: 148)
        return header
    }
}
