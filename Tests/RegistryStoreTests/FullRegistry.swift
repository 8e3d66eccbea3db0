import Registry
import RegistryStore
import SQLite

extension TestRegistry {
    /// A registry with two rows in every table of records and a replaced version of the first of each.
    static func withEveryTable(inBulk: Bool = false) throws -> TestRegistry {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.record(fromFile: true) { all throws(StoreError) in try registry.recordTwoOfEach(all) }
        try registry.record { all throws(StoreError) in
            try all.add(.party, ["name": "无关者"])
            for deal in 1...2 {
                try registry.run(
                    """
                    INSERT INTO deal_event (deal_id, kind, effective_on, amount_fen, change_id, file_id)
                    VALUES (\(deal), 'amended', '2022-05-01', \(deal * 500), \(all.change.number), 1)
                    """)
            }
            try registry.run(
                """
                INSERT INTO listing_event (listing_id, kind, effective_on, change_id)
                VALUES (1, 'suspended', '2022-05-01', \(all.change.number)), (2, 'withdrawn', '2022-05-02', \(all.change.number))
                """)
            try registry.run(
                """
                INSERT INTO former_code (noun, venue_id, code, record_id, change_id)
                VALUES ('deal', 2, 'D-1', 1, \(all.change.number)), ('listing', 2, 'L-1', 1, \(all.change.number))
                """)
            try registry.run(
                """
                INSERT INTO party_merge (party_id, into_id, change_id)
                VALUES (4, 7, \(all.change.number)), (5, 7, \(all.change.number))
                """)
            for metric in [Metric.deals, .listings] {
                _ = try all.change.record(figure(metric, "2"), known: nil, from: .hand)
            }
        }
        try registry.record(by: .second) { all throws(StoreError) in
            for change in [1, 2] {
                try registry.run(
                    "INSERT INTO review (reviewed_change_id, change_id) VALUES (\(change), \(all.change.number))")
            }
            try registry.run(
                "INSERT INTO reversal (reverted_change_id, change_id) VALUES (1, \(all.change.number))")
            try all.add(.party, ["name": "旁人"])
            try registry.keepWhatTheNightKeeps(all.change.number)
        }
        try registry.record(fromFile: true) { all throws(StoreError) in try registry.correctFirstOfEach(all) }
        try registry.ledger.record(registry.arrived("1.csv"), .imported, RowCounts(), change: 2, by: .tester)
        try registry.ledger.record(registry.arrived("1.csv"), .doubled, RowCounts(), change: nil, by: .tester)
        try registry.run("INSERT INTO repeated_reject (arrival_id, reject_id) VALUES (2, 1)")
        try registry.run("INSERT INTO lacked_record (arrival_id, noun, record_id, is_there) VALUES (2, 'deal', 1, 1)")
        return registry
    }

    private func keepWhatTheNightKeeps(_ change: Int64) throws(StoreError) {
        for row in [
            "venue_profile (venue_id, profile, change_id) VALUES (1, 'files: []', \(change))",
            "calendar_day (day, is_working, name, change_id) VALUES ('2022-10-01', 0, '国庆', \(change))",
            """
            rejected_row (file_id, file_row, venue_id, code, headings, cells, reasons, reasons_zh, change_id)
            VALUES (1, 3, 1, 'D-9', 'code,amount', 'D-9,x', 'no amount', '不是金额', \(change))
            """, "closed_reject (reject_id, change_id) VALUES (1, \(change))",
            """
            review_item (kind, noun, record_id, said, file_id, file_row, change_id)
            VALUES ('conflict', 'deal', 1, '{"amount_fen": 1}', 1, 4, \(change))
            """, "review_answer (item_id, answer, change_id) VALUES (1, 'keep', \(change))",
        ] { try run("INSERT INTO \(row)") }
    }

    private func recordTwoOfEach(_ all: Recorder) throws(StoreError) {
        for code in ["SH", "SZ"] {
            try all.add(
                .venue,
                [
                    "code": code, "name": "\(code)交易所", "network": "core", "region": "上海", "joined_on": "2020-01-02",
                ])
        }
        // A desk knows the venues that were there when it opened.
        let rows = try Recorder(all.change, file: all.file)
        for code in ["1", "2"] {
            try rows.add(
                .intention,
                [
                    "venue": "SH", "code": "I-\(code)", "title": "意向\(code)", "field": "energy", "owner": "甲 大学\(code)",
                    "amount": "10", "received_on": "2022-01-01",
                ])
            try rows.addListing("SH", "L-\(code)", yuan: 7, on: "2022-02-01", owner: "乙,\"所\"\(code)")
            try rows.addDeal(
                "SH", "D-\(code)", yuan: 9, on: "2022-03-01", field: "urban", title: "一\n二 ", seller: "丙\(code)",
                listing: "L-\(code)")
            try rows.add(
                .demand,
                [
                    "venue": "SH", "code": "N-\(code)", "title": "需求\(code)", "abstract": "全文", "demander": "丁\(code)",
                    "budget": "3", "posted_on": "2022-03-02",
                ])
            try rows.add(
                .registration,
                [
                    "venue": "SH", "code": "2231010100000\(code)", "deal": "D-\(code)", "kind": "transfer",
                    "amount": "9", "technical_amount": "8", "registered_on": "2022-03-03",
                ])
            try rows.add(
                .instalment,
                [
                    "venue": "SH", "code": "D-\(code)-I1", "deal": "D-\(code)", "kind": "price", "amount": "5",
                    "due_on": "2030-03-03", "note": "备注",
                ])
            try rows.add(
                .payment,
                [
                    "venue": "SH", "code": "D-\(code)-P1", "deal": "D-\(code)", "kind": "price", "direction": "in",
                    "amount": "4", "paid_on": "2022-03-04", "payer": "丙\(code)",
                ])
            try rows.add(
                .certificate,
                [
                    "venue": "SH", "code": "C-\(code)", "deal": "D-\(code)", "issued_on": "2022-03-05", "amount": "9",
                    "seller": "丙\(code)", "issuer": "他所",
                ])
            try rows.add(
                .service,
                [
                    "venue": "SH", "code": "S-\(code)", "kind": "matchmaking", "title": "撮合", "provider": "丙\(code)",
                    "customer": "丁\(code)", "listing": "L-\(code)", "demand": "N-\(code)", "deal": "D-\(code)",
                    "amount": "2", "place": "上海", "started_on": "2022-03-05", "ended_on": "2030-03-05",
                    "outcome": "succeeded", "note": "备注",
                ])
        }
        try rows.finish()
    }

    private func correctFirstOfEach(_ all: Recorder) throws(StoreError) {
        try all.meet(.venue, ["code": "SH", "name": "上海新"])
        try all.meet(.party, ["name": "甲大学1", "region": "上海"])
        try all.meet(.party, ["name": "甲 大学1", "region": "江苏"])
        try all.meet(.intention, ["venue": "SH", "code": "I-1", "amount": "11"])
        try all.meet(.listing, ["venue": "SH", "code": "L-1", "asking_price": nil, "abstract": "全文\n二"])
        try all.meet(.deal, ["venue": "SH", "code": "D-1", "kind": "licence"])
        try all.meet(.demand, ["venue": "SH", "code": "N-1", "title": "新需求"])
        try all.meet(.registration, ["venue": "SH", "code": "22310101000001", "amount": "10"])
        try all.meet(.instalment, ["venue": "SH", "code": "D-1-I1", "amount": "6"])
        try all.meet(.payment, ["venue": "SH", "code": "D-1-P1", "amount": "3"])
        try all.meet(.certificate, ["venue": "SH", "code": "C-1", "revoked_on": "2022-03-06"])
        try all.meet(.service, ["venue": "SH", "code": "S-1", "amount": "3"])
        try run("UPDATE deal_event SET amount_fen = 600, change_id = \(all.change.number) WHERE id = 1")
        for table in ["listing_event", "former_code", "party_merge", "review"] {
            try run("UPDATE \(table) SET is_void = 1, change_id = \(all.change.number) WHERE id = 1")
        }
        _ = try all.change.record(figure(.deals, "3"), known: nil, from: all.nextOrigin())
    }

    /// SQL typed within a change.
    func run(_ sql: String) throws(StoreError) {
        do throws(SQLiteError) { try ledger.connection.run(sql) } catch { throw .sqlite(error) }
    }
}

/// A figure of 2022-06-21.
func figure(_ metric: Metric, _ value: String, unit: String = "项", source: String = "年报") throws(StoreError) -> Figure {
    guard let asOf = Day(year: 2022, month: 6, day: 21), let number = PrintedNumber(value), let unit = FigureUnit(unit)
    else { throw .notATime(text: value) }
    return Figure(
        asOf: asOf, metric: metric, comparison: .equal, value: number, unit: unit, publishedOn: asOf, source: source)
}
