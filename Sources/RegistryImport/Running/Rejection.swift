package import Registry

/// A cell or a row that is not taken, and why.
package struct Rejection: Hashable, Sendable {
    /// Counted as a spreadsheet counts them, the heading being row 1.
    package let row: Int64
    /// The heading of the cell; nil where the row as a whole is refused.
    package let column: String?
    /// What stands there, as far as it is of use.
    package let value: String?
    package let refusal: Refusal
}

/// Gathers rejections: the first hundred thousand are kept, all are counted.
struct RejectionList {
    private static let mostKept = 100_000
    private(set) var kept: [Rejection] = []
    private(set) var count = 0
    /// Rows with at least one; past those kept, a row that is rejected twice may count twice.
    var rows: Int64 { Int64(keptRows.count) + rowsOmitted }
    private var keptRows: Set<Int64> = []
    private var rowsOmitted: Int64 = 0

    mutating func add(_ rejection: Rejection) {
        count += 1
        if kept.count < Self.mostKept {
            kept.append(rejection)
            keptRows.insert(rejection.row)
        } else if !keptRows.contains(rejection.row) {
            rowsOmitted += 1
        }
    }

    var isEmpty: Bool { count == 0 }
    var omitted: Int { count - kept.count }
    var inOrder: [Rejection] { kept.sorted { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") } }
}
