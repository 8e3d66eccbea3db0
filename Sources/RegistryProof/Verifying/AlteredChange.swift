import Digests
import RegistryStore

extension AlteredColumns {
    private static let columns = ["id", "command", "reason", "actor", "login", "uid", "host", "recorded_at"]

    /// Which value of a change itself is not what was sealed: here the seal tells, and proves it.
    ///
    /// - Parameters:
    ///   - text: what would be sealed now.
    ///   - parts: how many lines of it are those of the tables.
    func find(inChange text: String, parts: Int, seal: String) throws(StoreError) -> Altered? {
        let bytes = Array(text.utf8)
        let ends = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
        // Only the line of the change may hold line feeds of its own: the two before it and those after it have none.
        guard ends.count >= parts + 3 else { return nil }
        let (start, end) = (ends[1] + 1, ends[ends.count - 1 - parts])
        let (head, tail) = (Array(bytes[..<start]), Array(bytes[(end + 1)...]))
        var search = ColumnSearch(line: Array(bytes[start..<end])) { line in
            var digest = SHA256()
            digest.update(head)
            digest.update(line.assumingMemoryBound(to: UInt8.self))
            digest.update(tail)
            return digest.finish() == seal
        }
        // Before them stands what the line is.
        guard search.fields.count == Self.columns.count + 1 else { return nil }
        for (place, column) in Self.columns.enumerated().dropFirst() {
            search.attempt([], at: place + 1)
            search.attemptSlips(at: place + 1)
            for word in try words(of: column, "change") { search.attempt(word, at: place + 1) }
        }
        return altered(search, [""] + Self.columns)
    }
}
