import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension Ledger {
    /// Writes the registry as it is now into one file that everybody may read and nobody write, in the place of the snapshot
    /// that was there before. Who reads that one goes on reading it.
    ///
    /// - Throws: ``StoreError/notASnapshot(path:)`` where something else has that name.
    package func publish(as place: String) throws(StoreError) -> WholeCopy {
        try Self.requireReplaceable(place)
        let temporary = "\(place).new-\(getpid())"
        try Self.copyWhole(connection, to: temporary)
        do throws(StoreError) {
            let copy = try WholeCopy(at: temporary, in: try Self.connection(to: temporary, .immutable))
            guard chmod(temporary, 0o444) == 0, rename(temporary, place) == 0 else {
                throw .cannotCreate(path: place, errno: errno)
            }
            FileSystem.sync(folder: FileSystem.folder(of: place))
            return WholeCopy(path: place, moment: copy.moment, sizeBytes: copy.sizeBytes)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Only a snapshot is replaced: a registry that everybody may read and nobody write.
    package static func requireReplaceable(_ place: String) throws(StoreError) {
        var status = stat()
        guard lstat(place, &status) == 0 else {
            let folder = FileSystem.folder(of: place)
            guard access(folder, W_OK | X_OK) == 0 else { throw .cannotCreate(path: place, errno: errno) }
            return
        }
        let isSnapshot =
            status.st_mode & S_IFMT == S_IFREG && status.st_mode & 0o777 == 0o444
            && !isOfLiveRegistry(place) && (try? connection(to: place, .immutable)) != nil
        guard isSnapshot else { throw .notASnapshot(path: place) }
    }

    /// Whether a file is written through a log (WAL), as registries and their backups are, and snapshots are not: the
    /// bytes 18 and 19 of its header tell, SQLite's file format 1.3.
    private static func isOfLiveRegistry(_ place: String) -> Bool {
        let file = open(place, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return true }
        defer { close(file) }
        var forms: (write: UInt8, read: UInt8) = (0, 0)
        return pread(file, &forms, 2, 18) != 2 || forms.write != 1 || forms.read != 1
    }
}
