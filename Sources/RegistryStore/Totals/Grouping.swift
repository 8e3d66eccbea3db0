package import Registry

/// How totals are taken apart.
package enum Grouping: String, CaseIterable, Sendable {
    case venue, network, region, month, quarter, year, kind, field, mode, seller, buyer, provider
    /// As national statistics had it to 2020: licences inside transfers. A contract from 2021 on has its own kind.
    case nationalKind = "national-kind"
    case sellerRegion = "seller-region"
    case buyerRegion = "buyer-region"

    /// The dimension of the derived totals that it reads; nil where they have none, and the records are asked.
    var dimension: Dimension? {
        switch self {
        case .venue: .venue
        case .network: .network
        case .region: .region
        case .kind: .kind
        case .field: .field
        case .month, .quarter, .year: .all
        case .mode, .seller, .buyer, .provider, .nationalKind, .sellerRegion, .buyerRegion: nil
        }
    }

    /// Whether the groups follow one another in time, so that they accumulate.
    package var isTime: Bool { self == .month || self == .quarter || self == .year }

    /// As columns and keys name it.
    package var column: String { rawValue.replacing("-", with: "_") }

    /// Whether the records of a noun have such groups: a venue has no kind, an intention none either.
    package func divides(_ noun: Noun) -> Bool {
        switch self {
        case .venue, .network, .region, .month, .quarter, .year: true
        case .kind, .field, .mode, .seller, .buyer, .provider: noun.fields.contains { $0.name == rawValue }
        case .nationalKind: noun == .deal || noun == .registration
        case .sellerRegion, .buyerRegion: noun.place(of: "seller") != nil
        }
    }

    /// The period of a month such as `2022-06`.
    func period(ofMonth month: String) -> String {
        switch self {
        case .quarter: "\(month.prefix(4))-Q\(((Int(month.suffix(2)) ?? 1) + 2) / 3)"
        case .year: String(month.prefix(4))
        default: month
        }
    }
}

/// How a record tells its group in SQL: the record is `r`, its venue `v`, the parties of a deal `s` and `b`, who renders a
/// service `p`.
extension Grouping {
    /// `''` for a record that says nothing; nil for one of time, which a flow's own day tells.
    var expression: String? {
        switch self {
        case .month, .quarter, .year: nil
        case .venue: "v.code"
        case .network: "v.network"
        case .region: "coalesce(v.region, '')"
        case .kind, .field, .mode: "coalesce(r.\(rawValue), '')"
        case .seller: "coalesce(s.name, '')"
        case .buyer: "coalesce(b.name, '')"
        case .provider: "coalesce(p.name, '')"
        case .nationalKind: "r.national_kind"
        case .sellerRegion: "coalesce(s.region, '')"
        case .buyerRegion: "coalesce(b.region, '')"
        }
    }

    /// The same of a record of a noun that is not summed before: what its sums are grouped by stands in no column of it.
    func expression(of noun: Noun) -> String? { self == .nationalKind ? Self.nationalKind(of: noun, "r.") : expression }

    private static func nationalKind(of noun: Noun, _ record: String) -> String {
        let (kind, day) = ("\(record)kind", "\(record)\(noun.datedBy ?? "")")
        return "CASE WHEN \(kind) = 'licence' AND \(day) < '2021-01-01' THEN 'transfer' ELSE \(kind) END"
    }

    /// What of a record of a noun it is found from, as a column of its sums; nil for one of time.
    func summedColumn(of noun: Noun) -> (sql: String, name: String)? {
        if self == .nationalKind { return ("\(Self.nationalKind(of: noun, "")) AS national_kind", "national_kind") }
        return recordColumn.map { ($0, $0) }
    }

    /// The column of the record from which that is found; nil for one of time.
    private var recordColumn: String? {
        switch self {
        case .month, .quarter, .year, .nationalKind: nil
        case .venue, .network, .region: "venue_id"
        case .kind, .field, .mode: rawValue
        case .seller, .sellerRegion: "seller_id"
        case .buyer, .buyerRegion: "buyer_id"
        case .provider: "provider_id"
        }
    }

    /// What must be joined to a record for some groupings.
    static func joins(for groupings: [Grouping]) -> String {
        let hasVenue = groupings.contains { $0.recordColumn == "venue_id" }
        return (hasVenue ? " LEFT JOIN venue v ON v.id = r.venue_id" : "") + partyJoins(for: groupings)
    }

    /// The parties alone; a merged one counts as the one that stays.
    static func partyJoins(for groupings: [Grouping]) -> String {
        [("s", "seller_id"), ("b", "buyer_id"), ("p", "provider_id")]
            .filter { _, column in groupings.contains { $0.recordColumn == column } }
            .map { party, column in
                " LEFT JOIN party_merge m\(party) ON m\(party).party_id = r.\(column) AND m\(party).is_void = 0"
                    + " LEFT JOIN party \(party) ON \(party).id = coalesce(m\(party).into_id, r.\(column))"
            }.joined()
    }
}
