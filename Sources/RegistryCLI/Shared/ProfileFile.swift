import RegistryImport

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A venue's profile as a file.
enum ProfileFile {
    /// A little more than a profile may have, so that one that is too large is told.
    private static let most = 2 << 20

    /// Reads and checks it. All that is wrong is said as `FILE:LINE:COLUMN: key: what`.
    ///
    /// - Parameter path: `-` is standard input.
    static func read(_ path: String, venue: String?) throws -> VenueProfile {
        let bytes = try bytes(path)
        do throws(ProfileFaults) {
            return try VenueProfile(yaml: bytes, venue: venue)
        } catch {
            for fault in error.all {
                let place = fault.line.map { ":\($0)" + (fault.column.map { ":\($0)" } ?? "") } ?? ""
                Terminal.say("\(path)\(place): \(Words.of(fault))".visible)
            }
            throw Failure(.dataRefused)
        }
    }

    private static func bytes(_ path: String) throws -> [UInt8] {
        let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(errno == ENOENT ? .inputMissing : .inputOutput, "\(path.visible): \(Words.system(errno))")
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= most {
            let got = Glibc.read(descriptor, &room, room.count)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw Failure(.inputOutput, "\(path.visible): \(Words.system(errno))") }
            if got == 0 { break }
            bytes += room[..<got]
        }
        return bytes
    }
}
