import TestSupport

extension TestFolder {
    static func text(_ path: String) throws -> String { String(decoding: try bytes(of: path), as: UTF8.self) }

    /// The lines of a file below, without empty ones at the end.
    func lines(_ name: String) throws -> [String] {
        var lines = try Self.text(file(name)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        while lines.last == "" { lines.removeLast() }
        return lines
    }
}
