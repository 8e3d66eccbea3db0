/// One value of a row, as it will be written.
package enum Cell: Sendable, Equatable {
    /// No value. CSV shows it as an empty field without quotes, JSON as `null`, a table as blank.
    case null
    case integer(Int64)
    /// Exact digits such as `-12.50`, kept as written; JSON shows them without quotes.
    case decimal(String)
    case text(String)
    case boolean(Bool)
}

extension Cell {
    /// The value as plain characters, with nothing quoted or escaped; nothing for `null`.
    package var plainText: String {
        switch self {
        case .null: ""
        case .integer(let number): String(number)
        case .decimal(let digits): digits
        case .text(let text): text
        case .boolean(let holds): holds ? "true" : "false"
        }
    }
}
