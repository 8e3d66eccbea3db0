/// The character between two cells, by its name or itself.
package enum DelimiterName {
    private static let named: [(name: String, byte: UInt8)] = [
        ("comma", UInt8(ascii: ",")), ("semicolon", UInt8(ascii: ";")), ("tab", UInt8(ascii: "\t")),
        ("bar", UInt8(ascii: "|")),
    ]

    /// `comma`, `semicolon`, `tab`, `bar`, or one ASCII character that no cell's own form needs.
    package static func byte(_ text: String) -> UInt8? {
        if let found = named.first(where: { $0.name == text }) { return found.byte }
        if text == "\\t" { return UInt8(ascii: "\t") }
        guard text.utf8.count == 1, let only = text.utf8.first, only < 0x80, !"\"\r\n\0".utf8.contains(only) else {
            return nil
        }
        return only
    }

    /// What it is called; the character itself where it has no name.
    package static func name(_ byte: UInt8) -> String {
        named.first { $0.byte == byte }?.name ?? String(UnicodeScalar(byte))
    }
}
