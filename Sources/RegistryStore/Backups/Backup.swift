import Registry
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What a backup left.
package struct BackupReceipt: Sendable {
    package let copy: WholeCopy
    /// Of the kept files, where the backup is one of a folder's.
    package internal(set) var files: FilesCopied?
    /// Imported files that the registry names.
    package let fileCount: Int
    /// Older backups that were taken away.
    package internal(set) var removed: [String] = []
}

/// Where a backup goes.
package enum BackupTarget: Sendable {
    /// One file, without the kept files.
    case file(String)
    /// A folder, in which it is named by registry, time and change, with the kept files beside it. `keeping`: how many backups
    /// of this registry may stay there, 1 or more; nil for all.
    case folder(String, keeping: Int?)

    /// - Throws: ``StoreError/registryExists(path:)``, ``StoreError/cannotCreate(path:errno:)``.
    package func requireFree() throws(StoreError) {
        switch self {
        case .file(let place):
            var status = stat()
            if lstat(place, &status) == 0 { throw .registryExists(path: place) }
            let folder = FileSystem.folder(of: place)
            if access(folder, W_OK | X_OK) != 0 { throw .cannotCreate(path: place, errno: errno) }
        case .folder(let folder, _):
            if access(folder, W_OK | X_OK) != 0 { throw .cannotCreate(path: folder, errno: errno) }
        }
    }
}

extension Ledger {
    /// Copies the registry as it is now, has the copy inspected, and gives it its name: there is a whole backup or none.
    package func backUp(to target: BackupTarget, _ inspect: Inspection) throws(StoreError) -> BackupReceipt {
        try target.requireFree()
        let names = BackupNames(of: path)
        let (folder, store): (String, FileStore?) =
            switch target {
            case .file(let place): (FileSystem.folder(of: place), nil)
            case .folder(let folder, _):
                (folder, FileStore(folder: names.registry(in: folder) + ".files", like: files.owner))
            }
        let unfinished = try UnfinishedBackup(of: names.registry(in: folder), files: store)
        // Nobody takes it away until then.
        defer { withExtendedLifetime(unfinished) {} }
        let temporary = unfinished.path
        try Self.copyWhole(connection, to: temporary)
        var receipt: BackupReceipt
        do throws(StoreError) {
            let copy = try Self.connection(to: temporary, .immutable)
            try Self.requireSound(temporary, scratch: temporary + "-2", inspect)
            let found = try WholeCopy(at: temporary, in: copy)
            let place =
                switch target {
                case .file(let place): place
                case .folder(let folder, _): names.free(in: folder, change: found.moment.change)
                }
            let digests = try Self.fileDigests(copy)
            receipt = BackupReceipt(
                copy: WholeCopy(path: place, moment: found.moment, sizeBytes: found.sizeBytes), fileCount: digests.count
            )
            if let store { receipt.files = try files.copy(digests, to: store) }
            // Nobody is to write into a backup; who may read the registry may read it.
            files.owner.give(temporary, mode: 0o400, forGroup: 0o440)
            try FileSystem.publish(temporary, as: place)
        } catch {
            unlink(temporary)
            // What is wrong with a copy that was taken in one step is wrong with the registry.
            if case .unsound(_, let findings) = error { throw .unsound(path: path, findings: findings) }
            throw error
        }
        if case .folder(let folder, let keeping?) = target {
            receipt.removed = names.removeOlder(in: folder, keeping: keeping, newest: receipt.copy.path)
        }
        return receipt
    }
}
