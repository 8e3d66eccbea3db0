/// Something of a night that a person has to look at. Its words stand in the catalogue.
package enum Alarm: Hashable, Sendable {
    /// A file did not come, and its time has passed.
    case missing(match: String, due: Int, workingDays: Int)
    /// It came after its time; both in seconds since 1970-01-01T00:00:00Z.
    case late(file: String, due: Int, placed: Int)
    case refused(file: String, reason: String?)
    /// It holds no row of data, and its venue's profile expects some.
    case empty(file: String)
    /// Rows of a file whose valid part was taken, which were not mended yet.
    case rejected(file: String, rows: Int64)
    case conflicts(file: String, open: Int64)
    /// Records that a complete file does not have.
    case recordsMissing(file: String, records: Int64)
    case rowsUnexpected(file: String, rows: Int64, expected: ClosedRange<Int64>)
    /// What a file brought counts no more.
    case takenBack(file: String, change: Int64)
    /// The night more than doubled a venue's deals, or took back more than half of them; in fen.
    case amountJump(before: Int64, change: Int64)
    case unreadableProfile

    /// As programs read it.
    package var name: String {
        switch self {
        case .missing: "missing"
        case .late: "late"
        case .refused: "refused"
        case .empty: "empty"
        case .rejected: "rejected"
        case .conflicts: "conflicts"
        case .recordsMissing: "records_missing"
        case .rowsUnexpected: "rows_unexpected"
        case .takenBack: "taken_back"
        case .amountJump: "amount_jump"
        case .unreadableProfile: "unreadable_profile"
        }
    }
}
