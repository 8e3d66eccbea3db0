package import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A document that is on the disk, whole, once it has its name.
package enum DurableFile {
    /// - Parameters:
    ///   - overwriting: whether a file of that name is replaced.
    ///   - write: writes the document to a descriptor.
    /// - Throws: what `write` throws, ``StoreError/outputExists(path:)``, ``StoreError/cannotCreate(path:errno:)``; then
    ///   nothing is left behind.
    package static func make(
        _ path: String, overwriting: Bool, _ write: (Int32) throws(StoreError) -> Void
    ) throws(StoreError) {
        let temporary = "\(path).new-\(getpid())"
        let file = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        do throws(StoreError) {
            defer { close(file) }
            try write(file)
            guard fsync(file) == 0 else { throw .cannotCreate(path: path, errno: errno) }
        } catch {
            unlink(temporary)
            throw error
        }
        let isNamed = overwriting ? rename(temporary, path) == 0 : link(temporary, path) == 0
        let reason = errno
        if !overwriting || !isNamed { unlink(temporary) }
        guard isNamed else {
            throw reason == EEXIST ? .outputExists(path: path) : .cannotCreate(path: path, errno: reason)
        }
        FileSystem.sync(folder: FileSystem.folder(of: path))
    }

    /// Gives a file that is whole and on the disk its name, unless something has that name.
    ///
    /// - Throws: ``StoreError/registryExists(path:)``, ``StoreError/cannotCreate(path:errno:)``; then the file is taken away.
    package static func name(_ temporary: String, as path: String) throws(StoreError) {
        try FileSystem.publish(temporary, as: path)
    }
}

/// Writes rows or bytes of a document, and names it where they cannot be written.
///
/// - Throws: ``StoreError/cannotWrite(path:errno:)``, of `EPIPE` where the reader went away.
package func writing<Result>(
    to path: String, _ write: () throws(WriteError) -> Result
) throws(StoreError) -> Result {
    do throws(WriteError) { return try write() } catch { throw error.of(path) }
}

extension WriteError {
    package func of(_ path: String) -> StoreError {
        if case .refused(let code) = self { return .cannotWrite(path: path, errno: code) }
        return .cannotWrite(path: path, errno: EPIPE)
    }
}
