package import Registry
import SQLite

/// What became of the records of a change that another took back.
package struct Reversal: Sendable {
    /// Rows of one kind that were taken back.
    package struct TakenBack: Hashable, Sendable {
        package let table: String
        /// Void again, as before the change; else given back the version that the change replaced.
        package let isVoided: Bool
        package let rows: Int64
    }

    /// Rows kept beside the records: review items, answers, profiles, days of the calendar.
    package struct Beside: Hashable, Sendable {
        package let table: String
        package let rows: Int64
    }

    /// Why a row stays as it is.
    package enum Obstacle: Int64, CaseIterable, Sendable {
        /// Another version, or an event, was recorded since, and counts.
        case correctedSince = 1
        /// Records that count name it.
        case named
        /// Its version of before names a record that is void.
        case namesVoid
        /// Its name of before belongs to another record now.
        case nameTaken
        /// A deal and its listing would be of different venues.
        case venuesDiffer
        /// Who takes back would be the second pair of eyes on a change of their own.
        case ownChange
        /// The technical part of a deal's price would be more than what it was amended to.
        case aboveAmended
        /// A service would not agree with what it names, or with what names it.
        case untied
        /// A certificate in force whose number was given out: it is revoked instead.
        case issued
    }

    /// A row that stays as it is.
    package struct Kept: Sendable {
        package let table: String
        /// As on the command line: `SH/D-2022-0001`; of an event that of its record.
        package let name: String
        package let obstacle: Obstacle
        /// The change that made its present version.
        package let lastChange: Int64
    }

    package internal(set) var takenBack: [TakenBack] = []
    /// Of those beside the records, the rows that count no more, and those that count again.
    package internal(set) var setAside: [Beside] = []
    package internal(set) var givenBack: [Beside] = []
    /// The first few of those that stay.
    package internal(set) var kept: [Kept] = []
    package internal(set) var keptCount: Int64 = 0
    /// Of those, parties that a record made by the way and that others name by now: no harm in them.
    package internal(set) var partiesStillNamed: Int64 = 0
    /// What it did to each measure, over all days.
    package internal(set) var moved: [Measure: Total] = [:]
    /// Nil in a rehearsal.
    package internal(set) var receipt: Receipt?

    /// Whether nothing stays that should have gone.
    package var isWhole: Bool { keptCount == partiesStillNamed }
}

extension Ledger {
    /// Takes back what a change recorded, as a change of its own: its new records are void, those that it corrected have
    /// their version of before, and what it said became of them is void too. Later corrections stay.
    ///
    /// - Parameter wholly: whether to refuse where a part could not be taken back.
    /// - Throws: ``StoreError/noSuchChange(number:newest:)``, ``StoreError/openChange(number:)``,
    ///   ``StoreError/notRevertible(change:)``, ``StoreError/revertedAlready(change:by:)``, and ``StoreError/nothingTakenBack(change:kept:count:)`` where nothing is left
    ///   to take back, or not all of it where that was asked.
    package func revert(_ number: Int64, wholly: Bool = false, by author: Author) throws(StoreError) -> Reversal {
        _ = try moment(ofChange: number)
        var reversal = Reversal()
        var failure: StoreError?
        let receipt = try write(by: author) { change throws(StoreError) in
            let reverting = try Reverting(number, in: change, of: self)
            if let other = try standingReversal(of: number) { throw .revertedAlready(change: number, by: other) }
            reversal = try reverting.run()
            let isOnlyBeside = reverting.tables.isEmpty
            if reversal.takenBack.isEmpty && !isOnlyBeside || wholly && !reversal.isWhole {
                failure = .nothingTakenBack(change: number, kept: reversal.kept, count: reversal.keptCount)
            }
            if let failure { throw failure }
        } whenSealed: { receipt throws(StoreError) in
            reversal.moved = try moved(by: receipt.change)
        }
        reversal.receipt = isRehearsing ? nil : receipt
        return reversal
    }

    /// Whether a change is not taken back, or was given back by the reversal of its reversal.
    ///
    /// - Parameter last: the newest change that counts.
    package func stands(_ change: Int64, asOf last: Int64 = .max) throws(StoreError) -> Bool {
        try standingReversal(of: change, asOf: last) == nil
    }

    /// The change that another one took back; nil for one that took back none.
    func takenBack(by change: Int64) throws(StoreError) -> Int64? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT reverted_change_id FROM reversal WHERE change_id = ?", .integer(change)) {
                row throws(SQLiteError) in try row.integer(at: 0)
            }
        }
    }

    /// The change by which another one is taken back now.
    private func standingReversal(of change: Int64, asOf last: Int64 = .max) throws(StoreError) -> Int64? {
        let reversals = try storing { () throws(SQLiteError) in
            try connection.query(
                "SELECT change_id FROM reversal WHERE reverted_change_id = ? AND change_id <= ?", .integer(change),
                .integer(last)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
        for reversal in reversals where try stands(reversal, asOf: last) { return reversal }
        return nil
    }
}

extension Connection {
    /// The changes that say nothing of their own any more: those that are taken back, and those that took back.
    ///
    /// - Parameter last: the newest change that counts.
    func undoneChanges(asOf last: Int64 = .max) throws(SQLiteError) -> Set<Int64> {
        var (reversals, takenBack) = (Set<Int64>(), Set<Int64>())
        // A reversal is newer than what it takes back: what became of it is known before it is looked at.
        try forEach(
            "SELECT change_id, reverted_change_id FROM reversal WHERE change_id <= ? ORDER BY change_id DESC",
            .integer(last)
        ) {
            row throws(SQLiteError) in
            let reversal = try row.integer(at: 0)
            reversals.insert(reversal)
            if !takenBack.contains(reversal) { takenBack.insert(try row.integer(at: 1)) }
            return true
        }
        return reversals.union(takenBack)
    }

    /// Whether a void row is void only because the change that made it was taken back: to a file that names it again it is
    /// as if it never was.
    func isVoidByReversal(_ id: Int64, in table: String) throws(SQLiteError) -> Bool {
        let byHand = "is_void = 1 AND change_id NOT IN (SELECT change_id FROM reversal)"
        return try first(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM \(table) WHERE id = ?1 AND \(byHand))
              OR EXISTS (SELECT 1 FROM \(table)_history WHERE id = ?1 AND \(byHand))
            """, .integer(id)
        ) { _ throws(SQLiteError) in true } == nil
    }

    /// The least id of a row that was first recorded after a change; one above the greatest where there is none. Ids are
    /// given in the order of changes, so that it is found by halving.
    func firstID(in table: String, after change: Int64) throws(SQLiteError) -> Int64 {
        let newest = try first("SELECT coalesce(max(id), 0) FROM \(table)") { row throws(SQLiteError) in
            try row.integer(at: 0)
        }
        var (before, after) = (0 as Int64, (newest ?? 0) + 1)
        let maker = try prepare(
            """
            SELECT coalesce((SELECT min(change_id) FROM \(table)_history WHERE id = ?1),
              (SELECT change_id FROM \(table) WHERE id = ?1), 0)
            """)
        while after - before > 1 {
            let middle = (before + after) / 2
            maker.reset()
            try maker.bind(middle, at: 1)
            if try maker.step(), try maker.integer(at: 0) <= change { before = middle } else { after = middle }
        }
        return after
    }
}
