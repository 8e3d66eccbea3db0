import RegistryProof
import RegistryStore

/// What is said of the row of a file.
extension Words {
    /// The row itself, or why it cannot be shown.
    static func of(_ original: OriginalRow) -> String {
        switch original {
        case .text(let text): text.visible
        case .byHand: "(by hand)"
        case .withoutOffset: "(look it up by its row in the kept file)"
        case .fault(.gone): "(the file is not kept any more)"
        case .fault(.unreadable(let code)): "(the kept file cannot be read: \(system(code)))"
        case .fault(.damaged): "(the kept file is damaged)"
        case .fault(.other(let sha256)): "(the kept file is another one, \(sha256.prefix(12))…)"
        case .noRow(let offset): "(no row of the kept file begins at byte \(offset): see registry verify)"
        }
    }

    /// The same for programs.
    static func state(of original: OriginalRow) -> String {
        switch original {
        case .text: "kept"
        case .byHand: "by_hand"
        case .withoutOffset: "without_offset"
        case .noRow: "no_row"
        case .fault(.gone): "gone"
        case .fault(.unreadable): "unreadable"
        case .fault(.damaged): "damaged"
        case .fault(.other): "other_file"
        }
    }
}
