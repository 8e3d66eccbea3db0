import RegistryStore

/// Follows the ids of a table's rows and the versions of each: ids run from 1 without a gap, later rows come from later
/// changes, and each version is replaced by the change that made the next.
struct OrderOfRows {
    struct Fault {
        let problem: Finding.Problem
        var isOfHistory = false
        let id: Int64
        var change: Int64?
        var column: String?
        var found: String?
        var expected: String?
    }

    private var id: Int64 = 0
    private var change: Int64 = 0
    private var replacedBy: Int64?
    private var isAtStart = true
    /// Whether the version taken last had one before it.
    private(set) var isChanged = false
    /// The first changes of the two rows before, to tell which of two that are out of order does not fit.
    private var before: (id: Int64, change: Int64) = (0, 0)
    private var last: (id: Int64, change: Int64) = (0, 0)

    mutating func take(_ rows: StoredVersions, report: (Fault) -> Void) {
        if !isAtStart, rows.id == id {
            isChanged = true
            if replacedBy != rows.change {
                report(
                    Fault(
                        problem: .historyBroken, isOfHistory: replacedBy != nil, id: id, change: change,
                        column: "replaced_by", found: replacedBy.map { "\($0)" }, expected: "\(rows.change)"))
            }
        } else {
            finish(report: report)
            isChanged = false
            var missing = id + 1
            // A number that somebody made up is not counted up to.
            while missing < rows.id, missing - id <= 1000 {
                report(Fault(problem: .rowMissing, id: missing))
                missing += 1
            }
            noteFirst(rows.id, rows.change, report: report)
        }
        isAtStart = false
        (id, change, replacedBy) = (rows.id, rows.change, rows.replacedBy)
    }

    /// The last version of a row is its present one.
    mutating func finish(report: (Fault) -> Void) {
        if !isAtStart, let replacedBy { report(Fault(problem: .rowMissing, id: id, change: replacedBy)) }
    }

    private mutating func noteFirst(_ id: Int64, _ change: Int64, report: (Fault) -> Void) {
        if change >= last.change {
            (before, last) = (last, (id, change))
            return
        }
        let isLastAtFault = change >= before.change
        report(
            Fault(
                problem: .historyBroken, id: isLastAtFault ? last.id : id, change: isLastAtFault ? last.change : change,
                column: "change_id", found: "\(isLastAtFault ? last.change : change)",
                expected: isLastAtFault ? "…\(change)" : "\(last.change)…"))
        if isLastAtFault { last = (id, change) }
    }
}
