import RegistryProof

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A checkpoint that was kept elsewhere.
struct CheckpointFile {
    let path: String
    /// A checkpoint is a few hundred bytes.
    private static let mostBytes = 1 << 16

    func read() throws -> Checkpoint {
        let bytes = try bytes()
        do throws(CheckpointFault) {
            return try Checkpoint(bytes)
        } catch {
            throw Failure(.dataRefused, "\(path.visible): \(Words.of(error))")
        }
    }

    private func bytes() throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(errno == EACCES ? .notAllowed : .inputMissing, "\(path.visible): \(Words.system(errno))")
        }
        defer { if path != "-" { close(descriptor) } }
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes + 1)
        var count = 0
        while count < bytes.count {
            let got = bytes[count...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Failure(.inputOutput, "\(path.visible): \(Words.system(errno))") }
            if got == 0 { break }
            count += got
        }
        return Array(bytes[..<count])
    }
}
