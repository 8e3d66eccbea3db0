/// A column that did not hold what its reader asked for.
package struct ColumnMismatch: Sendable, Equatable {
    /// Counted from 0, as the reader was called.
    package let column: Int32
    package let name: String
    package let expected: ValueKind
    package let found: ValueKind

    package init(column: Int32, name: String, expected: ValueKind, found: ValueKind) {
        self.column = column
        self.name = name
        self.expected = expected
        self.found = found
    }
}

extension ColumnMismatch: CustomStringConvertible {
    package var description: String {
        "column \(column) (\(name)) is expected to be \(expected.rawValue), but is \(found.rawValue)"
    }
}
