import Registry
import RegistryStore
import SQLite
import TestSupport

extension TestRegistry {
    /// Venues, intentions, listings and deals in a dozen changes, with corrections by file and voids.
    ///
    /// - Parameter whenRecorded: called after each change.
    static func atRandom(
        seed: UInt64, inBulk: Bool = false, whenRecorded: @escaping (TestRegistry) throws -> Void = { _ in }
    ) throws -> TestRegistry {
        let registry = try TestRegistry(inBulk: inBulk)
        try whenRecorded(registry)
        var dice = Dice(seed: seed)
        try registry.record(fromFile: true) { all throws(StoreError) in try all.addVenues() }
        try whenRecorded(registry)
        for round in 0..<10 {
            let current = try registry.ledger.connection.rows(
                """
                SELECT id, is_void FROM deal WHERE id NOT IN (
                  SELECT deal_id FROM instalment UNION SELECT deal_id FROM payment UNION SELECT deal_id FROM payment_history
                  UNION SELECT deal_id FROM certificate)
                """)
            let living = current.filter { $0[1] == 0 }.map { $0[0] }
            let deals = try registry.firstDeals()
            try registry.record(fromFile: round % 4 != 3) { all throws(StoreError) in
                if round % 4 == 3 {
                    for value in living where Int.random(in: 0..<4, using: &dice) == 0 {
                        if case .integer(let id) = value { try all.void(.deal, id) }
                    }
                    try all.add(.party, ["name": "第\(round)轮"])
                    return
                }
                for _ in 0..<12 { try all.recordAtRandom(&dice, deals) }
            }
            try whenRecorded(registry)
            guard round % 5 == 2 else { continue }
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.meet(
                    .venue,
                    [
                        "code": ["SH", "SZ", "KY"].randomElement(using: &dice),
                        "network": round == 2 ? "service" : "core",
                        "region": ["江苏", nil].randomElement(using: &dice) ?? nil, "joined_on": "2021-12-2\(round)",
                    ])
            }
            try whenRecorded(registry)
        }
        return registry
    }
}

extension TestRegistry {
    /// Of each venue the code of the first deal that counts.
    fileprivate func firstDeals() throws -> [String: String] {
        let rows = try ledger.connection.rows(
            "SELECT v.code, d.code FROM deal d JOIN venue v ON v.id = d.venue_id WHERE d.is_void = 0 ORDER BY d.id")
        return rows.reduce(into: [:]) { deals, row in
            if case .text(let venue) = row[0], case .text(let deal) = row[1], deals[venue] == nil {
                deals[venue] = deal
            }
        }
    }
}

extension Recorder {
    /// A record under one of few codes: new, or a correction of the one that is there.
    fileprivate func recordAtRandom(_ dice: inout Dice, _ deals: [String: String]) throws(StoreError) {
        let nouns = [
            Noun.intention, .listing, .deal, .deal, .demand, .registration, .instalment, .payment, .certificate,
            .service,
        ]
        let noun = nouns.randomElement(using: &dice) ?? .deal
        let day = "\(Day(number: Int32.random(in: 18_900...19_090, using: &dice)))"
        let yuan = "\(Int.random(in: 0...9_999_999, using: &dice)).\(Int.random(in: 10...99, using: &dice))"
        let field = ["urban", "energy", nil].randomElement(using: &dice) ?? nil
        let name: (String, String) = (
            ["SH", "SZ", "KY"].randomElement(using: &dice) ?? "SH", "\(noun)-\(Int.random(in: 1...8, using: &dice))"
        )
        let deal = deals[name.0]
        if noun.isOfSettlement || noun == .certificate, deal == nil { return }
        let values: KeyValuePairs<String, String?> =
            switch noun {
            case .intention:
                [
                    "venue": name.0, "code": name.1, "title": "意向", "amount": yuan, "received_on": day, "field": field,
                ]
            case .listing:
                [
                    "venue": name.0, "code": name.1, "title": "成果", "abstract": field.map { "用于\($0)" },
                    "asking_price": Bool.random(using: &dice) ? yuan : nil,
                    "listed_on": day, "field": field, "kind": Bool.random(using: &dice) ? "patent" : nil,
                ]
            case .demand:
                [
                    "venue": name.0, "code": name.1, "title": "需求", "posted_on": day, "field": field,
                    "budget": Bool.random(using: &dice) ? yuan : nil,
                ]
            case .registration:
                [
                    "venue": name.0, "code": "20203101010000\(name.1.suffix(1))0", "kind": "transfer", "amount": yuan,
                    "technical_amount": Bool.random(using: &dice) ? "0.07" : nil, "registered_on": day, "field": field,
                    "cancelled_on": Bool.random(using: &dice) ? "2022-06-01" : nil, "seller": "卖方\(name.1)",
                ]
            case .instalment:
                [
                    "venue": name.0, "code": name.1, "deal": deal, "kind": "royalty", "amount": "1\(yuan)",
                    "due_on": day,
                ]
            case .payment:
                [
                    "venue": name.0, "code": name.1, "deal": deal, "kind": "fee", "direction": "in",
                    "amount": "1\(yuan)",
                    "paid_on": day,
                ]
            case .certificate: certificate(name, of: deal, yuan, &dice)
            case .service:
                [
                    "venue": name.0, "code": name.1, "amount": "1\(yuan)", "started_on": day, "title": "服务",
                    "kind": [.custody, .valuation, .loan, .programme, .servicePoint, .training]
                        .map(\ServiceKind.rawValue).randomElement(using: &dice), "provider": "银行\(name.1.suffix(1))",
                    "customer": "买方\(name.1)",
                ]
            default:
                [
                    "venue": name.0, "code": name.1, "amount": yuan, "signed_on": day, "field": field,
                    "kind": Bool.random(using: &dice) ? "transfer" : "service", "buyer": "买方\(name.1)",
                ]
            }
        if case .absent = try meet(noun, values) { try add(noun, values) }
    }

    /// Issued elsewhere, and each of a venue's codes valid in a span of its own, since a deal has one at a time.
    private func certificate(
        _ name: (String, String), of deal: String?, _ yuan: String, _ dice: inout Dice
    ) -> KeyValuePairs<String, String?> {
        let place = Int32(name.1.suffix(1)) ?? 0
        let issued = 18_900 + 20 * place + Int32.random(in: 0...9, using: &dice)
        let revoked = Day(number: issued + Int32.random(in: 0...10, using: &dice))
        return [
            "venue": name.0, "code": name.1, "deal": deal, "issued_on": "\(Day(number: issued))",
            "revoked_on": place == 8 ? nil : "\(revoked)", "kind": Bool.random(using: &dice) ? "licence" : nil,
            "seller": "卖方\(name.1)", "amount": yuan, "issuer": "他所",
        ]
    }
}
