/// The beginning of an XML document (XML 1.0, 2.8), as spreadsheet programs write it in UTF-8.
enum XMLDeclaration {
    /// Longer than any that is known, with a byte-order mark.
    static let most = 128

    private static let known: Set<String> = {
        var all: Set<String> = []
        for encoding in ["", " encoding=\"UTF-8\"", " encoding=\"utf-8\""] {
            for alone in ["", " standalone=\"yes\"", " standalone=\"no\""] {
                for space in ["", " "] {
                    let text = "<?xml version=\"1.0\"\(encoding)\(alone)\(space)?>"
                    all.formUnion([text, String(text.map { $0 == "\"" ? "'" : $0 })])
                }
            }
        }
        return all
    }()

    /// How many of a document's first bytes are a byte-order mark and a declaration, which both may lack; nil where the
    /// declaration is none of those that are known.
    ///
    /// - Parameter bytes: ``most`` of them, or the whole document.
    static func length(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let rest = bytes[start...].prefix(most)
        guard rest.starts(with: Array("<?".utf8)) else { return start }
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        return known.contains(String(decoding: rest[...end], as: UTF8.self)) ? end + 1 : nil
    }
}
