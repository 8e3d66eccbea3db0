import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Takes a file to a folder on another file system, where it cannot be renamed to: a copy, on the disk before the file goes.
///
/// While it is not whole its copy is called `.copying-NAME`, then `.moving-NAME`, and has its own name once the file is
/// gone. So whatever moment a run is killed at, the next one finds the file whole in one of the two places.
struct FileCarrying {
    private let source: String
    private let folder: String
    private let copying: String
    private let moving: String
    private let look: FileLook

    private static let copyingMark = ".copying-"
    private static let movingMark = ".moving-"

    /// - Parameters:
    ///   - name: the file's own, by which a killed run's copy is known to be of it.
    ///   - look: the file as it was when it was taken; no other one is carried.
    init(_ source: String, named name: String, as look: FileLook, to folder: String) {
        (self.source, self.folder, self.look) = (source, folder, look)
        let name = Self.short(name)
        copying = "\(folder)/\(Self.copyingMark)\(name)"
        moving = "\(folder)/\(Self.movingMark)\(name)"
    }

    private static func short(_ name: String) -> String {
        let (stem, ending) = FilePlaces.short(name)
        return stem + ending
    }

    /// - Returns: 0, or the number of what went wrong; then the file lies where it lay, unless only its copy's name could
    ///   not be given, which the next run does. `ESTALE` where another file has its name by now.
    func carry(as name: String) -> Int32 {
        unlink(copying)
        let code = Self.copy(source, to: copying)
        guard code == 0 else {
            unlink(copying)
            return code
        }
        guard rename(copying, moving) == 0 else { return errno }
        FileSystem.sync(folder: folder)
        guard let now = FileLook(source), now.isSameFile(as: look) else {
            unlink(moving)
            return ESTALE
        }
        guard unlink(source) == 0 else {
            let code = errno
            unlink(moving)
            return code
        }
        return rename(moving, "\(folder)/\(name)") == 0 ? 0 : errno
    }

    /// Copies the bytes, the rights and the time of the last write, onto the disk, under a name that nothing has.
    static func copy(_ source: String, to copying: String) -> Int32 {
        let input = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard input >= 0 else { return errno }
        defer { close(input) }
        var status = stat()
        guard fstat(input, &status) == 0 else { return errno }
        let output = open(copying, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard output >= 0 else { return errno }
        defer { close(output) }
        let code = copyBytes(from: input, to: output)
        guard code == 0 else { return code }
        let times = [status.st_atim, status.st_mtim]
        guard fchmod(output, status.st_mode & 0o777) == 0, futimens(output, times) == 0, fsync(output) == 0 else {
            return errno
        }
        return 0
    }

    /// Takes a file away by what is no file itself, a pipe or a device: its bytes go into that, and the file goes.
    static func pour(_ source: String, into stream: String) -> Int32 {
        let input = open(source, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard input >= 0 else { return errno }
        defer { close(input) }
        let output = open(stream, O_WRONLY | O_CLOEXEC)
        guard output >= 0 else { return errno }
        defer { close(output) }
        let code = copyBytes(from: input, to: output)
        if code == 0 { unlink(source) }
        return code
    }

    private static func copyBytes(from input: Int32, to output: Int32) -> Int32 {
        withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) { room -> Int32 in
            while true {
                let got = read(input, room.baseAddress, room.count)
                if got < 0, errno == EINTR { continue }
                if got < 0 { return errno }
                if got == 0 { return 0 }
                let piece = UnsafeRawBufferPointer(rebasing: room[..<got])
                guard writeAll(piece, to: output) else { return errno }
            }
        }
    }

    /// Finishes what a killed run left in a folder: a copy that is not whole goes away, and so does one whose file still
    /// lies where it lay, for that is taken again; the others get their names.
    static func finishEarlier(in folder: String, from sources: [String]) {
        for entry in (try? Inbox.entries(of: folder)) ?? [] {
            let path = "\(folder)/\(entry.name)"
            if entry.name.hasPrefix(copyingMark) {
                unlink(path)
            } else if entry.name.hasPrefix(movingMark) {
                let name = String(entry.name.dropFirst(movingMark.count))
                if sources.contains(where: { lies(name, in: $0, as: path) }) {
                    unlink(path)
                } else {
                    rename(path, "\(folder)/\(FilePlaces.freeName(for: name, in: folder))")
                }
            }
        }
    }

    /// Whether the file that was copied still lies in its folder, where its name may be longer.
    private static func lies(_ name: String, in folder: String, as copy: String) -> Bool {
        ((try? Inbox.entries(of: folder)) ?? []).contains { entry in
            short(entry.name) == name && isSame("\(folder)/\(entry.name)", copy)
        }
    }

    private static func isSame(_ path: String, _ other: String) -> Bool {
        guard let size = FileLook(path)?.sizeBytes, size == FileLook(other)?.sizeBytes,
            let digest = (try? InputFile(path, followsLinks: false))?.sha256()
        else { return false }
        return digest == (try? InputFile(other, followsLinks: false))?.sha256()
    }
}
