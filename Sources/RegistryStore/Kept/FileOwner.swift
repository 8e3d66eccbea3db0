#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Whose the files beside a registry are, and whether a group shares them: as the registry's own.
struct FileOwner: Sendable {
    let user: uid_t
    let group: gid_t
    let isForGroup: Bool

    /// As a registry, which a group may write, or a backup, which a group may read; where there is none, one's own.
    init(of registry: String) {
        var status = stat()
        let isThere = stat(registry, &status) == 0
        user = isThere ? status.st_uid : geteuid()
        group = isThere ? status.st_gid : getegid()
        isForGroup = isThere && (status.st_mode & 0o020 != 0 || status.st_mode & 0o777 == 0o440)
    }

    /// Gives an open file the registry's group where it has one, and its owner where we may; else what is made stays ours, as
    /// SQLite's own files do.
    func give(_ descriptor: Int32, mode: mode_t, forGroup groupMode: mode_t) {
        if geteuid() == 0 {
            _ = fchown(descriptor, user, group)
        } else if isForGroup {
            _ = fchown(descriptor, uid_t.max, group)
        }
        _ = fchmod(descriptor, isForGroup ? groupMode : mode)
    }

    func give(_ path: String, mode: mode_t, forGroup groupMode: mode_t) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        give(descriptor, mode: mode, forGroup: groupMode)
        close(descriptor)
    }
}
