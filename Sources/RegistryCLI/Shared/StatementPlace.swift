import RegistryReports

/// A place in the text of a statement, to be shown with a caret under it.
struct StatementPlace {
    /// Both counted from 1, the column in characters.
    let line: Int
    let column: Int
    /// The line itself, as it may be shown, and under it the caret.
    let excerpt: String

    /// Columns of a terminal that an excerpt takes at most.
    private static let widest = 76

    /// - Parameter byteOffset: of UTF-8, from the text's beginning.
    init(_ text: String, byteOffset: Int) {
        let bytes = Array(text.utf8)
        let offset = min(byteOffset, bytes.count)
        let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[offset...].firstIndex(of: 0x0A) ?? bytes.count
        line = bytes[..<start].count { $0 == 0x0A } + 1
        let before = String(decoding: bytes[start..<offset], as: UTF8.self)
        let after = String(decoding: bytes[offset..<end], as: UTF8.self)
        column = before.count + 1
        let visible = before.visible
        var place = visible.endIndex
        var room = Self.widest / 2
        while place > visible.startIndex {
            let previous = visible.index(before: place)
            room -= visible[previous].displayWidth
            guard room >= 0 else { break }
            place = previous
        }
        let beginning = place == visible.startIndex ? visible : "…" + visible[place...]
        var rest = after.visible
        let left = Self.widest - beginning.displayWidth
        if rest.displayWidth >= left { rest = rest.cut(to: left) }
        excerpt = "  \(beginning)\(rest)\n  \(String(repeating: " ", count: beginning.displayWidth))^"
    }
}
