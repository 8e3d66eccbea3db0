package import Registry
import RegistryStore

/// Whether the valid rows of a file are taken where others are rejected.
package enum Acceptance: Hashable, Sendable {
    /// All rows or none.
    case whole
    /// Those that are valid, if no more are rejected than the ceiling lets pass; else than the venue's profile does.
    case valid(RejectCeiling?)
    /// As the venue's profile tolerates it; without a word of it all or none.
    case asTolerated

    func terms(_ options: ImportOptions) -> AcceptanceTerms? {
        switch self {
        case .whole: nil
        case .valid(let ceiling): AcceptanceTerms(ceiling: ceiling ?? options.entry?.toleratedRejects)
        case .asTolerated: options.entry?.toleratedRejects.map { AcceptanceTerms(ceiling: $0) }
        }
    }
}

/// On which terms the valid part of a file is taken.
struct AcceptanceTerms {
    /// How many rows may be rejected; nil where any number may.
    let ceiling: RejectCeiling?

    /// Why even the valid rows are not taken; nil where they are.
    func refusal(_ rejections: RejectionList, read: Int64) -> FileRefusal? {
        if rejections.isOfFile { return .totalsDiffer }
        if let ceiling, !ceiling.allows(rejections.rows, of: read) {
            return .tooManyRejects(rows: rejections.rows, of: read, ceiling: ceiling)
        }
        return rejections.rows >= read ? .nothingValid(rows: read) : nil
    }
}
