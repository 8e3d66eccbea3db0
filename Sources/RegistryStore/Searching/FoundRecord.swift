package import Registry

/// A record in which a text was found.
package struct FoundRecord: Sendable {
    package let name: RecordName
    package let title: String?
    /// The day by which records of its noun are counted.
    package let day: Day
    /// The fields that hold the text, in the order in which the noun has them.
    package let fields: [String]
    /// The text in the first of them, with what stands around it.
    package let excerpt: String
}

/// What was found of one noun.
package struct Findings: Sendable {
    /// Newest first, as many as were asked for.
    package let records: [FoundRecord]
    /// How many there are in all.
    package let count: Int
}
