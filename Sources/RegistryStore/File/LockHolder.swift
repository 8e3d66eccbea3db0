#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The process that holds a registry's write lock, for the one who waits for it.
package struct LockHolder: Sendable {
    package let process: Int32
    /// Its command line, as far as this login may see it.
    package let command: String?

    /// SQLite's WAL write lock is a POSIX lock on byte 120 of the `-shm` file (SQLite, "WAL-mode file format", 2.3.1).
    private static let writeLockByte: off_t = 120

    /// Nil when nobody holds it any more. The descriptor stays open until the process ends: closing it would drop this
    /// process's own locks on the file.
    package static func of(_ registry: String) -> LockHolder? {
        let descriptor = open("\(registry)-shm", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = writeLockByte
        lock.l_len = 1
        guard fcntl(descriptor, F_GETLK, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0 else { return nil }
        return LockHolder(process: lock.l_pid, command: commandLine(of: lock.l_pid))
    }

    private static func commandLine(of process: Int32) -> String? {
        let descriptor = open("/proc/\(process)/cmdline", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = read(descriptor, &bytes, bytes.count)
        guard count > 0 else { return nil }
        let words = bytes.prefix(count).split(separator: 0).prefix(2).map { String(decoding: $0, as: UTF8.self) }
        return words.joined(separator: " ")
    }
}
