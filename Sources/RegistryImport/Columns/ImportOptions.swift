package import Registry
package import Spreadsheets

/// What the operator says of a file that its headings do not.
package struct ImportOptions: Hashable, Sendable {
    package var noun: Noun?
    /// The venue whose file it is, and to which rows belong that name none.
    package var venue: String?
    /// Headings of the file's own, and the fields they mean.
    package var columns: [String: String] = [:]
    /// Fields that every row of the file has alike.
    package var values: [String: String] = [:]
    /// What a number without a unit means.
    package var unit: MoneyUnit?
    /// The same, where it was the venue's profile that told it and not the operator.
    package var unitOfProfile: MoneyUnit?
    package var dayFormat: DayFormat?
    /// The day from which the amounts of deals hold that the file changes and gives no day for.
    package var effectiveOn: Day?
    /// What the file is complete for: records of that span which it does not have are missing.
    package var full: FullSpan?
    /// Headings whose cells together make the code of a row; rows that share one are counted.
    package var codeFrom: [String] = []
    /// Encoding, delimiter and sheet, where the file does not tell them right.
    package var form = ToldForm()
    /// The row of the headings, as a spreadsheet counts rows; nil where it is found by its headings.
    package var headingRow: Int?
    /// By field: words of the file, and what is read in their stead.
    package var words: [String: [String: String]] = [:]
    /// The entry of the venue's profile by which the file is read, and what it expects of the file.
    package var entry: VenueProfile.File?

    /// In the place of a field: the column is not read, and nothing is said of it.
    package static let noField = "none"

    package init() {}

    /// The same for the same reading: by this a file is known again.
    var canonical: String {
        var parts: [String] = []
        parts += columns.sorted { $0.key < $1.key }.map { "column:\($0.key)=\($0.value)" }
        parts += values.sorted { $0.key < $1.key }.map { "set:\($0.key)=\($0.value)" }
        if let unit { parts.append("unit:\(unit.rawValue)") }
        if let dayFormat { parts.append("date-format:\(dayFormat)") }
        if let effectiveOn { parts.append("effective-on:\(effectiveOn)") }
        if let full { parts.append("full:\(full.rawValue)") }
        parts += codeFrom.map { "code-from:\($0)" }
        if let encoding = form.encoding { parts.append("encoding:\(encoding.rawValue)") }
        if let delimiter = form.delimiter { parts.append("delimiter:\(delimiter)") }
        if let sheet = form.sheet { parts.append("sheet:\(sheet)") }
        if let headingRow { parts.append("heading-row:\(headingRow)") }
        for (field, words) in words.sorted(by: { $0.key < $1.key }) {
            parts += words.sorted { $0.key < $1.key }.map { "value:\(field):\($0.key)=\($0.value)" }
        }
        return parts.joined(separator: "\n")
    }
}

/// Why a file as a whole is not taken. Its words stand in the catalogue.
package enum FileRefusal: Error, Hashable, Sendable {
    case missing
    case unreadable(errno: Int32)
    case notAFile
    case empty
    case unknownNoun(headings: [String])
    case figuresFile
    /// A calendar that nobody called one.
    case calendarFile
    /// A unit above the headings, and another one in a heading.
    case titleUnitDisagrees(MoneyUnit, heading: String)
    /// Two units above the headings.
    case titleUnitsDisagree(MoneyUnit, MoneyUnit)
    /// A unit above the headings, and another one in the venue's profile.
    case profileUnitDisagrees(MoneyUnit, title: MoneyUnit)
    case missingHeadings(noun: Noun, fields: [String])
    case doubledHeading(field: String, headings: [String])
    case unknownColumn(heading: String, headings: [String])
    case unknownField(noun: Noun, field: String)
    case brokenHeading(CSVPlace)
    /// It is of a form from which no rows can be read, or is damaged.
    case form(FormFault)
    /// The encoding is known, and the heading row has bytes that are no characters of it.
    case undecodableHeading(TextEncoding)
    case missingFigureHeadings([String])
    case missingCalendarHeadings([String], headings: [String])
    /// Bytes that are no text and no workbook.
    case noText
    /// The row that was told to hold the headings is blank or not there.
    case noHeadingRow(Int)
    /// Of the profile that is tried; its patterns.
    case noEntry([String])
    case brokenProfile(venue: String, ProfileFaults)
    case noTemporaryFile(errno: Int32)
    /// A value that was set for all rows.
    case badValue(field: String, Refusal)
    case unknownVenue(String, nearest: String?)
    /// The venue's profile lets nothing in that a person has to decide.
    case blocked(rows: Int64, kinds: [String])
    case noRoom(needed: Int64, free: Int64)
    // Of a file whose valid rows were to be taken
    case tooManyRejects(rows: Int64, of: Int64, ceiling: RejectCeiling)
    case nothingValid(rows: Int64)
    /// A total of the file's own does not hold, so that no row of it can be trusted.
    case totalsDiffer
    /// Rows that share a code are numbered, and a row at fault is, or may be, one of those.
    case rowsNumberedTogether(row: Int64)
}

/// A fault in the heading row and where it stands.
package struct CSVPlace: Hashable, Sendable {
    package let column: Int?
    package let refusal: Refusal
}
