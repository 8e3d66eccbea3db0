/// A question that is asked often, and comes with the program: SQL over the reading views.
package struct NamedReport: Sendable {
    /// As `monthly`, which stands in `monthly.sql`.
    package let name: String
    /// The whole text, remarks included.
    package let sql: String
    /// What it tells, in a sentence.
    package let meaning: String
    package let parameters: [Parameter]

    package struct Parameter: Sendable, Equatable {
        package let name: String
        package let kind: Kind
        /// Taken where none is given.
        package let standard: String
        package let meaning: String
    }

    /// A file begins with a remark that is its meaning; then stands a remark for each parameter: `:name kind = standard`,
    /// and behind two spaces or more its meaning.
    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        sql = String(decoding: bytes, as: UTF8.self)
        let remarks = sql.split(separator: "\n").prefix { $0.hasPrefix("-- ") }.map { $0.dropFirst(3) }
        meaning = remarks.first.map(String.init) ?? ""
        parameters = remarks.dropFirst().compactMap { line in
            guard line.hasPrefix(":"), let equals = line.firstIndex(of: "=") else { return nil }
            let declared = line[..<equals].dropFirst().split(separator: " ").map(String.init)
            guard declared.count == 2, let kind = Parameter.Kind(rawValue: declared[1]) else { return nil }
            let rest = line[line.index(after: equals)...]
            let gap = rest.firstRange(of: "  ")
            return Parameter(
                name: declared[0], kind: kind,
                standard: (gap.map { rest[..<$0.lowerBound] } ?? rest).filter { $0 != " " },
                meaning: gap.map { String(rest[$0.upperBound...].drop { $0 == " " }) } ?? "")
        }
    }

    /// Every one, by name.
    package static let all = [
        NamedReport("by-field", PackageResources.by_field_sql),
        NamedReport("by-venue", PackageResources.by_venue_sql),
        NamedReport("cross-region", PackageResources.cross_region_sql),
        NamedReport("listing-to-deal", PackageResources.listing_to_deal_sql),
        NamedReport("monthly", PackageResources.monthly_sql),
        NamedReport("top-deals", PackageResources.top_deals_sql),
        NamedReport("unsold-listings", PackageResources.unsold_listings_sql),
        NamedReport("yearly", PackageResources.yearly_sql),
    ]

    package static func named(_ name: String) -> NamedReport? { all.first { $0.name == name } }
}
