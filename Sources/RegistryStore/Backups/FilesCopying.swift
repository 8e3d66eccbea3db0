import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What became of the kept files of a registry that was copied.
package struct FilesCopied: Sendable {
    /// Copied now, and found whole.
    package internal(set) var copied = 0
    /// There already.
    package internal(set) var there = 0
    /// Not kept, or damaged: their copies cannot be had from here.
    package internal(set) var lost: [String] = []
}

extension Ledger {
    /// The digests of all files whose rows were recorded, in a registry of any version.
    static func fileDigests(_ connection: Connection) throws(StoreError) -> [String] {
        try storing { () throws(SQLiteError) in
            try connection.query("SELECT DISTINCT sha256 FROM source_file ORDER BY sha256") {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
    }
}

extension FileStore {
    /// Copies to another store what it lacks of these files, and reads each copy back.
    func copy(_ digests: [String], to other: FileStore) throws(StoreError) -> FilesCopied {
        var result = FilesCopied()
        for digest in digests {
            if other.holds(digest) {
                result.there += 1
            } else if try copy(digest, to: other) {
                result.copied += 1
            } else {
                result.lost.append(digest)
            }
        }
        return result
    }

    /// False where the file is not here, or not what it should be.
    private func copy(_ digest: String, to other: FileStore) throws(StoreError) -> Bool {
        guard let path = path(of: digest), let place = other.path(of: digest) else { return false }
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { return false }
        defer { close(source) }
        let (staged, target) = try other.begin(StagedFile(path: place, temporary: UnfinishedBackup.name(beside: place)))
        defer { close(target) }
        let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 16)
        defer { chunk.deallocate() }
        var offset: off_t = 0
        while case let got = pread(source, chunk.baseAddress, chunk.count, offset), got != 0 {
            if got < 0, errno == EINTR { continue }
            guard got > 0 else { return false }
            guard writeAll(UnsafeRawBufferPointer(rebasing: chunk[..<got]), to: target) else {
                throw .cannotKeep(path: place, errno: errno)
            }
            offset += off_t(got)
        }
        guard fsync(target) == 0 else { throw .cannotKeep(path: place, errno: errno) }
        do throws(KeptFileFault) { try Self.read(staged.temporary, sha256: digest) } catch { return false }
        try staged.publish()
        return true
    }
}
