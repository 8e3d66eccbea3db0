import Glibc
import SQLite
import Testing

/// A folder of a test's own, removed with all its files.
final class TemporaryFolder {
    let path: String

    init() throws {
        var template = Array("/tmp/sqlite-tests-XXXXXX".utf8CString)
        path = try #require(mkdtemp(&template).map { String(cString: $0) })
    }

    deinit {
        for name in names { unlink("\(path)/\(name)") }
        rmdir(path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func write(_ text: String, to name: String) throws {
        let file = try #require(fopen(file(name), "w"))
        fputs(text, file)
        fclose(file)
    }

    var names: [String] {
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

/// The error with which `body` is refused; records an issue where it is not.
func refusal(
    _ body: () throws(SQLiteError) -> Void, sourceLocation: SourceLocation = #_sourceLocation
) throws -> SQLiteError {
    do { try body() } catch { return error }
    return try #require(nil as SQLiteError?, "nothing was refused", sourceLocation: sourceLocation)
}

extension Connection {
    /// The only column of the only row.
    func value(_ sql: String) throws(SQLiteError) -> Value? {
        try first(sql) { (row) throws(SQLiteError) in try row.value(at: 0) }
    }
}
