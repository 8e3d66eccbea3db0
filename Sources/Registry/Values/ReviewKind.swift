/// What an import leaves to a person to decide. The raw value is what the registry keeps.
package enum ReviewKind: String, CaseIterable, Sendable {
    /// A row differs from a record that was corrected by hand, or cannot follow on what became of it.
    case conflict
    /// Another venue has a deal of the same parties, amount and day.
    case duplicate
    /// An amount is a power of ten away from what the venue's are.
    case powerOfTen = "power_of_ten"
}
