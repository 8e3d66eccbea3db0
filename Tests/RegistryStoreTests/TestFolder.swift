import Glibc
import Testing

/// A folder of a test's own, removed with all its files.
final class TestFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/registry-store-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
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

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ bytes: [UInt8], to name: String) throws {
        let file = try #require(fopen(file(name), "w"))
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    /// The permission bits of a file.
    func mode(_ name: String) -> mode_t? {
        var status = stat()
        return stat(file(name), &status) == 0 ? status.st_mode & 0o7777 : nil
    }

    var names: [String] { Self.names(in: path) }

    /// What lies in a folder, in order; nothing where the path is none.
    static func names(in path: String) -> [String] {
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
