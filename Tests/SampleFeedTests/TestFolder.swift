import Glibc

@testable import SampleFeed

/// A folder for one test, taken away with it.
final class TestFolder: Sendable {
    let path: String

    init() {
        var template = Array("/tmp/sample-feed-XXXXXX".utf8CString)
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

    /// The bytes of a file below; nil if there is none.
    func bytes(_ name: String) -> [UInt8]? {
        guard let file = fopen(path(name), "rb") else { return nil }
        defer { fclose(file) }
        var all: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { all += chunk[0..<count] }
        return all
    }

    func rows(_ name: String) -> [[String]] { CSVText.rows(bytes(name) ?? []) }
}
