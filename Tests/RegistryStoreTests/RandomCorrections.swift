import Registry
import RegistryStore
import SQLite
import TestSupport

/// Corrections of every kind, made of records that are there and of days that may be wrong.
struct RandomCorrections {
    let ledger: Ledger
    var dice: Dice
    private(set) var made: [String: Int] = [:]
    private(set) var refused = 0

    init(_ ledger: Ledger, seed: UInt64) {
        self.ledger = ledger
        dice = Dice(seed: seed)
    }

    /// Makes one correction, or has it refused.
    mutating func next() throws {
        do throws(StoreError) {
            let kind = try correct()
            made[kind, default: 0] += 1
        } catch {
            switch error {
            case .cannotFollow, .refused, .voidRecord, .stillNamed, .cannotReview, .nothingTakenBack, .notRevertible,
                .revertedAlready:
                refused += 1
            default: throw error
            }
        }
    }

    private mutating func correct() throws(StoreError) -> String {
        let nouns = [
            Noun.intention, .listing, .deal, .deal, .demand, .registration, .instalment, .payment, .certificate,
            .service,
        ]
        let noun = nouns.randomElement(using: &dice) ?? .deal
        let name = try anyName(of: noun)
        let day = Day(number: Int32.random(in: 18_880...19_110, using: &dice))
        let yuan = "\(Int.random(in: 0...99_999, using: &dice)).\(Int.random(in: 10...99, using: &dice))"
        switch Int.random(in: 0..<18, using: &dice) {
        case 12, 13, 14, 15: return try pay(on: day)
        case 16:
            _ = try ledger.issueCertificate(
                of: try anyName(of: .deal), ["issued_on": "\(day)", "fee": "0"], by: .tester)
            return "certificate"
        case 17:
            _ = try ledger.revokeCertificate(try anyName(of: .certificate), on: day, by: .tester)
            return "revocation"
        case 0, 1:
            _ = try ledger.amend(name, [noun.valuedBy ?? "": yuan], clearing: [], by: .tester)
            return "amount"
        case 2:
            _ = try ledger.amend(
                name, [noun.datedBy ?? "": "\(day)"],
                clearing: [noun == .certificate ? "title" : noun.place(of: "field") == nil ? "note" : "field"],
                by: .tester)
            return "day"
        case 3, 4:
            let amount = Amount(fen: Int64.random(in: 0...1_000_000, using: &dice))
            _ = try ledger.amend(try anyName(of: .deal), to: amount, effectiveOn: day, by: .tester)
            return "amendment"
        case 5:
            _ = try ledger.terminate(try anyName(of: .deal), on: day, by: .tester)
            return "termination"
        case 6:
            let any = (deal: try anyName(of: .deal), day: day)
            let found = try anyEvent()
            let event = found ?? any
            _ = try ledger.voidEvent(of: event.deal, on: event.day, by: .tester)
            return "void event"
        case 7 where noun == .intention || noun == .listing || noun == .deal:
            let target = RecordName(noun: noun, venue: "SZ", code: "M-\(Int.random(in: 1...6, using: &dice))")
            _ = try ledger.move(name, to: target, by: .tester)
            return "move"
        case 8:
            _ = try ledger.void(name, by: .tester)
            return "void"
        case 9:
            let kind = [ListingEvent.Kind.suspended, .resumed, .withdrawn].randomElement(using: &dice) ?? .suspended
            let event = ListingEvent(kind: kind, effectiveOn: day)
            _ = try ledger.record(event, of: try anyName(of: .listing), by: .tester)
            return "listing"
        case 10:
            let region = ["江苏", "上海", "浙江"].randomElement(using: &dice) ?? "上海"
            let venue = RecordName(noun: .venue, venue: nil, code: Bool.random(using: &dice) ? "SH" : "SZ")
            _ = try ledger.amend(venue, ["region": region], clearing: [], by: .tester)
            return "venue"
        default:
            let newest = try ledger.newestMoment()?.change ?? 1
            _ = try ledger.revert(Int64.random(in: max(2, newest - 12)...newest, using: &dice), by: .tester)
            return "revert"
        }
    }

    /// A payment for any deal, of the price mostly the whole or the half of it, so that some deals are settled.
    private mutating func pay(on day: Day) throws(StoreError) -> String {
        let deal = try anyName(of: .deal)
        let account = try ledger.settlement(of: deal, from: Viewpoint())
        let isOut = Bool.random(using: &dice)
        let kind = ["price", "price", "price", "refund", "royalty", "deposit"].randomElement(using: &dice) ?? "price"
        let fen = isOut ? account.balance.held(.price) : account.outstanding
        let yuan = Amount(fen: max(1, fen / Int64.random(in: 1...2, using: &dice))).yuan
        _ = try ledger.add(
            .payment,
            [
                "deal": "\(deal)", "kind": kind, "direction": isOut ? "out" : "in", "amount": yuan, "paid_on": "\(day)",
            ], by: .tester)
        return isOut ? "paid out" : "paid in"
    }

    private mutating func anyName(of noun: Noun) throws(StoreError) -> RecordName {
        let rows = try read(
            "SELECT v.code, r.code FROM \(noun.rawValue) r JOIN venue v ON v.id = r.venue_id ORDER BY r.id")
        guard let row = rows.randomElement(using: &dice), case .text(let venue) = row[0], case .text(let code) = row[1]
        else { throw .unknownRecord(noun: noun, name: "any") }
        return RecordName(noun: noun, venue: venue, code: code)
    }

    private mutating func anyEvent() throws(StoreError) -> (deal: RecordName, day: Day)? {
        let rows = try read(
            """
            SELECT v.code, d.code, e.effective_on FROM deal_event e JOIN deal d ON d.id = e.deal_id
            JOIN venue v ON v.id = d.venue_id WHERE e.is_void = 0 AND d.is_void = 0 ORDER BY e.id
            """)
        guard let row = rows.randomElement(using: &dice), case .text(let venue) = row[0], case .text(let code) = row[1],
            case .text(let text) = row[2], let day = text.withBytes({ bytes in try? Day.read(bytes) })
        else { return nil }
        return (RecordName(noun: .deal, venue: venue, code: code), day)
    }

    private func read(_ sql: String) throws(StoreError) -> [[Value]] {
        do throws(SQLiteError) { return try ledger.connection.rows(sql) } catch { throw .sqlite(error) }
    }
}
