import Registry
import SQLite

/// Totals by keys that the derived totals do not have, from the records as they were known: what each contributes is told
/// by the rule that made the derived ones (``Flow``), so that the groups sum to the same whole.
struct RecordTotals {
    private let connection: Connection
    private let days: CountedDays
    private let viewpoint: Viewpoint
    private let groupings: [Grouping]

    init(_ ledger: Ledger, of days: CountedDays, knownAt moment: Moment?, by groupings: [Grouping]) {
        connection = ledger.connection
        self.days = days
        viewpoint = Viewpoint(knownAt: moment)
        self.groupings = groupings
    }

    /// Shows the totals of every measure whose records have all the keys; those of one group may come in several parts.
    func forEach(_ body: (Total, Measure, [String]) -> Void) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            for noun in Noun.allCases where noun != .party && groupings.allSatisfy({ $0.divides(noun) }) {
                switch noun {
                case .party: break
                case .venue: try addVenues(body)
                case .intention, .listing, .demand, .instalment: try add(Part(noun), body)
                case .deal:
                    try add(Part(noun), body)
                    try addEvents(body)
                    try addSettled(body)
                case .payment:
                    try add(Part(.paymentIn, of: noun, "direction = 'in'"), body)
                    try add(Part(.paymentOut, of: noun, "direction = 'out'"), body)
                    try add(Part(held: noun), body)
                case .certificate:
                    let valid = Part(validOf: noun)
                    for part in [Part(noun), valid, valid.ending] { try add(part, body) }
                case .service:
                    try add(
                        Part(.service, of: noun, "kind NOT IN \(ServiceKind.sqlList { $0.measure != .service })"), body)
                    try add(
                        Part(.programme, of: noun, "kind IN \(ServiceKind.sqlList { $0.measure == .programme })"), body)
                    var points = Part(
                        .servicePoint, of: noun, "kind IN \(ServiceKind.sqlList { $0.measure == .servicePoint })")
                    points.fen = "0"
                    try add(points, body)
                    try add(points.ending, body)
                case .registration:
                    for part in [Part(noun), Part(technicalOf: noun)] {
                        try add(part, body)
                        try add(part.ending, body)
                    }
                }
            }
        }
    }

    /// The keys of a row whose columns from `first` on are those of the groupings that are not of time.
    private func keys(_ row: borrowing Row, from first: Int32, month: String) throws(SQLiteError) -> [String] {
        var place = first
        var keys: [String] = []
        for grouping in groupings {
            if grouping.isTime {
                keys.append(grouping.period(ofMonth: month))
            } else {
                keys.append(try row.text(at: place))
                place += 1
            }
        }
        return keys
    }

    private func past(of tables: [String]) throws(SQLiteError) -> (sql: String, values: [Value]) {
        try PastView.prefix(of: tables, from: viewpoint, on: connection)
    }

    private var expressions: [String] { groupings.compactMap(\.expression) }
    /// Of deals that are not summed before.
    private var ofDeals: [String] { groupings.compactMap { $0.expression(of: .deal) } }
    private var joins: String { Grouping.joins(for: groupings) }
    private static let joined = ["venue", "party", "party_merge"]

    /// What records add to a measure when they begin, or take back when they end.
    private struct Part {
        let noun: Noun
        var measure: Measure
        var day: String
        var count = "count(*)"
        var fen: String
        /// Which of the records.
        var condition = "is_void = 0"

        /// Each counts one, and its money.
        init(_ noun: Noun) {
            self.noun = noun
            measure = noun.measures[0]
            day = noun.datedBy ?? ""
            fen = "sum(coalesce(\(noun.valuedBy ?? "")_fen, 0))"
        }

        /// Those of them that enter one measure: the payments of one direction, the services of some kinds.
        init(_ measure: Measure, of noun: Noun, _ condition: String) {
            self.init(noun)
            self.measure = measure
            self.condition += " AND \(condition)"
        }

        /// What came in less what went out.
        init(held noun: Noun) {
            self.init(noun)
            measure = .held
            count = "0"
            fen = "sum(CASE direction WHEN 'in' THEN amount_fen ELSE -amount_fen END)"
        }

        /// Certificates that hold.
        init(validOf noun: Noun) {
            self.init(noun)
            measure = .validCertificate
        }

        /// The part of the money that is summed apart.
        init(technicalOf noun: Noun) {
            self.noun = noun
            measure = noun.measures[1]
            day = noun.datedBy ?? ""
            count = "0"
            fen = "sum(coalesce(\(noun.partlyValuedBy ?? "")_fen, 0))"
        }

        var ending: Part {
            var part = self
            part.day = noun.endedBy ?? ""
            part.count = "-\(count)"
            part.fen = "-\(fen)"
            return part
        }
    }

    /// Records are summed by what they hold themselves first, so that a name is looked up once a party and not once a deal.
    private func add(_ part: Part, _ body: (Total, Measure, [String]) -> Void) throws(SQLiteError) {
        let (noun, day) = (part.noun, part.day)
        let counted = days.condition(day)
        let columns = Dictionary(
            groupings.compactMap { $0.summedColumn(of: noun) }.map { ($0.name, $0.sql) }, uniquingKeysWith: { $1 }
        )
        .sorted { $0.key < $1.key }
        let hasTime = groupings.contains(where: \.isTime)
        let own = columns.map(\.value) + (hasTime ? ["substr(\(day), 1, 7) AS month"] : [])
        let ownGroup = columns.map(\.key) + (hasTime ? ["month"] : [])
        let group = expressions + (hasTime ? ["r.month"] : [])
        let past = try past(of: [noun.rawValue] + Self.joined)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT sum(r.records), sum(r.fen), \(group.joined(separator: ", "))
            FROM (SELECT \(part.count) AS records, \(part.fen) AS fen, \(own.joined(separator: ", "))
              FROM \(noun.rawValue) WHERE \(part.condition) AND \(counted.sql) GROUP BY \(ownGroup.joined(separator: ", "))) r\(joins)
            GROUP BY \(group.joined(separator: ", "))
            """)
        try rows.bind(past.values + counted.values)
        let monthPlace = Int32(2 + expressions.count)
        while try rows.step() {
            let total = Total(count: try rows.integer(at: 0), fen: try rows.integer(at: 1))
            let month = hasTime ? try rows.text(at: monthPlace) : ""
            body(total, part.measure, try keys(rows, from: 2, month: month))
        }
    }

    /// What became of deals after they were signed. Few have events.
    private func addEvents(_ body: (Total, Measure, [String]) -> Void) throws(SQLiteError) {
        let past = try past(of: ["deal", "deal_event"] + Self.joined)
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT \((["r.id", "r.signed_on", "r.amount_fen", "e.kind", "e.effective_on", "e.amount_fen"] + ofDeals)
              .joined(separator: ", "))
            FROM deal_event e JOIN deal r ON r.id = e.deal_id\(joins)
            WHERE e.is_void = 0 AND r.is_void = 0 ORDER BY r.id, e.effective_on, e.id
            """)
        try rows.bind(past.values)
        var deal: (id: Int64, signedOn: Day, amount: Amount, keys: [String])?
        var events: [DealEvent] = []
        func finish() {
            guard let deal else { return }
            let flows = Flow.ofDeal(signedOn: deal.signedOn, amount: deal.amount, isVoid: false, events: events)
            // The first is the signature's, which is counted already.
            for flow in flows.dropFirst() where days.contains(flow.day) { show(flow, deal.keys, body) }
            events = []
        }
        while try rows.step() {
            guard let signedOn = try rows.optionalDay(at: 1), let event = try DealEvent(rows, from: 3) else { continue }
            let id = try rows.integer(at: 0)
            if id != deal?.id {
                finish()
                deal = (
                    id, signedOn, Amount(fen: try rows.integer(at: 2)),
                    try keys(rows, from: 6, month: "")
                )
            }
            events.append(event)
        }
        finish()
    }

    /// Deals that were settled: few, and each by its account.
    private func addSettled(_ body: (Total, Measure, [String]) -> Void) throws(SQLiteError) {
        let past = try past(of: ["deal"] + Self.joined)
        let columns = ["r.id"] + ofDeals
        let rows = try connection.prepare(
            """
            \(past.sql)SELECT \(columns.joined(separator: ", ")) FROM deal r\(joins)
            WHERE r.is_void = 0 AND r.id IN (SELECT deal_id FROM main.payment UNION SELECT deal_id FROM main.payment_history)
            """)
        try rows.bind(past.values)
        let accounts = try AccountReading(on: connection)
        while try rows.step() {
            let own = try keys(rows, from: 1, month: "")
            let account = try accounts.versions(of: try rows.integer(at: 0)).account(at: viewpoint.lastChange?.change)
            for flow in account?.flows ?? [] where days.contains(flow.day) { show(flow, own, body) }
        }
    }

    private func addVenues(_ body: (Total, Measure, [String]) -> Void) throws(SQLiteError) {
        let past = try past(of: ["venue"])
        let columns = ["v.network", "v.joined_on", "v.left_on"] + expressions
        let rows = try connection.prepare(
            "\(past.sql)SELECT \(columns.joined(separator: ", ")) FROM venue v WHERE v.is_void = 0")
        try rows.bind(past.values)
        while try rows.step() {
            guard let joinedOn = try rows.optionalDay(at: 1) else { continue }
            let flows = Flow.ofVenue(
                network: try rows.text(at: 0), joinedOn: joinedOn, leftOn: try rows.optionalDay(at: 2), isVoid: false)
            let own = try keys(rows, from: 3, month: "")
            for flow in flows where days.contains(flow.day) { show(flow, own, body) }
        }
    }

    /// - Parameter keys: those of the record, with nothing in the places of time.
    private func show(_ flow: Flow, _ keys: [String], _ body: (Total, Measure, [String]) -> Void) {
        let keys = zip(groupings, keys).map { $0.isTime ? $0.period(ofMonth: flow.day.month) : $1 }
        body(Total(count: flow.count, fen: flow.fen), flow.measure, keys)
    }
}
