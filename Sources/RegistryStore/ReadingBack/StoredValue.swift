package import Registry
import SQLite

/// A stored value as it lies in the file, lent until the next row is asked for.
package enum StoredValue {
    case null
    case integer(Int64)
    /// Not checked to be UTF-8.
    case text(Bytes)
    /// A number with a fraction or bytes: of no type that a registry's table has.
    case foreign

    init(_ raw: RawValue) {
        switch raw {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .text(let bytes): self = .text(bytes)
        case .real, .blob: self = .foreign
        }
    }

    package var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    package var text: Bytes? {
        if case .text(let bytes) = self { bytes } else { nil }
    }

    package var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// The value for people; nil for null.
    package var shown: String? {
        switch self {
        case .null: nil
        case .integer(let number): "\(number)"
        case .text(let bytes): bytes.text
        case .foreign: "(neither a whole number nor a text)"
        }
    }
}
