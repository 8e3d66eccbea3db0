package import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A file without a name, for rows that do not fit into memory: it is gone with the process, however that ends.
///
/// It lies where SQLite puts its own such files: `SQLITE_TMPDIR`, `TMPDIR`, `/var/tmp` or `/tmp`.
///
/// `@unchecked Sendable`: only ``RowSorter``'s one background job writes while it is being filled; later it is only read.
package final class SpillFile: @unchecked Sendable {
    private var descriptor: FileDescriptor?

    deinit { try? descriptor?.close() }

    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int64) throws(Errno) {
        if descriptor == nil { descriptor = try Self.nameless() }
        guard let descriptor else { return }
        try wrapping { _ = try descriptor.writeAll(toAbsoluteOffset: offset, bytes) }
    }

    /// - Returns: the bytes read, fewer than asked for only at the end.
    func read(at offset: Int64, into memory: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
        guard let descriptor else { return 0 }
        var count = 0
        while count < memory.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
            var got = 0
            try wrapping { got = try descriptor.read(fromAbsoluteOffset: offset + Int64(count), into: rest) }
            guard got > 0 else { break }
            count += got
        }
        return count
    }

    /// Opens a file and takes its name away.
    package static func nameless() throws(Errno) -> FileDescriptor {
        let own: [String] = ["SQLITE_TMPDIR", "TMPDIR"].compactMap { (name: String) -> String? in
            guard let folder = getenv(name) else { return nil }
            return String(cString: folder)
        }
        var failure = Errno.noSuchFileOrDirectory
        for folder in own + ["/var/tmp", "/tmp"] {
            var name = Array("\(folder)/registry-XXXXXX".utf8CString)
            let descriptor = mkstemp(&name)
            guard descriptor >= 0 else {
                failure = Errno(rawValue: errno)
                continue
            }
            name.withUnsafeBufferPointer { if let name = $0.baseAddress { _ = unlink(name) } }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            return FileDescriptor(rawValue: descriptor)
        }
        throw failure
    }
}

/// swift-system throws `any Error`, which is always an `Errno`.
func wrapping<Result>(_ call: () throws -> Result) throws(Errno) -> Result {
    do {
        return try call()
    } catch let error as Errno {
        throw error
    } catch {
        throw .ioError
    }
}
