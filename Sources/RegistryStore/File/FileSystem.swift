#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What must hold of the place where a registry lies.
package enum FileSystem {
    /// Kinds on which SQLite's locks or its shared memory do not work between machines, as Linux names them.
    private static let networkKinds: Set<String> = [
        "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "lustre", "glusterfs", "fuse.sshfs", "fuse.glusterfs",
        "fuse.s3fs", "beegfs", "gpfs", "ocfs2", "gfs2",
    ]

    static func requireRegistryFile(at path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw errno == EACCES ? .notAllowed(path: path) : .noRegistry(path: path)
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegistry(path: path, why: .noPlainFile) }
        guard status.st_size > 0 else { throw .notARegistry(path: path, why: .empty) }
        guard access(path, R_OK) == 0 else { throw .notAllowed(path: path) }
    }

    /// - Throws: ``StoreError/networkFileSystem(path:kind:)``.
    static func requireLocal(_ path: String) throws(StoreError) {
        if let kind = kind(of: path), networkKinds.contains(kind) { throw .networkFileSystem(path: path, kind: kind) }
    }

    /// The kind of file system a path is on: proc(5), `/proc/self/mountinfo`, by the number of its device.
    private static func kind(of path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        // A file system on a block device is local; those without one have devices of major number 0.
        if status.st_dev >> 8 & 0xFFF != 0 { return nil }
        guard let mounts = fopen("/proc/self/mountinfo", "re") else { return nil }
        defer { fclose(mounts) }
        // makedev(3): twelve bits of major and eight of minor below, twelve more of minor above.
        let device = "\(status.st_dev >> 8 & 0xFFF):\(status.st_dev & 0xFF | status.st_dev >> 12 & 0xFFF00)"
        var line: UnsafeMutablePointer<CChar>?
        var room = 0
        defer { free(line) }
        while getline(&line, &room, mounts) > 0, let line {
            let words = String(cString: line).split(separator: " ")
            guard words.count > 2, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
            else { continue }
            return String(words[dash + 1])
        }
        return nil
    }

    package static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Makes an empty file that only its owner, or its owner and a group, may read and write, whatever the umask.
    static func create(_ path: String, group: String?) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(descriptor) }
        guard let group else { return }
        guard let entry = getgrnam(group) else {
            unlink(path)
            throw .unknownGroup(name: group)
        }
        guard fchown(descriptor, uid_t.max, entry.pointee.gr_gid) == 0, fchmod(descriptor, 0o660) == 0 else {
            let code = errno
            unlink(path)
            throw .cannotCreate(path: path, errno: code)
        }
    }

    /// Gives a finished file its name, unless something has that name already, and makes the name durable.
    static func publish(_ temporary: String, as path: String) throws(StoreError) {
        if link(temporary, path) == 0 {
            unlink(temporary)
        } else {
            var code = errno
            // Some file systems of other makes know no second name for a file.
            if code == EPERM || code == ENOTSUP, access(path, F_OK) != 0 {
                code = rename(temporary, path) == 0 ? 0 : errno
            }
            if code != 0 {
                unlink(temporary)
                throw code == EEXIST ? .registryExists(path: path) : .cannotCreate(path: path, errno: code)
            }
        }
        sync(folder: folder(of: path))
    }

    /// Whether what has the name is neither a file nor a folder: a pipe, a device, which no file must take the place of.
    package static func isStream(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// Whether a name is that of a terminal.
    package static func isTerminal(_ path: String) -> Bool {
        var status = stat()
        // No pipe is opened only to look at it: who reads it would take the close for its end.
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
        let device = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        guard device >= 0 else { return false }
        defer { close(device) }
        return isatty(device) == 1
    }

    /// Where a name leads that is a link, or the name; also where nothing stands there yet.
    package static func target(of path: String) -> String {
        var path = path
        var room = [CChar](repeating: 0, count: Int(PATH_MAX))
        // As many as the system follows.
        for _ in 0..<40 {
            let count = readlink(path, &room, room.count)
            guard count > 0 else { break }
            let link = String(decoding: room[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
            path = link.hasPrefix("/") ? link : "\(folder(of: path))/\(link)"
        }
        return path
    }

    /// The file that a path leads to; the path itself where there is none.
    package static func real(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    static func size(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// What lies in a folder, in no order.
    static func names(in folder: String) -> [String] {
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        return names(of: entries).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of the names that an open folder has left to read, but for itself and the one above.
    ///
    /// An entry is as long as its name, so that it is read in its place: what lies behind it is not its own.
    package static func names(of entries: OpaquePointer) -> [[UInt8]] {
        var names: [[UInt8]] = []
        while let entry = readdir(entries) {
            names.append(withUnsafeMutableBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
        }
        return names.filter { $0 != [0x2E] && $0 != [0x2E, 0x2E] }
    }

    /// Takes away what killed runs left: the files whose paths begin so, but for one.
    static func removeOthers(beginningWith beginning: String, but kept: String) {
        let folder = folder(of: beginning)
        for name in names(in: folder) {
            let path = "\(folder)/\(name)"
            if path.hasPrefix(beginning), path != kept { unlink(path) }
        }
    }

    /// Puts a file's bytes on the disk.
    static func sync(file path: String) throws(StoreError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw .cannotCreate(path: path, errno: errno) }
    }

    /// Makes the names in a folder durable, where the file system can.
    package static func sync(folder path: String) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
