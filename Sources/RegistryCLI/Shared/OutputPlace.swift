import Registry
import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A name under which a command writes, looked at before anything else is done.
struct OutputPlace {
    let path: String

    /// - Parameters:
    ///   - inputs: the files that the command reads.
    ///   - isEarlier: whether a file that is there may be replaced, by its first bytes.
    /// - Throws: a ``Failure`` of code 73 where the name is the registry's or an input's, where it is no plain file's, where
    ///   the file that has it may not be replaced, and where none can be made.
    func check(for ledger: Ledger, reading inputs: [String] = [], isEarlier: ([UInt8]) -> Bool) throws {
        guard path != "-" else { return }
        guard let own = Self.status(path) else {
            guard access(FileSystem.folder(of: path), W_OK | X_OK) == 0 else {
                throw refusal(Words.cannotCreate(path.visible, errno))
            }
            return
        }
        func isSame(_ other: String) -> Bool {
            Self.status(other).map { ($0.st_dev, $0.st_ino) == (own.st_dev, own.st_ino) } ?? false
        }
        if ["", "-wal", "-shm", ".files"].contains(where: { isSame(ledger.path + $0) }) {
            throw refusal(Words.isRegistry(path.visible))
        }
        if inputs.contains(where: isSame) { throw refusal(Words.isRead(path.visible)) }
        // What is no file is written to as it is: a pipe, a device.
        guard !FileSystem.isStream(path) else { return }
        if own.st_mode & S_IFMT == S_IFDIR { throw refusal(Words.isFolder(path.visible)) }
        guard access(path, R_OK) == 0, isEarlier(try SmallFile.read(path, most: 1 << 16)) else {
            throw refusal(Words.isAnothers(path.visible))
        }
    }

    /// Writes a document: into what is no file, a pipe or a device, as it is; else whole under the name, or not at all.
    ///
    /// - Parameters:
    ///   - replacing: whether a file of that name is replaced; what is no file never is.
    ///   - write: writes the document to a descriptor.
    /// - Throws: what `write` throws, ``StoreError/cannotWrite(path:errno:)``, ``StoreError/outputExists(path:)``,
    ///   ``StoreError/cannotCreate(path:errno:)``.
    func write(replacing: Bool, _ write: (Int32) throws(StoreError) -> Void) throws(StoreError) {
        guard FileSystem.isStream(path) else {
            // A link stays, and the file that it leads to is replaced.
            return try DurableFile.make(FileSystem.target(of: path), overwriting: replacing, write)
        }
        let stream = open(path, O_WRONLY | O_CLOEXEC)
        guard stream >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        defer { close(stream) }
        try write(stream)
    }

    /// - Throws: as above; ``StoreError/cannotCreate(path:errno:)`` where a file has no room for them.
    func write(_ bytes: [UInt8], replacing: Bool) throws(StoreError) {
        try write(replacing: replacing) { descriptor throws(StoreError) in
            guard !bytes.withUnsafeBytes({ writeAll($0, to: descriptor) }) else { return }
            let code = errno
            throw FileSystem.isStream(path)
                ? .cannotWrite(path: path, errno: code) : .cannotCreate(path: path, errno: code)
        }
    }

    private func refusal(_ words: Bilingual) -> Failure { Failure(.cannotCreate, words) }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}

extension String {
    /// In small letters, without the point; empty where the name of the file has none.
    var fileEnding: String {
        let name = split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    }
}
