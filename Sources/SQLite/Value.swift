/// One of the five storage classes of SQLite, with what is stored.
package enum Value: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    /// May hold NUL; empty text is not null.
    case text(String)
    case blob([UInt8])

    /// Nil becomes null.
    package init(_ integer: Int64?) { self = integer.map { .integer($0) } ?? .null }
    /// Nil becomes null.
    package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

    package var kind: ValueKind {
        switch self {
        case .null: .null
        case .integer: .integer
        case .real: .real
        case .text: .text
        case .blob: .blob
        }
    }
}

/// The storage class of a value.
package enum ValueKind: String, Sendable {
    case null, integer, real, text, blob
}

extension Value: ExpressibleByNilLiteral {
    package init(nilLiteral: ()) { self = .null }
}

extension Value: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int64) { self = .integer(value) }
}

extension Value: ExpressibleByFloatLiteral {
    package init(floatLiteral value: Double) { self = .real(value) }
}

extension Value: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self = .text(value) }
}
