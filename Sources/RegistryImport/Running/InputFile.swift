import Digests
import SystemPackage

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A file to be imported, open for reading from its beginning; standard input is copied to a nameless file first.
struct InputFile: ~Copyable {
    let descriptor: FileDescriptor
    let sizeBytes: Int64

    init(_ path: String, followsLinks: Bool = true) throws(FileRefusal) {
        (descriptor, sizeBytes) = try Self.plain(
            path == "-" ? try Self.spooled() : try Self.opened(path, followsLinks: followsLinks))
    }

    private static func plain(_ descriptor: FileDescriptor) throws(FileRefusal) -> (FileDescriptor, Int64) {
        var status = stat()
        guard fstat(descriptor.rawValue, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            try? descriptor.close()
            throw .notAFile
        }
        return (descriptor, Int64(status.st_size))
    }

    /// Does not wait for the other end of a pipe, which is refused afterwards.
    private static func opened(_ path: String, followsLinks: Bool) throws(FileRefusal) -> FileDescriptor {
        var options: FileDescriptor.OpenOptions = [.closeOnExec, .nonBlocking]
        if !followsLinks { options.insert(.noFollow) }
        do throws(Errno) {
            return try wrapping { () throws in try FileDescriptor.open(path, .readOnly, options: options) }
        } catch {
            throw error == .noSuchFileOrDirectory ? .missing : .unreadable(errno: error.rawValue)
        }
    }

    /// The digest of the whole file; nil where it cannot be read.
    ///
    /// - Parameter watch: told of what is read; where the end is wanted, the digest is given up.
    func sha256(_ watch: ImportWatch? = nil) -> String? {
        var digest = SHA256()
        let whole: Void? = try? withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { room in
            var offset: Int64 = 0
            while case let got = try descriptor.read(
                fromAbsoluteOffset: offset, into: UnsafeMutableRawBufferPointer(room)),
                got > 0
            {
                digest.update(UnsafeBufferPointer(rebasing: room[..<got]))
                offset += Int64(got)
                watch?.hasRead(bytes: got)
                if watch?.isStopWanted == true { return }
            }
        }
        if watch?.isStopWanted == true { return nil }
        return whole == nil ? nil : digest.finish()
    }

    deinit { try? descriptor.close() }

    private static func spooled() throws(FileRefusal) -> FileDescriptor {
        let spool: FileDescriptor
        do throws(Errno) { spool = try SpillFile.nameless() } catch { throw .unreadable(errno: error.rawValue) }
        do throws(Errno) {
            try wrapping {
                try withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { room in
                    while case let got = try FileDescriptor.standardInput.read(into: room), got > 0 {
                        _ = try spool.writeAll(UnsafeRawBufferPointer(rebasing: room[..<got]))
                    }
                }
                _ = try spool.seek(offset: 0, from: .start)
            }
        } catch {
            try? spool.close()
            throw .unreadable(errno: error.rawValue)
        }
        return spool
    }
}
