import Registry
import SQLite

/// On which of some listings a deal is in force: neither void nor terminated by the day.
struct SoldListings {
    /// A licence can be granted again; what was dealt with in any other way is gone.
    private let isLicensedAlone: [Int64: Bool]

    /// The deals are read through once, since no key leads from a listing to its deals.
    ///
    /// - Parameter ids: of listings.
    init(among ids: [Int64], on connection: Connection, from viewpoint: Viewpoint, by day: Day) throws(SQLiteError) {
        let past = try PastView.prefix(of: ["deal", "deal_event"], from: viewpoint, on: connection)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT d.listing_id, min(d.kind = 'licence') FROM deal d
            WHERE d.listing_id IN (\(ids.map(String.init).joined(separator: ", "))) AND d.is_void = 0
              AND d.signed_on <= '\(day)' AND NOT EXISTS (SELECT 1 FROM deal_event e WHERE e.deal_id = d.id
                AND e.kind = 'terminated' AND e.is_void = 0 AND e.effective_on <= '\(day)')
            GROUP BY d.listing_id
            """)
        try rows.bind(past.values)
        var found: [Int64: Bool] = [:]
        while try rows.step() { found[try rows.integer(at: 0)] = try rows.integer(at: 1) == 1 }
        isLicensedAlone = found
    }

    /// Nil for a listing without a deal.
    func standing(of id: Int64) -> Side.Standing? { isLicensedAlone[id].map { $0 ? .licensed : .sold } }
}
