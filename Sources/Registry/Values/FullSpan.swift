/// For what a file is complete, so that what it lacks is missing.
package enum FullSpan: String, CaseIterable, Sendable {
    /// The calendar months, or the years, that its rows lie in.
    case month, year
    /// All that the venue ever had.
    case all
}
