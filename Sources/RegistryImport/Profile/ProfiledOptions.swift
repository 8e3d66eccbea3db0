import Registry
import Spreadsheets

extension ImportOptions {
    /// With what an entry of a profile says beside it; what the operator said goes before.
    package func reading(by entry: VenueProfile.File) -> ImportOptions {
        var options = self
        options.entry = entry
        options.noun = noun ?? entry.noun
        options.unit = unit ?? entry.unit
        options.unitOfProfile = unit == nil ? entry.unit : nil
        options.dayFormat = dayFormat ?? entry.dayFormat
        options.headingRow = headingRow ?? entry.headingRow
        options.form.encoding = form.encoding ?? entry.form.encoding
        options.form.delimiter = form.delimiter ?? entry.form.delimiter
        options.form.sheet = form.sheet ?? entry.form.sheet
        if codeFrom.isEmpty { options.codeFrom = entry.codeFrom }
        options.words = entry.words.merging(words) { theirs, own in theirs.merging(own) { $1 } }

        let headings = Set(columns.keys.map { Heading($0).bare })
        let fields = Set((Array(columns.values) + Array(values.keys)).map { Heading($0).bare })
        for (heading, field) in entry.columns
        where !headings.contains(Heading(heading).bare) && !fields.contains(Heading(field).bare) {
            options.columns[heading] = field
        }
        for (field, text) in entry.constants where !fields.contains(Heading(field).bare) {
            options.values[field] = text
        }
        return options
    }
}

/// What a file was read by beside the operator's options.
package enum ProfileUse: Hashable, Sendable {
    /// - Parameter venue: nil for a profile that is only tried.
    case entry(number: Int, match: String, venue: String?)
    /// The venue has a profile, and it says nothing of a file of that name.
    case noEntry(venue: String)
}
