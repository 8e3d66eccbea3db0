import Archives
import Digests

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension FileStore {
    /// Packs a file into the store, on the disk when this returns, and gives it no name yet.
    ///
    /// - Parameters:
    ///   - descriptor: read by offsets from the beginning; where it stands does not move.
    ///   - name: of the file, for words.
    ///   - sha256: what its bytes must be. The caller holds the registry's write lock, so that nobody else keeps it now.
    ///   - isWanted: asked now and then; once it answers false the work is given up.
    /// - Returns: nil where the file is kept already and whole, or no longer wanted.
    /// - Throws: ``StoreError/cannotKeep(path:errno:)``, ``StoreError/changedWhileRead(name:)``.
    package func stage(
        _ descriptor: Int32, name: String, sha256: String, while isWanted: () -> Bool = { true }
    ) throws(StoreError) -> StagedFile? {
        guard !isWhole(sha256), let path = path(of: sha256) else { return nil }
        // Of this process alone: another one that gave its copy up may take that away only after it gave up the lock.
        let (staged, target) = try begin(StagedFile(path: path, temporary: "\(path).new-\(getpid())"))
        FileSystem.removeOthers(beginningWith: "\(path).new", but: staged.temporary)
        defer { close(target) }
        guard let found = try pack(descriptor, into: target, path: path, while: isWanted) else { return nil }
        guard found == sha256 else { throw .changedWhileRead(name: name) }
        guard fsync(target) == 0 else { throw .cannotKeep(path: path, errno: errno) }
        return staged
    }

    /// Makes the file, empty and open for writing, and the folders above it.
    func begin(_ staged: StagedFile) throws(StoreError) -> (StagedFile, target: Int32) {
        try makeFolder(folder)
        try makeFolder(FileSystem.folder(of: staged.path))
        unlink(staged.temporary)
        let target = open(staged.temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard target >= 0 else { throw .cannotKeep(path: staged.path, errno: errno) }
        owner.give(target, mode: 0o600, forGroup: 0o660)
        return (staged, target)
    }

    /// - Returns: the SHA-256 of what was read; nil where it is no longer wanted.
    private func pack(
        _ source: Int32, into target: Int32, path: String, while isWanted: () -> Bool
    ) throws(StoreError) -> String? {
        let packing = GzipPacking()
        let stretch = UnsafeMutableRawBufferPointer.allocate(byteCount: GzipPacking.largestStretch, alignment: 16)
        defer { stretch.deallocate() }
        var digest = SHA256()
        var offset: off_t = 0
        while isWanted() {
            let got = pread(source, stretch.baseAddress, stretch.count, offset)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .cannotKeep(path: path, errno: errno) }
            guard got > 0 else { return digest.finish() }
            let bytes = UnsafeRawBufferPointer(rebasing: stretch[..<got])
            digest.update(bytes.assumingMemoryBound(to: UInt8.self))
            guard writeAll(packing.pack(bytes), to: target) else { throw .cannotKeep(path: path, errno: errno) }
            offset += off_t(got)
        }
        return nil
    }

    private func makeFolder(_ path: String) throws(StoreError) {
        guard mkdir(path, 0o700) == 0 else {
            if errno == EEXIST { return }
            throw .cannotKeep(path: path, errno: errno)
        }
        let made = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard made >= 0 else { throw .cannotKeep(path: path, errno: errno) }
        owner.give(made, mode: 0o700, forGroup: 0o770)
        close(made)
        FileSystem.sync(folder: FileSystem.folder(of: path))
    }
}

/// A file that is packed and on the disk, and has no name in the store yet; dropped, it is taken away.
package final class StagedFile: Sendable {
    let path: String
    let temporary: String

    init(path: String, temporary: String) {
        self.path = path
        self.temporary = temporary
    }

    deinit { unlink(temporary) }

    /// Gives the file its name, which is on the disk when this returns.
    package func publish() throws(StoreError) {
        guard rename(temporary, path) == 0 else { throw .cannotKeep(path: path, errno: errno) }
        FileSystem.sync(folder: FileSystem.folder(of: path))
    }
}

/// Writes all bytes; false where the system refuses some, as `errno` says.
package func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
        let written = write(descriptor, rest.baseAddress, rest.count)
        if written < 0, errno == EINTR { continue }
        guard written > 0 else {
            if written == 0 { errno = EIO }
            return false
        }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
    }
    return true
}
