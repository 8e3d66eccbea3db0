package import Registry
import RegistryStore
package import Spreadsheets

/// How a venue's files are read, and what is expected of them: one text of YAML a venue, kept in the registry as written.
package struct VenueProfile: Sendable {
    /// What is said of the files whose names match.
    package struct File: Hashable, Sendable {
        /// The pattern of their names.
        package let match: FilePattern
        /// Where it stands in the profile, counted from 1.
        package let number: Int
        package var noun: Noun?
        /// Encoding, delimiter and sheet.
        package var form = ToldForm()
        /// The row of the headings, as a spreadsheet counts rows.
        package var headingRow: Int?
        /// Headings of the file, and the fields they mean; ``ImportOptions/noField`` for those that are not read.
        package var columns: [String: String] = [:]
        /// Fields that every row has alike.
        package var constants: [String: String] = [:]
        package var codeFrom: [String] = []
        /// What a number without a unit means.
        package var unit: MoneyUnit?
        package var dayFormat: DayFormat?
        /// By field: the venue's words, and what is read in their stead.
        package var words: [String: [String: String]] = [:]
        /// Whether a file holds all there is of its span, so that what it lacks is missing.
        package var full: FullSpan?
        /// How many rows of data are expected.
        package var expectedRows: ClosedRange<Int64>?
        /// By when it is due, on which a night expects it; nil for a file that may come or not.
        package var arrivesBy: DueTime?
        /// How many of its rows may be rejected while the others are taken.
        package var toleratedRejects: RejectCeiling?
        /// Which review items hold the whole file up.
        package var blocksOn: Set<ReviewKind> = []

        package init(match: FilePattern, number: Int) {
            self.match = match
            self.number = number
        }
    }

    /// The venue that the profile says it is of; nil where it says none.
    package let venue: String?
    /// In the order of the text.
    package let files: [File]
    /// As it was written.
    package let text: String

    init(venue: String?, files: [File], text: String) {
        self.venue = venue
        self.files = files
        self.text = text
    }

    /// The first entry whose pattern fits a file's name.
    ///
    /// - Parameter path: its folders do not count, nor does `.gz` at its end, nor that it is a sheet of rejected rows.
    package func file(matching path: String) -> File? {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // The rejected rows of a file are read as the file is, but for its form.
        if let original = ReturnedSheet.original(of: name), var entry = file(fitting: original) {
            entry.form = ToldForm()
            // It is not what a night waits for.
            (entry.arrivesBy, entry.expectedRows) = (nil, nil)
            return entry
        }
        return file(fitting: name)
    }

    private func file(fitting name: String) -> File? {
        files.first { file in
            file.match.fits(name) || (name.hasSuffix(".gz") && file.match.fits(String(name.dropLast(3))))
        }
    }
}
