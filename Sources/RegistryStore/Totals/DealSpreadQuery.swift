package import Registry
import SQLite

extension Ledger {
    /// The spread of the deals as of a day. Every deal is looked at, once.
    ///
    /// - Parameter most: of how many deals, the largest, it is told one by one.
    package func dealSpread(
        asOf day: Day, knownAt moment: Moment?, largest most: Int
    ) throws(StoreError) -> DealSpread {
        try storing { () throws(SQLiteError) in
            try DealSpreadReading(connection, asOf: day, knownAt: moment).spread(largest: most)
        }
    }
}

private struct DealSpreadReading {
    let connection: Connection
    let day: Day
    let viewpoint: Viewpoint

    init(_ connection: Connection, asOf day: Day, knownAt moment: Moment?) {
        self.connection = connection
        self.day = day
        viewpoint = Viewpoint(knownAt: moment)
    }

    func spread(largest most: Int) throws(SQLiteError) -> DealSpread {
        let events = try eventsByDeal()
        let regions = try regionsOfParties()
        let listed = try daysOfListings()
        var found: [(fen: Int64, id: Int64)] = []
        var days: [Int32] = []
        var (within, across, unknown) = (Total(), Total(), Total())
        let past = try past(of: ["deal"])
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT id, amount_fen, seller_id, buyer_id, listing_id,
              CASE WHEN listing_id IS NOT NULL OR id IN (SELECT deal_id FROM deal_event) THEN signed_on END
            FROM deal WHERE is_void = 0 AND signed_on <= ?
            """)
        try rows.bind(past.values + [.text("\(day)")])
        while try rows.step() {
            let id = try rows.integer(at: 0)
            var total = Total(count: 1, fen: try rows.integer(at: 1))
            let signedOn = try rows.optionalDay(at: 5)
            if let own = events[id], let signedOn {
                // As it stands on the day: an amended one with its new amount, a terminated one no more.
                total = Flow.ofDeal(signedOn: signedOn, amount: Amount(fen: total.fen), isVoid: false, events: own)
                    .filter { $0.day <= day }.reduce(Total()) { $0 + Total(count: $1.count, fen: $1.fen) }
                if total.count == 0 { continue }
            }
            found.append((total.fen, id))
            let seller = try rows.optionalInteger(at: 2).flatMap { regions[$0] }
            let buyer = try rows.optionalInteger(at: 3).flatMap { regions[$0] }
            if let seller, let buyer {
                if seller == buyer { within = within + total } else { across = across + total }
            } else {
                unknown = unknown + total
            }
            if let signedOn, let listing = try rows.optionalInteger(at: 4), let from = listed[listing] {
                days.append(signedOn.number - from.number)
            }
        }
        found.sort { ($1.fen, $0.id) < ($0.fen, $1.id) }
        var spread = DealSpread(
            amounts: found.map(\.fen), largest: try described(found.prefix(most)), daysFromListing: days.sorted())
        (spread.withinRegion, spread.acrossRegions, spread.regionUnknown) = (within, across, unknown)
        return spread
    }

    private func past(of tables: [String]) throws(SQLiteError) -> (sql: String, values: [Value]) {
        try PastView.prefix(of: tables, from: viewpoint, on: connection)
    }

    private func forEach(
        _ sql: String, of tables: [String], row: (borrowing Row) throws(SQLiteError) -> Void
    ) throws(SQLiteError) {
        let past = try past(of: tables)
        let rows = try connection.prepare(past.sql + sql)
        try rows.bind(past.values)
        while try rows.step() { try row(rows) }
    }

    /// In the order in which they take effect.
    private func eventsByDeal() throws(SQLiteError) -> [Int64: [DealEvent]] {
        var events: [Int64: [DealEvent]] = [:]
        try forEach(
            """
            SELECT deal_id, kind, effective_on, amount_fen FROM deal_event WHERE is_void = 0
            ORDER BY deal_id, effective_on, id
            """, of: ["deal_event"]
        ) { row throws(SQLiteError) in
            guard let event = try DealEvent(row, from: 1) else { return }
            events[try row.integer(at: 0), default: []].append(event)
        }
        return events
    }

    /// The regions of the parties that have one, each by a number; a merged party has that of the one that stays.
    private func regionsOfParties() throws(SQLiteError) -> [Int64: Int] {
        var regions: [Int64: Int] = [:]
        var numbers: [String: Int] = [:]
        try forEach("SELECT id, region FROM party WHERE region IS NOT NULL", of: ["party"]) {
            row throws(SQLiteError) in
            let region = try row.text(at: 1)
            let number = numbers[region] ?? numbers.count
            numbers[region] = number
            regions[try row.integer(at: 0)] = number
        }
        try forEach("SELECT party_id, into_id FROM party_merge WHERE is_void = 0", of: ["party_merge"]) {
            row throws(SQLiteError) in
            regions[try row.integer(at: 0)] = regions[try row.integer(at: 1)]
        }
        return regions
    }

    private func daysOfListings() throws(SQLiteError) -> [Int64: Day] {
        var days: [Int64: Day] = [:]
        try forEach("SELECT id, listed_on FROM listing WHERE is_void = 0", of: ["listing"]) {
            row throws(SQLiteError) in
            if let day = try row.optionalDay(at: 1) { days[try row.integer(at: 0)] = day }
        }
        return days
    }

    private func described(
        _ deals: ArraySlice<(fen: Int64, id: Int64)>
    ) throws(SQLiteError) -> [DealSpread.LargeDeal] {
        var described: [DealSpread.LargeDeal] = []
        for deal in deals {
            let past = try PastView.prefix(
                of: ["deal", "venue"], from: viewpoint, only: ("deal", deal.id), on: connection)
            let rows = try connection.prepare(
                """
                \(past.sql)SELECT v.code || '/' || d.code, d.title, d.kind, d.signed_on
                FROM deal d JOIN venue v ON v.id = d.venue_id WHERE d.id = ?
                """)
            try rows.bind(past.values + [.integer(deal.id)])
            guard try rows.step() else { continue }
            described.append(
                DealSpread.LargeDeal(
                    name: try rows.text(at: 0), title: try rows.optionalText(at: 1), kind: try rows.text(at: 2),
                    signedOn: try rows.text(at: 3), fen: deal.fen))
        }
        return described
    }
}
