package import Registry
import SQLite

/// A record that was added by hand.
package struct AddedRecord: Sendable {
    package let name: RecordName
    /// Nil in a rehearsal.
    package let receipt: Receipt?
    package let amount: Amount?
    /// The day from which on it counts or, of one that does not count yet, is there; with its field.
    package let day: (field: String, day: Day)?
    /// Parties that were made because the record named them, each with the known name nearest to it.
    package let madeParties: [(name: String, nearest: String?)]
}

extension Ledger {
    /// Adds one record from the texts of its fields, by field name; a code left out is given.
    ///
    /// - Throws: ``StoreError/refused(_:)`` with everything that is wrong, each under its field.
    package func add(_ noun: Noun, _ texts: [String: String], by author: Author) throws(StoreError) -> AddedRecord {
        let texts = Self.withCodesOfSameVenue(noun, texts)
        let hand = HandWriting(noun, texts)
        try hand.read(in: ReadingContext(today: today, bareUnit: .yuan))
        var name = RecordName(noun: noun, venue: texts["venue"], code: texts["code"] ?? texts["name"] ?? "")
        var made: [(name: String, nearest: String?)] = []
        let receipt = try write(by: author) { change throws(StoreError) in
            let desk = try WriterDesk(change)
            let writer = try desk.writer(of: noun)
            if let venue = hand.text(of: "venue"), noun.belongsToVenue {
                let venue = try desk.directory.venue(venue)
                if hand.text(of: "code") == nil {
                    let prefix = Self.codePrefix(noun, of: hand, on: hand.day(of: noun.datedBy) ?? today)
                    hand.set("code", try freeCode(noun, venue: venue, after: prefix))
                }
                name = RecordName(noun: noun, venue: venue.code, code: hand.text(of: "code") ?? "")
            } else {
                name = RecordName(noun: noun, venue: nil, code: hand.text(of: noun == .party ? "name" : "code") ?? "")
            }
            if let found = try find(name) {
                let refusal: Refusal =
                    if let now = found.movedTo {
                        .codeTakenByMoved("\(name)", now: "\(now)")
                    } else {
                        found.isVoid ? .codeTakenByVoid("\(name)") : .codeTaken("\(name)")
                    }
                throw .refused([FieldRefusal(field: noun == .party ? "name" : "code", refusal)])
            }
            guard try writer.add(hand.slots, from: .hand) != nil else {
                throw .refused([FieldRefusal(field: "code", .codeTaken("\(name)"))])
            }
            for party in desk.madeNames { made.append((party, try nearestParty(to: party))) }
            if noun == .party { made = [(name.code, try nearestParty(to: name.code))] }
        }
        return AddedRecord(
            name: name, receipt: isRehearsing ? nil : receipt, amount: hand.amount(of: noun.valuedBy),
            day: hand.dating(noun), madeParties: made)
    }

    /// A listing may be named as it is printed, `SH/L-2021-0001`, by a record of that venue; a deal likewise.
    private static func withCodesOfSameVenue(_ noun: Noun, _ texts: [String: String]) -> [String: String] {
        var texts = texts
        // What is of a deal's settlement is of the deal's venue: `--deal SH/D-1` tells both.
        if noun.isOfSettlement, texts["venue"] == nil, let deal = texts["deal"], let slash = deal.firstIndex(of: "/") {
            texts["venue"] = String(deal[..<slash])
        }
        guard let venue = texts["venue"] else { return texts }
        for field in noun.fields {
            guard case .record = field.kind, let name = texts[field.name], name.hasPrefix("\(venue)/") else { continue }
            texts[field.name] = String(name.dropFirst(venue.count + 1))
        }
        return texts
    }

    /// What a given code begins with: `D-2022-`, and of a deal's settlement `D-2022-0001-P`.
    static func codePrefix(_ noun: Noun, of hand: HandWriting, on day: Day) -> String {
        if noun.isOfSettlement, let deal = hand.text(of: "deal") { return "\(deal)-\(noun.codeLetter)" }
        return "\(noun.codeLetter)-\(day.parts.year)-"
    }

    /// A code that no record of the venue has: the number after those in use.
    func freeCode(_ noun: Noun, venue: VenueRecord, after prefix: String) throws(StoreError) -> String {
        func code(_ number: Int) -> String {
            let digits = String(number)
            let zeros = noun.isOfSettlement ? 0 : max(0, 4 - digits.count)
            return prefix + String(repeating: "0", count: zeros) + digits
        }
        func isTaken(_ number: Int) throws(StoreError) -> Bool {
            try find(RecordName(noun: noun, venue: venue.code, code: code(number))) != nil
        }
        // Numbers are given one after the other, so the first free one is found by doubling and halving.
        var (taken, free) = (0, 1)
        while try isTaken(free) { (taken, free) = (free, free * 2) }
        while free - taken > 1 {
            let middle = (taken + free) / 2
            if try isTaken(middle) { taken = middle } else { free = middle }
        }
        return code(free)
    }

    /// The known name nearest to a new one, among those that begin with the same two characters.
    private func nearestParty(to name: String) throws(StoreError) -> String? {
        let matched = PartyName.matched(name)
        let prefix = String(matched.prefix(2))
        guard let last = prefix.unicodeScalars.last, let after = Unicode.Scalar(last.value + 1) else { return nil }
        let end = String(prefix.unicodeScalars.dropLast().map(Character.init)) + String(Character(after))
        let candidates = try storing { () throws(SQLiteError) in
            try connection.query(
                "SELECT match_name FROM party WHERE match_name >= ? AND match_name < ? AND is_void = 0 LIMIT 5000",
                .text(prefix), .text(end)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
        }
        return PartyName.nearest(to: matched, among: candidates)
    }
}

/// A record as it was typed: its texts stay in one place while its slots point at them.
final class HandWriting {
    private let noun: Noun
    private let fields: [Field]
    private var texts: [UnsafeMutableBufferPointer<UInt8>] = []
    private let values: UnsafeMutableBufferPointer<Slot>
    private let given: [String: String]

    init(_ noun: Noun, _ given: [String: String]) {
        self.noun = noun
        self.given = given
        fields = noun.fields
        values = .allocate(capacity: fields.count)
        values.initialize(repeating: .null)
    }

    deinit {
        for text in texts { text.deallocate() }
        values.deallocate()
    }

    var slots: UnsafeBufferPointer<Slot> { UnsafeBufferPointer(values) }
    var mutableSlots: UnsafeMutableBufferPointer<Slot> { values }

    /// - Parameter isWhole: whether it is a whole record, which must have all that is required.
    func read(in context: ReadingContext, isWhole: Bool = true) throws(StoreError) {
        var refusals: [FieldRefusal] = []
        for (place, field) in fields.enumerated() {
            // A code left out is given later.
            guard let text = given[field.name] else {
                if isWhole, field.isRequired, field.name != "code" || !noun.givesCodes {
                    refusals.append(FieldRefusal(field: field.name, .missing(field: field.name)))
                }
                continue
            }
            do throws(Refusal) {
                values[place] = try field.read(kept(text), in: context)
            } catch {
                refusals.append(FieldRefusal(field: field.name, error))
            }
        }
        if isWhole, refusals.isEmpty, let found = noun.refusal(of: slots) {
            refusals.append(FieldRefusal(field: fields[found.field].name, found.refusal))
        }
        if noun == .venue, let code = text(of: "code"), code.contains("/") {
            refusals.append(FieldRefusal(field: "code", .slashInVenue(code)))
        }
        guard refusals.isEmpty else { throw .refused(refusals) }
    }

    func set(_ name: String, _ text: String) {
        values[noun.knownPlace(of: name)] = .text(kept(text))
    }

    func text(of name: String) -> String? { noun.place(of: name).flatMap { values[$0].text?.text } }
    func day(of name: String?) -> Day? { name.flatMap(noun.place).flatMap { values[$0].day } }
    func dating(_ noun: Noun) -> (field: String, day: Day)? {
        for field in noun.begunBy.reversed() {
            if let day = day(of: field) { return (field, day) }
        }
        return nil
    }
    func amount(of name: String?) -> Amount? { name.flatMap(noun.place).flatMap { values[$0].amount } }

    private func kept(_ text: String) -> Bytes {
        let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = room.initialize(from: text.utf8)
        texts.append(room)
        return Bytes(room)
    }
}
