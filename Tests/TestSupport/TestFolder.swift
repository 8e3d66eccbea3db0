public import Glibc

/// A folder of a test's own, removed with all that it holds.
public final class TestFolder: Sendable {
    public let path: String

    public init() throws(FileFault) {
        var template = Array("/tmp/registry-test-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw FileFault(path: "/tmp/registry-test-…", code: errno) }
        path = String(cString: made)
    }

    deinit {
        Self.takeAway(path)
    }

    /// What a symbolic link points to is not the test's own, and stays.
    private static func takeAway(_ path: String) {
        if unlink(path) == 0 { return }
        for name in names(in: path) { takeAway("\(path)/\(name)") }
        remove(path)
    }

    public func file(_ name: String) -> String { "\(path)/\(name)" }

    public func write(_ bytes: [UInt8], to name: String) throws(FileFault) {
        guard let opened = fopen(file(name), "w") else { throw FileFault(path: file(name), code: errno) }
        fwrite(bytes, 1, bytes.count, opened)
        guard fclose(opened) == 0 else { throw FileFault(path: file(name), code: errno) }
    }

    public func write(_ text: String, to name: String) throws(FileFault) { try write(Array(text.utf8), to: name) }

    public func read(_ name: String) throws(FileFault) -> [UInt8] { try Self.bytes(of: file(name)) }

    public static func bytes(of path: String) throws(FileFault) -> [UInt8] {
        guard let opened = fopen(path, "r") else { throw FileFault(path: path, code: errno) }
        defer { fclose(opened) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, opened), count > 0 { bytes += chunk[0..<count] }
        guard ferror(opened) == 0 else { throw FileFault(path: path, code: errno) }
        return bytes
    }

    /// The permission bits of a file.
    public func mode(_ name: String) -> mode_t? {
        var status = stat()
        return stat(file(name), &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    public var names: [String] { Self.names(in: path) }

    /// What lies in a folder, in order; nothing where the path is none.
    public static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }
}

/// What the system answered where a test's own file could not be had.
public struct FileFault: Error, CustomStringConvertible {
    let path: String
    let code: Int32

    public var description: String { "\(path): \(String(cString: strerror(code)))" }
}
