import CSQLite
import Glibc
import Synchronization

/// SQLite's own way to the files, with the disks that are watched between. It is the process's default from the first watched
/// disk on; files elsewhere are handed on as they are.
///
/// A file is SQLite's own, behind a ``Shim``.
enum WatchedSystem {
    private static let disks = Mutex<[String: WatchedDisk]>([:])
    private static let isInstalled = install()

    static func watch(_ disk: WatchedDisk) {
        _ = isInstalled
        disks.withLock { $0[disk.folder + "/"] = disk }
    }

    static func forget(_ disk: WatchedDisk) { _ = disks.withLock { $0.removeValue(forKey: disk.folder + "/") } }

    fileprivate static func watched(_ name: UnsafePointer<CChar>?) -> WatchedFile? {
        guard let name else { return nil }
        let path = String(cString: name)
        guard let disk = disks.withLock({ $0.first { path.hasPrefix($0.key) }?.value }) else { return nil }
        return WatchedFile(name: String(path.dropFirst(disk.folder.utf8.count + 1)), disk: disk)
    }

    private static func install() -> Bool {
        guard let system = sqlite3_vfs_find(nil) else { return false }
        let vfs = UnsafeMutablePointer<sqlite3_vfs>.allocate(capacity: 1)
        vfs.initialize(to: system.pointee)
        vfs.pointee.zName = UnsafePointer(strdup("watched"))
        vfs.pointee.szOsFile += Int32(Shim.size)
        vfs.pointee.pAppData = UnsafeMutableRawPointer(system)
        vfs.pointee.pNext = nil
        vfs.pointee.xOpen = { vfs, name, file, flags, given in
            guard let vfs, let file, let system = vfs.pointee.system else { return SQLITE_MISUSE }
            let watched = WatchedSystem.watched(name)
            let isNew = watched.map { access("\($0.disk.folder)/\($0.name)", F_OK) != 0 } ?? false
            let code = system.pointee.xOpen(system, name, file.real, flags, given)
            file.pointee.pMethods = file.real.pointee.pMethods == nil ? nil : Shim.methods
            file.shim.pointee.watched = watched.map(Unmanaged.passRetained)
            if isNew, code == SQLITE_OK { _ = watched?.take(.made) }
            return code
        }
        vfs.pointee.xDelete = { vfs, name, isSynced in
            guard let system = vfs?.pointee.system else { return SQLITE_MISUSE }
            if let code = WatchedSystem.watched(name)?.take(.removed) { return code }
            return system.pointee.xDelete(system, name, isSynced)
        }
        return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
    }
}

extension sqlite3_vfs {
    fileprivate var system: UnsafeMutablePointer<sqlite3_vfs>? { pAppData?.assumingMemoryBound(to: sqlite3_vfs.self) }
}

/// A file of a watched disk.
final class WatchedFile: Sendable {
    let name: String
    let disk: WatchedDisk

    init(name: String, disk: WatchedDisk) { (self.name, self.disk) = (name, disk) }

    /// Notes what is about to be done; or gives the code with which it is refused. What processes share in memory is on no
    /// disk.
    func take(_ deed: WatchedDisk.Deed) -> Int32? {
        name.hasSuffix("-shm") ? nil : disk.take(WatchedDisk.Step(file: name, deed: deed))
    }
}
