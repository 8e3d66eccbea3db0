import Registry

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The lock of an inbox: one night at a time. The system gives it up when the process ends, however that comes.
package final class InboxLock {
    private let descriptor: Int32

    /// - Throws: ``InboxFault/locked(path:holder:)`` with who holds it and since when, ``InboxFault/cannotWrite(path:errno:)``.
    package init(of inbox: Inbox, host: String) throws(InboxFault) {
        let path = "\(inbox.path)/.night.lock"
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o644)
        guard descriptor >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            defer { close(descriptor) }
            guard code == EWOULDBLOCK else { throw .cannotWrite(path: path, errno: code) }
            throw .locked(path: inbox.path, holder: Self.text(descriptor))
        }
        self.descriptor = descriptor
        let since = Stamp(microseconds: Int64(time(nil)) * 1_000_000).description.prefix(19)
        let words = Array("process \(getpid()) on \(host) since \(since)Z\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = words.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    deinit { close(descriptor) }

    /// The holder may not have written yet who it is.
    private static func text(_ descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 400)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let line = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").first
        return line.map(String.init) ?? "another process"
    }
}
