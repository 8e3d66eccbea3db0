#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What must hold of the place where a registry lies.
enum FileSystem {
    /// Kinds on which SQLite's locks or its shared memory do not work between machines (Linux `statfs(2)`).
    private static let networkKinds: [Int: String] = [
        0x6969: "NFS", 0x517B: "SMB", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x5346_414F: "AFS",
        0x0073_7573: "AFS", 0x00C3_6400: "Ceph", 0x0BD0_0BD0: "Lustre",
    ]

    static func requireRegistryFile(at path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .noRegistry(path: path) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notARegistry(path: path, why: "it is no plain file") }
        guard status.st_size > 0 else { throw .notARegistry(path: path, why: "it is empty") }
        try requireLocal(path)
    }

    static func requireLocal(_ path: String) throws(StoreError) {
        var status = statfs()
        guard statfs(path, &status) == 0 else { return }
        if let kind = networkKinds[Int(status.f_type) & 0xFFFF_FFFF] {
            throw .networkFileSystem(path: path, kind: kind)
        }
    }

    static func folder(of path: String) -> String {
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
        guard link(temporary, path) == 0 else {
            let code = errno
            unlink(temporary)
            throw code == EEXIST ? .registryExists(path: path) : .cannotCreate(path: path, errno: code)
        }
        unlink(temporary)
        let folder = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
