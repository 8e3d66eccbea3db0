package import Registry
package import RegistryStore

/// Something the operator should know that refuses nothing.
package enum ImportNotice: Hashable, Sendable {
    case unknownHeadings([String])
    case profile(ProfileUse)
    /// Rows that say again what an earlier one of the same file said.
    case repeatedRow(row: Int64, first: Int64, code: String)
    case repeatedRowsOmitted(count: Int)
    case partiesMade(count: Int64, names: [String])
    /// What a person has to decide: the review item, and the row and the record that it is about.
    case forReview(item: Int64, Doubt, row: Int64?, name: String)
    case moreForReview(count: Int64)
    /// So many deals may be another venue's too that the rest was not looked at.
    case duplicatesOmitted(count: Int)
    /// Records that a file which is complete does not have, and the names of the first.
    case missing(count: Int64, names: [String])
    /// And the newest change that corrected records of the same noun since, if one did.
    case importedBefore(change: Int64, correctedBy: Int64?)
    /// The copy of a file imported before was gone, and is made anew.
    case keptAgain
    case onlyHeading
    /// Rejects that wait no more, since their mended rows came.
    case rejectsClosed(count: Int64)
    /// Rejected rows that say what one says which was mended or dropped, and wait no more than that.
    case rejectsKnown(count: Int64)
    /// What a complete file lacks is not told, since rows of it were rejected.
    case missingUntold
    /// A total that could not be held against the rows, since money of some could not be read.
    case totalUnchecked(row: Int64)
    /// A row of a total without an amount or a count: a formula that was never computed, or nothing at all.
    case totalWithoutFigure(row: Int64)
    /// A total that the rows miss by no more than its own rounding.
    case totalRounded(row: Int64, printed: String, sumFen: Int64, unit: MoneyUnit)
    /// Sheets of a workbook that were not read; those to be seen first.
    case sheetsPassedOver([String], hidden: [String])
    /// Rows stand above the heading and are no data.
    case headingBelow(row: Int)
}

extension ImportNotice {
    /// Whether it matters only where the valid rows are taken without the others.
    var isOfPart: Bool {
        if case .totalUnchecked = self { true } else { false }
    }

    /// The same of a change that was taken back, and with it the items that were new.
    var withoutItem: ImportNotice {
        guard case .forReview(_, let doubt, let row, let name) = self else { return self }
        return .forReview(item: 0, doubt, row: row, name: name)
    }
}

/// A published figure whose computed value the import moves: fen for money, records for a count.
package struct FigureMove: Hashable, Sendable {
    package let figure: Figure
    package let before: Int64
    package let after: Int64
}

/// What became of one file.
package struct FileReport: Sendable {
    package let name: String
    package internal(set) var noun: Noun?
    /// Whether its rows are days of the calendar.
    package internal(set) var isCalendar = false
    /// Of a workbook, the sheet whose rows were read.
    package internal(set) var sheet: String?
    package internal(set) var counts = RowCounts()
    package internal(set) var outcome: ArrivalOutcome
    /// Nil where no record was written, and in a dry run.
    package internal(set) var receipt: Receipt?
    package internal(set) var rejections: [Rejection] = []
    /// Rows with a fault of their own; the others were rejected with them.
    package internal(set) var faultyRows: Int64 = 0
    /// Rejected rows that say what one says which was mended or dropped before.
    package internal(set) var closedRejects: Int64 = 0
    /// Whether rows were rejected while others were taken, and any of them is to be mended.
    package var hasRowsToMend: Bool { outcome != .refused && counts.rejected > closedRejects }
    /// Rejections that were counted and not kept.
    package internal(set) var rejectionsOmitted = 0
    package internal(set) var refusal: FileRefusal?
    package internal(set) var notices: [ImportNotice] = []
    /// What it adds to each measure.
    package internal(set) var moved: [Measure: Total] = [:]
    package internal(set) var figures: [FigureMove] = []
    /// What a person has to decide, by kind.
    package internal(set) var doubts: [Doubt.Kind: Int64] = [:]
    /// Records that a complete file does not have.
    package internal(set) var missing: MissingRecords?
    /// The rejected rows as sheets, where somebody asked for them and there are any.
    package internal(set) var sheets: RejectSheets?
    /// Whether rows name records that a later file of the night may bring, so that the file is to be tried again.
    var isToBeTriedAgain = false

    /// Why it stays in its inbox, of which nothing was read.
    package internal(set) var left: LeftReason?

    init(name: String, outcome: ArrivalOutcome) {
        self.name = name
        self.outcome = outcome
    }

    /// Tells what a complete file lacks.
    mutating func found(_ missing: MissingRecords) {
        (self.missing, counts.missing) = (missing, missing.count)
        if missing.count > 0 { notices.append(.missing(count: missing.count, names: missing.names)) }
    }

    /// Of a file that stays where it lies.
    package init(_ file: LeftFile, in inbox: Inbox) {
        self.init(name: "\(inbox.path)/\(file.name)", outcome: .refused)
        left = file.reason
    }

    /// What became of it, as programs read it.
    package var outcomeName: String { left == nil ? outcome.rawValue : "left" }

    package static let calendar = "calendar"
    /// What its rows are, as `import --kind` names it; nil where that could not be told.
    package var kind: String? { isCalendar ? Self.calendar : noun?.plural }
}
