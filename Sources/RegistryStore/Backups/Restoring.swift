import Registry
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What a restore left.
package struct RestoreReceipt: Sendable {
    package let copy: WholeCopy
    /// Where the registry that was there lies now; nil where there was none.
    package let replaced: String?
    package let files: FilesCopied
    /// The version of its schema, where this program knows a later one.
    package let olderVersion: Int?
}

extension Ledger {
    /// Puts a backup in a registry's place, inspected before and after it is copied.
    ///
    /// - Parameters:
    ///   - isReplacing: whether a registry that is there may be set aside; it is kept beside the new one.
    ///   - patience: how long to wait for those who use it.
    package static func restore(
        _ backup: String, to path: String, isReplacing: Bool, patience: Patience, _ inspect: Inspection
    ) throws(StoreError) -> RestoreReceipt {
        let path = FileSystem.real(path)
        try requireRestorable(backup, to: path, isReplacing: isReplacing, inspect)
        let source = try connectionAtRest(to: backup)
        let version = try Migrator(source, path: backup).version()
        let temporary = "\(path).new-\(getpid())"
        try copyWhole(source, to: temporary)
        do throws(StoreError) {
            try requireSound(temporary, scratch: temporary + "-2", inspect)
            // As the registry that it replaces, else as the backup says.
            FileOwner(of: access(path, F_OK) == 0 ? path : backup).give(temporary, mode: 0o600, forGroup: 0o660)
            let copy = try WholeCopy(at: temporary, in: try connection(to: temporary, .immutable))
            try storing { () throws(SQLiteError) in
                try Connection(path: temporary, mode: .readWrite).setJournalMode(.wal)
            }
            try FileSystem.sync(file: temporary)
            let replaced = try place(temporary, at: path, patience)
            return RestoreReceipt(
                copy: WholeCopy(path: path, moment: copy.moment, sizeBytes: copy.sizeBytes), replaced: replaced,
                files: try filesBeside(backup).copy(fileDigests(source), to: FileStore(of: path)),
                olderVersion: version < Migrator.known ? version : nil)
        } catch {
            for suffix in ["", "-wal", "-shm"] { unlink(temporary + suffix) }
            throw error
        }
    }

    /// All that can be known before anything is written: that there is a sound backup, and a place for it.
    package static func requireRestorable(
        _ backup: String, to path: String, isReplacing: Bool, _ inspect: Inspection
    ) throws(StoreError) {
        var (own, other) = (stat(), stat())
        if stat(path, &own) == 0, stat(backup, &other) == 0, own.st_dev == other.st_dev, own.st_ino == other.st_ino {
            throw .restoresItself(path: path)
        }
        let folder = FileSystem.folder(of: path)
        guard access(folder, W_OK | X_OK) == 0 else { throw .cannotCreate(path: path, errno: errno) }
        try FileSystem.requireLocal(folder)
        guard isReplacing || lstat(path, &own) != 0 else { throw .wouldReplace(path: path) }
        try requireSound(backup, scratch: "\(path).scratch-\(getpid())", inspect)
    }

    /// Gives the new file the registry's name. A file that has it, and what lies beside it, is set aside first.
    ///
    /// - Returns: where the old one lies now.
    private static func place(
        _ temporary: String, at path: String, _ patience: Patience
    ) throws(StoreError) -> String? {
        let isThere = access(path, F_OK) == 0
        let aside = BackupNames.aside(path)
        // Held until the new one has the name, so that nobody writes into the old one meanwhile.
        let old = isThere ? try takeOver(path, patience) : nil
        if isThere, link(path, aside) != 0 { throw .cannotCreate(path: aside, errno: errno) }
        // A log without its file, or of a file too damaged to take it in, must not be taken for the new one's.
        for suffix in ["-wal", "-shm", "-journal"] { rename(path + suffix, aside + suffix) }
        guard rename(temporary, path) == 0 else { throw .cannotCreate(path: path, errno: errno) }
        FileSystem.sync(folder: FileSystem.folder(of: path))
        try? old?.rollback()
        return isThere ? aside : nil
    }

    /// Makes the old registry whole in its one file, and locks it; nil where it is too damaged for that.
    private static func takeOver(_ path: String, _ patience: Patience) throws(StoreError) -> Connection? {
        var tries = 0
        while true {
            do throws(SQLiteError) {
                let old = try Connection(path: path, mode: .readWrite)
                // Refused as busy as long as any program has it open.
                try old.setJournalMode(.delete)
                try old.execute("BEGIN EXCLUSIVE")
                return old
            } catch {
                guard error.isBusy else { return nil }
                guard patience.goesOn(after: tries, path) else { throw .inUse(path: path) }
                tries += 1
            }
        }
    }

    /// The kept files of a backup: those beside the file itself, else those of its folder.
    private static func filesBeside(_ backup: String) -> FileStore {
        let own = FileStore(of: backup)
        let real = FileSystem.real(backup)
        guard access(own.folder, F_OK) != 0, let name = BackupName(String(real.split(separator: "/").last ?? "")) else {
            return own
        }
        return FileStore(folder: "\(FileSystem.folder(of: real))/\(name.stem)\(name.ending).files", like: own.owner)
    }
}
