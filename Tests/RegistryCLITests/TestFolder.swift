import Glibc
import Testing

/// A folder for one test, taken away with it.
final class TestFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/registry-cli-XXXXXX".utf8CString)
        path = template.withUnsafeMutableBufferPointer { bytes in
            bytes.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? ""
        }
    }

    deinit {
        if !path.isEmpty { Self.takeAway(path) }
    }

    /// What a symbolic link points to is not the test's own, and stays.
    private static func takeAway(_ path: String) {
        if unlink(path) == 0 { return }
        if let entries = opendir(path) {
            while let entry = readdir(entries) {
                let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                }
                if name != ".", name != ".." { takeAway("\(path)/\(name)") }
            }
            closedir(entries)
        }
        remove(path)
    }

    func path(_ name: String) -> String { "\(path)/\(name)" }

    /// The lines of a file below, without empty ones at the end.
    func lines(_ name: String) throws -> [String] {
        var lines = try Self.text(path(name)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    static func text(_ path: String) throws -> String {
        let file = try #require(fopen(path, "rb"), "\(path) cannot be read")
        defer { fclose(file) }
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { all += chunk[0..<count] }
        return String(decoding: all, as: UTF8.self)
    }

    /// The names of what lies in a folder, in order.
    static func names(in path: String) -> [String] {
        guard let entries = opendir(path) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(
                withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
                })
        }
        return names.filter { !$0.hasPrefix(".") }.sorted()
    }
}
