import Registry
import RegistryStore

/// What is said of a change that takes back another.
extension Words {
    /// Why a row stays.
    static func of(_ kept: Reversal.Kept) -> String {
        let name = "\(kept.table.replacing("_", with: " ")) \(kept.name.visible)"
        return switch kept.obstacle {
        case .correctedSince: "\(name) stays: something newer was recorded of it, at last by change \(kept.lastChange)"
        case .named: "\(name) stays: records name it"
        case .namesVoid: "\(name) stays: its version of before names a record that is void"
        case .venuesDiffer: "\(name) stays: as it was before, a deal would name a listing of another venue"
        case .ownChange:
            "\(name) stays: it is of your own change, and would be yours now; another actor has to give it back"
        case .aboveAmended:
            "\(name) stays: as it was before, its technical amount would be more than what it was amended to"
        case .nameTaken: "\(name) stays: what it was called before belongs to another record now"
        }
    }

    /// What was taken back, as in `1,204 deals are void, 2 listings are as they were before`.
    static func of(_ takenBack: [Reversal.TakenBack], isDryRun: Bool) -> String {
        takenBack.map { rows in
            let noun = rows.table.replacing("_", with: " ")
            let plural = noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s"
            let count = "\(grouped(String(rows.rows))) \(rows.rows == 1 ? noun : plural)"
            let be = isDryRun ? "would be" : rows.rows == 1 ? "is" : "are"
            guard !rows.isVoided else { return "\(count) \(be) void" }
            return "\(count) \(be) as \(rows.rows == 1 ? "it was" : "they were") before"
        }
        .joined(separator: ", ")
    }

    /// What counts no more, or again, of what was kept beside the records.
    static func of(_ beside: [Reversal.Beside], countAgain: Bool, isDryRun: Bool) -> String {
        beside.map { rows in
            let noun = rows.table.replacing("_", with: " ")
            let isOne = rows.rows == 1
            let many = isOne ? noun : "\(noun)s"
            let count = "\(grouped(String(rows.rows))) \(many)"
            let again = countAgain ? "again" : "no more"
            return "\(count) \(isDryRun ? "would count" : isOne ? "counts" : "count") \(again)"
                + (rows.table == "review_answer" && !countAgain
                    ? ", so that \(isOne ? "its item is" : "their items are") open again" : "")
        }
        .joined(separator: ", ")
    }

    static func laterThan(_ from: Int64, _ to: Int64) -> String {
        "--from is change \(from), --to the earlier change \(to); write the earlier first"
    }
}
