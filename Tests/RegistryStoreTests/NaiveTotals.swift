import Registry
import SQLite

/// Totals computed from the rows of the records alone, one by one: slow, and hard to get wrong.
struct NaiveTotals {
    private struct Entry {
        let flow: Flow
        let keys: [String: String]
    }

    private var entries: [Entry] = []

    /// The records as they were once a change was made.
    init(_ connection: Connection, upTo change: Int64) throws {
        func day(_ value: Value) throws -> Day {
            guard case .text(let text) = value else { return Day(number: 0) }
            return try text.withBytes { bytes throws(Refusal) in try Day.read(bytes) }
        }
        func text(_ value: Value) -> String { if case .text(let text) = value { text } else { "" } }
        func number(_ value: Value) -> Int64? { if case .integer(let number) = value { number } else { nil } }
        func versions(_ table: String, _ columns: String) throws -> [[Value]] {
            try connection.rows(
                """
                SELECT \(columns) FROM \(table) WHERE change_id <= ?1 AND is_void = 0 UNION ALL
                SELECT \(columns) FROM \(table)_history WHERE change_id <= ?1 AND replaced_by > ?1 AND is_void = 0
                """, .integer(change))
        }
        var venues: [Int64: [String: String]] = [:]
        for row in try versions("venue", "id, code, network, region, joined_on, left_on") {
            let keys = ["all": "", "venue": text(row[1]), "network": text(row[2]), "region": text(row[3])]
            venues[number(row[0]) ?? 0] = keys
            let left = row[5] == .null ? nil : try day(row[5])
            for flow in Flow.ofVenue(network: text(row[2]), joinedOn: try day(row[4]), leftOn: left, isVoid: false) {
                entries.append(Entry(flow: flow, keys: keys))
            }
        }
        var parties: [Int64: (name: String, region: String)] = [:]
        for row in try versions("party", "id, name, region") {
            parties[number(row[0]) ?? 0] = (text(row[1]), text(row[2]))
        }
        var merges: [Int64: Int64] = [:]
        for row in try versions("party_merge", "party_id, into_id") { merges[number(row[0]) ?? 0] = number(row[1]) }
        func party(_ value: Value) -> (name: String, region: String) {
            number(value).flatMap { parties[merges[$0] ?? $0] } ?? ("", "")
        }
        var events: [Int64: [(row: Int64, event: DealEvent)]] = [:]
        for row in try versions("deal_event", "id, deal_id, kind, effective_on, amount_fen") {
            let event = DealEvent(
                kind: text(row[2]) == "terminated" ? .terminated : .amended, effectiveOn: try day(row[3]),
                amount: Amount(fen: number(row[4]) ?? 0))
            events[number(row[1]) ?? 0, default: []].append((number(row[0]) ?? 0, event))
        }
        var payments: [Int64: [Payment]] = [:]
        for row in try versions("payment", "deal_id, kind, direction, amount_fen, paid_on") {
            payments[number(row[0]) ?? 0, default: []].append(
                Payment(
                    kind: Payment.Kind(rawValue: text(row[1])) ?? .fee, isOut: text(row[2]) == "out",
                    amount: Amount(fen: number(row[3]) ?? 0), paidOn: try day(row[4])))
        }
        let columns = [
            "intention": "received_on, amount_fen", "listing": "listed_on, asking_price_fen",
            "deal": "signed_on, amount_fen", "demand": "posted_on, budget_fen",
            "contract_registration": "registered_on, amount_fen", "instalment": "due_on, amount_fen",
            "payment": "paid_on, amount_fen", "certificate": "issued_on, amount_fen",
            "service": "started_on, amount_fen",
        ]
        for (table, dated) in columns {
            let isRegistration = table == "contract_registration"
            let isCertificate = table == "certificate"
            let isService = table == "service"
            // Without a field and a mode.
            let isOfSettlement = table == "instalment" || table == "payment" || isService
            let hasKind = table != "intention" && table != "demand"
            let hasParties = isRegistration || isCertificate || table == "deal"
            let kind = isRegistration || isOfSettlement ? "kind, NULL" : hasKind ? "kind, mode" : "NULL, NULL"
            let parties = hasParties ? "seller_id, buyer_id" : isService ? "provider_id, NULL" : "NULL, NULL"
            let field = isOfSettlement || isCertificate ? "NULL" : "field"
            let direction = table == "payment" ? "direction" : "NULL"
            let end =
                isRegistration
                ? "technical_amount_fen, cancelled_on"
                : isCertificate ? "NULL, revoked_on" : isService ? "NULL, closed_on" : "NULL, NULL"
            for row in try versions(
                table, "venue_id, \(dated), \(field), id, \(kind), \(parties), \(end), \(direction)")
            where row[1] != .null {
                var keys = venues[number(row[0]) ?? 0] ?? [:]
                if hasKind { keys["kind"] = text(row[5]) }
                if hasKind, !isRegistration, !isOfSettlement { keys["mode"] = text(row[6]) }
                if hasParties {
                    let (seller, buyer) = (party(row[7]), party(row[8]))
                    (keys["seller"], keys["seller-region"]) = (seller.name, seller.region)
                    (keys["buyer"], keys["buyer-region"]) = (buyer.name, buyer.region)
                }
                if isService { keys["provider"] = party(row[7]).name }
                if hasParties, !isCertificate {
                    let isFolded = text(row[5]) == "licence" && text(row[1]) < "2021-01-01"
                    keys["national-kind"] = isFolded ? "transfer" : text(row[5])
                }
                if !isOfSettlement, !isCertificate { keys["field"] = text(row[3]) }
                let amount = number(row[2]).map(Amount.init(fen:))
                var flows =
                    switch table {
                    case "intention": Flow.ofIntention(receivedOn: try day(row[1]), amount: amount, isVoid: false)
                    case "demand": Flow.ofDemand(postedOn: try day(row[1]), budget: amount, isVoid: false)
                    case "contract_registration":
                        Flow.ofRegistration(
                            registeredOn: try day(row[1]), cancelledOn: row[10] == .null ? nil : try day(row[10]),
                            amount: amount, technical: number(row[9]).map(Amount.init(fen:)), isVoid: false)
                    case "instalment": Flow.ofInstalment(dueOn: try day(row[1]), amount: amount, isVoid: false)
                    case "payment":
                        Flow.ofPayment(
                            paidOn: try day(row[1]), amount: amount, direction: text(row[11]), isVoid: false)
                    case "certificate":
                        Flow.ofCertificate(
                            issuedOn: try day(row[1]), revokedOn: row[10] == .null ? nil : try day(row[10]),
                            amount: amount, isVoid: false)
                    case "service":
                        Flow.ofService(
                            startedOn: try day(row[1]), closedOn: row[10] == .null ? nil : try day(row[10]),
                            amount: amount, kind: text(row[5]), isVoid: false)
                    case "listing": Flow.ofListing(listedOn: try day(row[1]), askingPrice: amount, isVoid: false)
                    default:
                        Flow.ofDeal(
                            signedOn: try day(row[1]), amount: amount ?? Amount(fen: 0), isVoid: false,
                            events: (events[number(row[4]) ?? 0] ?? []).sorted { $0.row < $1.row }.map(\.event))
                    }
                if table == "deal" {
                    let id = number(row[4]) ?? 0
                    flows +=
                        DealAccount(
                            signedOn: try day(row[1]), amount: amount ?? Amount(fen: 0),
                            events: (events[id] ?? []).sorted { $0.row < $1.row }.map(\.event),
                            payments: payments[id] ?? []
                        ).flows
                }
                entries += flows.map { Entry(flow: $0, keys: keys) }
            }
        }
    }

    /// By a key of the records, or by year, quarter or month; without totals of nothing.
    func totals(asOf day: Day, by grouping: String) -> [String: [Measure: Total]] {
        let groups = totals(from: Day(number: .min), to: day, by: [grouping])
        return Dictionary(uniqueKeysWithValues: groups.map { ($0.key.first ?? "", $0.value) })
    }

    /// By several keys, of what happened from one day to another.
    func totals(from first: Day, to last: Day, by groupings: [String]) -> [[String]: [Measure: Total]] {
        var totals: [[String]: [Measure: Total]] = [:]
        for entry in entries where first <= entry.flow.day && entry.flow.day <= last {
            let (year, month, _) = entry.flow.day.parts
            let keys = groupings.compactMap { grouping in
                switch grouping {
                case "year": "\(year)"
                case "quarter": "\(year)-Q\((month - 1) / 3 + 1)"
                case "month": "\(year)-\(month < 10 ? "0" : "")\(month)"
                default: entry.keys[grouping]
                }
            }
            guard keys.count == groupings.count else { continue }
            totals[keys, default: [:]][entry.flow.measure, default: Total()].count += entry.flow.count
            totals[keys, default: [:]][entry.flow.measure, default: Total()].fen += entry.flow.fen
        }
        return totals.withoutNothing
    }
}

extension Dictionary where Value == [Measure: Total] {
    var withoutNothing: Self {
        mapValues { $0.filter { $0.value != Total() } }.filter { !$0.value.isEmpty }
    }
}
