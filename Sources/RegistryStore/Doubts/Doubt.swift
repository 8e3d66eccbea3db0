package import Registry
import SQLite
import Spreadsheets

/// Something in a file that a person has to decide, as an import finds it.
package struct Doubt: Hashable, Sendable {
    package typealias Kind = ReviewKind

    package let kind: Kind
    package let noun: Noun
    /// Nil where it is about the whole file.
    package let record: Int64?
    /// The record that it may be the same as.
    package let other: Int64?
    package let said: Said
    /// Of a conflict as it is found; it is not kept.
    package let against: Against

    package init(
        _ kind: Kind, _ noun: Noun, record: Int64?, other: Int64? = nil, _ said: Said, against: Against = .hand
    ) {
        (self.kind, self.noun, self.record, self.other, self.said) = (kind, noun, record, other, said)
        self.against = against
    }

    /// What a row conflicts with.
    package enum Against: Sendable {
        /// What somebody typed.
        case hand
        /// An amendment: it gives another amount and does not say since when.
        case amendment
        /// What became of the record since, as the venue's own files told it, or what else they say of it.
        case course
    }

    /// A record, or a pair of them: of doubts about the same only the newest is to be decided.
    struct Subject: Hashable {
        let noun: Noun
        let record: Int64
        let other: Int64?
    }

    /// Nil where it is about the whole file.
    var subject: Subject? { record.map { Subject(noun: noun, record: $0, other: other) } }
}

/// What is known of a doubt that an import has.
package enum DoubtStanding: Hashable, Sendable {
    /// Nobody was asked before.
    case new(item: Int64)
    /// The same was found before, and waits for an answer.
    case open(item: Int64)
    /// The same was answered, and stays so while its row says the same.
    case answered(item: Int64)
}

/// Keeps the doubts of an import as review items: what says the same of the same record is kept once, however many files
/// bring it.
package final class DoubtBook {
    private struct Known {
        let item: Int64
        let said: Said
        let isAnswered: Bool
    }

    private let change: Change
    /// The newest item of each subject; nil until one is asked for.
    private var known: [Doubt.Subject: Known]?
    /// Items that this import made, and those that still wait.
    package private(set) var new: Int64 = 0
    package private(set) var open: Int64 = 0
    package var total: Int64 { new + open }
    /// Of both, by kind.
    package private(set) var counts: [Doubt.Kind: Int64] = [:]

    package init(_ change: Change) { self.change = change }

    @discardableResult
    package func take(_ doubt: Doubt, from origin: Origin) throws(StoreError) -> DoubtStanding {
        if let subject = doubt.subject, let before = try before(subject), doubt.said.isSaid(by: before.said) {
            guard !before.isAnswered else { return .answered(item: before.item) }
            open += 1
            counts[doubt.kind, default: 0] += 1
            return .open(item: before.item)
        }
        let item = try storing { () throws(SQLiteError) in
            try change.addRow(
                to: "review_item",
                [
                    .text(doubt.kind.rawValue), .text(doubt.noun.rawValue), Value(doubt.record), Value(doubt.other),
                    .text(doubt.said.json), Value(origin.file), Value(origin.row), Value(origin.offset),
                ])
        }
        new += 1
        counts[doubt.kind, default: 0] += 1
        if let subject = doubt.subject { known?[subject] = Known(item: item, said: doubt.said, isAnswered: false) }
        return .new(item: item)
    }

    private func before(_ subject: Doubt.Subject) throws(StoreError) -> Known? {
        if let known { return known[subject] }
        let read = try storing { () throws(SQLiteError) in
            var read: [Doubt.Subject: Known] = [:]
            let undone = try change.connection.undoneChanges()
            let answered = try change.connection.answers(without: undone)
            try change.connection.forEach(
                "SELECT id, noun, record_id, other_id, said, change_id FROM review_item WHERE record_id IS NOT NULL"
            ) { row throws(SQLiteError) in
                guard let noun = Noun(rawValue: try row.text(at: 1)), !undone.contains(try row.integer(at: 5)),
                    let said = try? Said(json: try row.text(at: 4))
                else { return true }
                let item = try row.integer(at: 0)
                let subject = Doubt.Subject(
                    noun: noun, record: try row.integer(at: 2), other: try row.optionalInteger(at: 3))
                read[subject] = Known(item: item, said: said, isAnswered: answered[item] != nil)
                return true
            }
            return read
        }
        known = read
        return read[subject]
    }
}

extension Connection {
    /// The answers that stand, by the item that they answer: the newest of each.
    func answers(without undone: Set<Int64>) throws(SQLiteError) -> [Int64: (answer: String, change: Int64)] {
        var answers: [Int64: (answer: String, change: Int64)] = [:]
        try forEach("SELECT item_id, answer, change_id FROM review_answer ORDER BY id") { row throws(SQLiteError) in
            let change = try row.integer(at: 2)
            if !undone.contains(change) { answers[try row.integer(at: 0)] = (try row.text(at: 1), change) }
            return true
        }
        return answers
    }
}
