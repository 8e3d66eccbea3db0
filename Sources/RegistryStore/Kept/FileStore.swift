#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The imported files of a registry, kept packed beside it, each under the SHA-256 of its bytes:
/// `exchange.sqlite.files/ab/abcdef….gz`, which zcat and gunzip read too.
///
/// A file is there whole or not at all. One that an import left whose change was taken back harms nothing: it is found
/// by its digest when it comes again.
package struct FileStore: Sendable {
    /// The folder of all kept files; made with the first of them.
    package let folder: String
    /// Whose files and folders are made, and who may read them: as the registry itself.
    let owner: FileOwner

    /// The store of the registry at a path, by whatever link it is reached.
    package init(of registry: String) {
        folder = FileSystem.real(registry) + ".files"
        owner = FileOwner(of: registry)
    }

    /// Another folder of kept files, which belongs to whom a registry's belongs.
    init(folder: String, like owner: FileOwner) {
        self.folder = folder
        self.owner = owner
    }

    /// Where the file of a digest lies, or would; nil where the text is no digest.
    package func path(of sha256: String) -> String? {
        let isDigest =
            sha256.utf8.count == 64
            && sha256.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) }
        return isDigest ? "\(folder)/\(sha256.prefix(2))/\(sha256).gz" : nil
    }

    /// Whether a file of this digest is kept and is what it was; reads all of it.
    package func isWhole(_ sha256: String) -> Bool {
        guard holds(sha256) else { return false }
        do throws(KeptFileFault) {
            try read(sha256)
            return true
        } catch {
            return false
        }
    }

    /// Whether a file of this digest is kept. What is in it is told by reading it.
    package func holds(_ sha256: String) -> Bool {
        guard let path = path(of: sha256) else { return false }
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size > 0
    }
}

extension Ledger {
    /// Where the imported files are kept.
    package var files: FileStore { FileStore(of: path) }
}
