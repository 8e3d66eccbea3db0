import Registry
import RegistryStore
import SQLite
import TestSupport

/// A registry in a folder of a test's own in which many small changes of every kind were made by hand, at random.
final class BusyRegistry {
    let ledger: Ledger
    private let folder: TestFolder
    private var dice: Dice
    private var names: [RecordName] = []
    static let author = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "test --reason", reason: "as told")

    /// - Parameter changes: how many are tried; some of them are refused, as they should be.
    init(seed: UInt64, changes: Int) throws {
        folder = try TestFolder()
        dice = Dice(seed: seed)
        let path = folder.file("exchange.registry")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: Self.author)
        ledger = try Ledger(at: path, for: .readWrite)
        for (code, network) in [("SH", "core"), ("SZ", "core"), ("KY", "service")] {
            try add(.venue, ["code": code, "name": "\(code)交易所", "network": network, "joined_on": "2020-01-02"])
        }
        for number in 0..<changes { try changeAtRandom(number) }
    }

    private func changeAtRandom(_ number: Int) throws {
        do throws(StoreError) {
            switch Int.random(in: 0..<10, using: &dice) {
            case 0...3: try addAtRandom(number)
            case 4: if let name = pick() { _ = try ledger.void(name, by: Self.author) }
            case 5:
                let newest = try ledger.newestMoment()?.change ?? 2
                _ = try ledger.revert(Int64.random(in: 2...newest, using: &dice), by: Self.author)
            default: try correctAtRandom()
            }
        } catch {
            // What cannot follow is refused; anything else is no refusal.
            if case .sqlite = error { throw error }
        }
    }

    private func correctAtRandom() throws(StoreError) {
        guard let name = pick() else { return }
        let yuan = "\(Int.random(in: 0...9_999_999, using: &dice))"
        let (amount, date) = (Amount(fen: Int64.random(in: 0...900_000_000, using: &dice)), self.date())
        switch (name.noun, Int.random(in: 0..<5, using: &dice)) {
        case (.deal, 0): _ = try ledger.amend(name, to: amount, effectiveOn: date, by: Self.author)
        case (.deal, 1): _ = try ledger.terminate(name, on: date, by: Self.author)
        case (.deal, 2), (.listing, 2): _ = try ledger.voidEvent(of: name, on: date, by: Self.author)
        case (.listing, 0):
            _ = try ledger.record(ListingEvent(kind: .withdrawn, effectiveOn: date), of: name, by: Self.author)
        case (.deal, 3), (.intention, 0):
            let target = RecordName(noun: name.noun, venue: "SZ", code: "M-\(Int.random(in: 0...99, using: &dice))")
            _ = try ledger.move(name, to: target, by: Self.author)
            names.append(target)
        case (.venue, _):
            let network = ["core", "service"].randomElement(using: &dice) ?? "core"
            let texts = ["network": network, "region": "省\(Int.random(in: 0...2, using: &dice))"]
            _ = try ledger.amend(name, texts, clearing: [], by: Self.author)
        case (.deal, _), (.intention, _):
            _ = try ledger.amend(name, ["amount": yuan], clearing: [], by: Self.author)
        case (.registration, 0):
            _ = try ledger.amend(name, ["cancelled_on": "\(date)"], clearing: [], by: Self.author)
        case (.registration, _): _ = try ledger.amend(name, ["amount": yuan], clearing: [], by: Self.author)
        case (.instalment, _), (.payment, 0):
            _ = try ledger.amend(name, ["amount": yuan], clearing: [], by: Self.author)
        case (.payment, _):
            _ = try ledger.amend(name, ["paid_on": "\(date)"], clearing: [], by: Self.author)
        case (.certificate, _): _ = try ledger.revokeCertificate(name, on: date, by: Self.author)
        case (.service, 0): _ = try ledger.amend(name, ["closed_on": "\(date)"], clearing: [], by: Self.author)
        case (.service, 1): _ = try ledger.amend(name, ["kind": "training"], clearing: [], by: Self.author)
        case (.service, _): _ = try ledger.amend(name, ["amount": yuan], clearing: [], by: Self.author)
        case (.demand, _): _ = try ledger.amend(name, ["budget": yuan], clearing: [], by: Self.author)
        case (.listing, _): _ = try ledger.amend(name, ["asking_price": yuan], clearing: [], by: Self.author)
        case (.party, _): break
        }
        let parties = (0..<2).map { _ in
            RecordName(noun: .party, venue: nil, code: "买方\(Int.random(in: 0...9, using: &dice))")
        }
        if Int.random(in: 0..<4, using: &dice) == 0 {
            _ = try ledger.merge(parties[0], into: parties[1], by: Self.author)
        }
    }

    private func pick() -> RecordName? { names.randomElement(using: &dice) }

    /// What becomes of a record mostly comes after it, and the days are few, so that a correction often meets one.
    private func date() -> Day { Day(number: Int32.random(in: 18_915...18_935, using: &dice)) }
    private func day() -> String { "\(Day(number: Int32.random(in: 18_900...18_920, using: &dice)))" }

    private func addAtRandom(_ number: Int) throws(StoreError) {
        let venue = ["SH", "SZ", "KY"].randomElement(using: &dice) ?? "SH"
        let yuan = "\(Int.random(in: 0...9_999_999, using: &dice)).\(Int.random(in: 10...99, using: &dice))"
        let party = "买方\(Int.random(in: 0...9, using: &dice))"
        switch Int.random(in: 0..<12, using: &dice) {
        case 7: try addPayments()
        case 8, 9: try addServices(venue, number)
        case 5:
            try add(
                .demand, ["venue": venue, "code": "N-\(number)", "title": "需求", "budget": yuan, "posted_on": day()])
        case 6:
            try add(
                .registration,
                [
                    "venue": venue, "code": String(21_310_101_000_001 + number), "kind": "transfer", "amount": yuan,
                    "registered_on": "2021-10-01", "seller": party,
                ])
        case 0:
            try add(
                .intention,
                [
                    "venue": venue, "code": "I-\(number)", "title": "意向", "amount": yuan, "received_on": day(),
                    "owner": party,
                ])
        case 1:
            try add(
                .listing,
                [
                    "venue": venue, "code": "L-\(number)", "title": "成果", "asking_price": yuan, "listed_on": day(),
                    "owner": party,
                ])
        default:
            try add(
                .deal,
                [
                    "venue": venue, "code": "D-\(number)", "amount": yuan, "signed_on": day(), "kind": "transfer",
                    "buyer": party,
                ])
        }
    }

    /// The price of a deal, or a half of it, into the account and on to the seller; what comes before a deal is refused.
    private func addPayments() throws(StoreError) {
        guard let deal = names.filter({ $0.noun == .deal }).randomElement(using: &dice) else { return }
        let agreed = try ledger.settlement(of: deal, from: Viewpoint()).agreed
        let yuan = Amount(fen: max(1, agreed / Int64.random(in: 1...2, using: &dice))).yuan
        try add(.instalment, ["deal": "\(deal)", "kind": "price", "amount": yuan, "due_on": day()])
        for direction in ["in", "out"] {
            try add(
                .payment,
                [
                    "deal": "\(deal)", "kind": "price", "direction": direction, "amount": yuan, "paid_on": "\(date())",
                ])
        }
        let issued = try ledger.issueCertificate(
            of: deal, ["issued_on": "\(date())", "fee": "0", "seller_agent": "买方1"], by: Self.author)
        names.append(issued.name)
    }

    /// A programme, a loan drawn of it, what became of the loan, and a service point.
    private func addServices(_ venue: String, _ number: Int) throws(StoreError) {
        let yuan = "\(Int.random(in: 1...9_999_999, using: &dice))"
        let parents = ["programme": "", "loan": "programme", "renewal": "loan", "service_point": ""]
        let days = parents.map { _ in day() }.sorted()
        for (kind, day) in zip(["programme", "loan", "renewal", "service_point"], days) {
            var texts = [
                "venue": venue, "code": "\(kind)-\(number)", "kind": kind, "title": "服务", "provider": "银行",
                "customer": "买方1", "amount": yuan, "started_on": day,
            ]
            if let parent = parents[kind], !parent.isEmpty { texts["service"] = "\(parent)-\(number)" }
            try add(.service, texts)
        }
    }

    private func add(_ noun: Noun, _ texts: [String: String]) throws(StoreError) {
        names.append(try ledger.add(noun, texts, by: Self.author).name)
    }
}
