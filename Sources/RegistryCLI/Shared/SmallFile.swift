#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A file that is read whole, since it is small by its nature: a checkpoint, a profile.
enum SmallFile {
    /// - Parameters:
    ///   - path: `-` is standard input.
    ///   - most: bytes that it may have. One more is read, so that a file which is too large is told from one that is not.
    static func read(_ path: String, most: Int) throws(Failure) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure(path) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: min(most + 1, 1 << 16))
        while bytes.count <= most {
            let got = Glibc.read(descriptor, &room, min(room.count, most + 1 - bytes.count))
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Self.failure(path) }
            if got == 0 { break }
            bytes += room[..<got]
        }
        return bytes
    }

    private static func failure(_ path: String) -> Failure {
        let code: Failure.Code =
            switch errno {
            case ENOENT, ENOTDIR: .inputMissing
            case EACCES, EPERM: .notAllowed
            default: .inputOutput
            }
        return Failure(code, Words.file(path, Words.system(errno)))
    }
}
