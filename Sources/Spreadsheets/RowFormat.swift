/// The forms in which rows can be printed; the raw value is the word after `--format`.
package enum RowFormat: String, CaseIterable, Sendable {
    /// Aligned columns for a terminal.
    case table
    /// One array of objects.
    case json
    /// One object a line.
    case jsonl
    case csv
    case markdown

    /// Whether it is read by people, as a rule, and the others by programs.
    package var isForPeople: Bool { self == .table || self == .markdown }
}
