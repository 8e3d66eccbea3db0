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
    /// Rows with at least one.
    private(set) var rows: Int64 = 0
    private var lastRow: Int64 = -1

    mutating func add(_ rejection: Rejection) {
        count += 1
        if rejection.row != lastRow { rows += 1 }
        lastRow = rejection.row
        if kept.count < Self.mostKept { kept.append(rejection) }
    }

    var isEmpty: Bool { count == 0 }
    var omitted: Int { count - kept.count }
    var inOrder: [Rejection] { kept.sorted { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") } }
}
