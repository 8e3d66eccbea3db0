package import Registry

/// The two times from which records are looked at.
package struct Viewpoint: Hashable, Sendable {
    /// What had happened by the end of this day; nil for whatever was recorded.
    package var asOf: Day?
    /// As the registry knew it then; nil for now.
    package var knownAt: Moment?

    package init(asOf: Day? = nil, knownAt: Moment? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
    }

    /// The change after which nothing counts; nil where all do.
    var lastChange: Moment? { knownAt.flatMap { $0.isNewest ? nil : $0 } }

    /// Whether it is the present, without a day.
    var isPresent: Bool { asOf == nil && lastChange == nil }
}
