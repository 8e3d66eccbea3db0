package import Registry
import SQLite
import Spreadsheets

/// What is decided of a review item.
package enum ReviewAnswer: String, Sendable {
    /// What the row says holds: of a conflict or a changed amount the record takes it.
    case accept
    /// The record stays as it is.
    case keep
}

/// What answering did.
package struct Answered: Sendable {
    package let items: [ReviewItem]
    /// Of those, the items whose record took what the row says.
    package let corrected: [Int64]
    package let moved: [Measure: Total]
    /// Nil in a rehearsal.
    package let receipt: Receipt?
}

extension Ledger {
    /// Answers review items as one change, all of them or none.
    ///
    /// - Throws: ``StoreError/cannotAnswer(item:_:)`` and what stands against a correction.
    package func answer(
        _ numbers: [Int64], _ answer: ReviewAnswer, by author: Author
    ) throws(StoreError) -> Answered {
        var items: [ReviewItem] = []
        var corrected: [Int64] = []
        var moved: [Measure: Total] = [:]
        let receipt = try write(by: author) { change throws(StoreError) in
            let known = try reviewItems(only: Set(numbers))
            let found = Dictionary(uniqueKeysWithValues: known.map { ($0.item, $0) })
            let desk = try WriterDesk(change)
            for number in numbers {
                guard let item = found[number] else {
                    throw .cannotAnswer(item: number, .noSuchItem)
                }
                switch item.state {
                case .open: break
                case .superseded: throw .cannotAnswer(item: number, .superseded)
                case .settled: throw .cannotAnswer(item: number, .settled)
                case .accepted, .kept:
                    throw .cannotAnswer(
                        item: number, .answeredAlready(by: item.answer?.actor ?? "", change: item.answer?.number ?? 0))
                }
                if answer == .accept, let record = item.doubt.record, item.doubt.kind != .duplicate {
                    try take(item, record, desk)
                    corrected.append(number)
                }
                try storing { () throws(SQLiteError) in
                    _ = try change.addRow(to: "review_answer", [.integer(number), .text(answer.rawValue)])
                }
                items.append(item)
            }
        } whenSealed: { receipt throws(StoreError) in
            moved = try self.moved(by: receipt.change)
        }
        return Answered(items: items, corrected: corrected, moved: moved, receipt: isRehearsing ? nil : receipt)
    }

    /// Lets a record say what the row says, as the word of the venue that it is.
    private func take(_ item: ReviewItem, _ record: Int64, _ desk: WriterDesk) throws(StoreError) {
        let noun = item.doubt.noun
        var texts: [String: String] = [:]
        var given = noun.fields.map { _ in false }
        for (place, field) in noun.fields.enumerated() {
            guard let theirs = item.doubt.said[field.saidAs]?.theirs else { continue }
            given[place] = true
            switch theirs {
            case .null: break
            case .integer(let fen): texts[field.name] = Amount(fen: fen).yuan
            default: texts[field.name] = theirs.plainText
            }
        }
        let hand = HandWriting(noun, texts)
        try hand.read(in: ReadingContext(today: today, bareUnit: .yuan), isWhole: false)
        let standing = try storing { () throws(SQLiteError) in
            try connection.first(
                noun.belongsToVenue
                    ? "SELECT v.code, r.is_void, r.code FROM \(noun.rawValue) r JOIN venue v ON v.id = r.venue_id WHERE r.id = ?"
                    : "SELECT NULL, is_void, NULL FROM \(noun.rawValue) WHERE id = ?", .integer(record)
            ) { row throws(SQLiteError) in
                (
                    venue: try row.optionalText(at: 0), isVoid: try row.integer(at: 1) == 1,
                    code: try row.optionalText(at: 2)
                )
            }
        }
        guard let standing else { throw .cannotAnswer(item: item.item, .noSuchItem) }
        if let venue = standing.venue, let code = standing.code {
            hand.set("venue", venue)
            hand.set("code", code)
        }
        let writer = try desk.writer(of: noun)
        if standing.isVoid { try requireNamed(item, record) }
        if noun == .deal, item.doubt.said["amount_fen"] != nil {
            try voidAmendments(of: record, item, desk)
        } else if let technical = noun == .deal ? hand.amount(of: "technical_amount") : nil {
            let name = try name(of: noun, record)
            try requireAmendments(of: record, from: technical) { .cannotFollow(noun: noun, name: name, $0) }
        }
        _ = try writer.amend(record, hand.mutableSlots, given: given, from: item.origin, isVoid: standing.isVoid)
    }

    /// What a void record names must still be there for it to count again.
    private func requireNamed(_ item: ReviewItem, _ record: Int64) throws(StoreError) {
        let noun = item.doubt.noun
        for field in noun.fields {
            let target: String? =
                switch field.kind {
                case .venue: "venue"
                case .record(let noun): noun.rawValue
                case .party: "party"
                default: nil
                }
            guard let target else { continue }
            let isVoid = try storing { () throws(SQLiteError) in
                try connection.first(
                    "SELECT 1 FROM \(noun.rawValue) r JOIN \(target) t ON t.id = r.\(field.column) WHERE r.id = ? AND t.is_void = 1",
                    .integer(record)
                ) { _ throws(SQLiteError) in true } ?? false
            }
            if isVoid, item.doubt.said[field.saidAs] == nil {
                throw .cannotAnswer(item: item.item, .namesVoid(field: field.name))
            }
        }
    }

    /// A row tells one amount, of every day: amendments that say another never were. An end stays.
    private func voidAmendments(of deal: Int64, _ item: ReviewItem, _ desk: WriterDesk) throws(StoreError) {
        let events = try storing { () throws(SQLiteError) in try connection.dealEvents(of: deal) }
        for known in events where known.event.kind == .amended {
            try desk.writer(of: .deal).counting(deal) { () throws(SQLiteError) in
                try desk.change.replaceRow(known.row, of: "deal_event", known.event.values(of: deal), isVoid: true)
            }
        }
    }
}
