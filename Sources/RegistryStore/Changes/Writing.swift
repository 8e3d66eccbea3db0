import SQLite

extension Ledger {
    /// Runs `body` as one change: its rows, its totals and its seal commit together, or nothing does.
    ///
    /// - Parameter whenSealed: the last words before the commit, with the new totals in place.
    /// - Returns: what the change left, or nil where `body` recorded nothing: then there is no change either.
    package func write(
        by author: Author, _ body: (Change) throws(StoreError) -> Void,
        whenSealed: (Receipt) throws(StoreError) -> Void = { _ throws(StoreError) in }
    ) throws(StoreError) -> Receipt? {
        try begin()
        do throws(StoreError) {
            let change = try Change.open(on: connection, by: author)
            change.keepsHistoryItself = isBulk
            defer { change.desks = [] }
            try body(change)
            try change.finishDesks()
            guard !change.isEmpty else {
                takeBack()
                return nil
            }
            let receipt = try change.seal()
            try whenSealed(receipt)
            try finish()
            return receipt
        } catch {
            takeBack()
            throw error
        }
    }

    /// Runs `body` with everything it writes visible to itself and taken back at the end (`--dry-run`).
    ///
    /// The write lock is taken with the first change, as without a rehearsal: a file is read before it, beside other
    /// writers. Until then nothing can be written through this connection.
    package func rehearse<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try storing { () throws(SQLiteError) in try connection.setQueryOnly(true) }
        isRehearsing = true
        defer {
            isRehearsing = false
            if connection.isInTransaction { try? connection.rollback() }
            try? connection.setQueryOnly(false)
        }
        return try body()
    }

    /// Runs `body` while no other writer can write, though it writes nothing into the registry itself.
    package func holdingLock<Result>(_ body: () throws(StoreError) -> Result) throws(StoreError) -> Result {
        try storing { () throws(SQLiteError) in try connection.begin(.immediate) }
        defer { takeBack() }
        return try body()
    }

    /// Makes this connection ready to record many rows: triggers, foreign keys and checks off, since the writers keep
    /// the history, the readers of cells check the values and the change its references; and a larger page cache.
    package func prepareForManyRows() throws(StoreError) {
        try storing { () throws(SQLiteError) in
            try connection.setTriggers(enabled: false)
            try connection.setForeignKeys(enabled: false)
            try connection.setCacheSize(kibibytes: 24 << 10)
            // Every value was read by the same rules as the checks hold, which alone would take a third of the time.
            try connection.execute("PRAGMA ignore_check_constraints = ON")
        }
        Library.keepNoLargeBlocks()
        isBulk = true
    }

    /// After many rows: the log goes back into the file and the planner learns the new sizes.
    ///
    /// What was recorded stands whatever becomes of this. Readers may hold the log back, or a disk be too full for it: then
    /// the next writer's checkpoint takes it.
    package func settle() {
        // Nobody waits for this: with a busy handler the checkpoint would hold up writers until every reader is gone.
        try? connection.setBusyTimeout(milliseconds: 0)
        try? connection.execute("PRAGMA analysis_limit = 400; PRAGMA optimize")
        try? connection.walCheckpointTruncate()
    }

    private func begin() throws(StoreError) {
        try storing { () throws(SQLiteError) in
            guard isRehearsing else { return try connection.begin(.immediate) }
            if !connection.isInTransaction {
                try connection.setQueryOnly(false)
                try connection.begin(.immediate)
            }
            try connection.execute("SAVEPOINT one_change")
        }
    }

    private func finish() throws(StoreError) {
        try storing { () throws(SQLiteError) in
            if isRehearsing { try connection.execute("RELEASE one_change") } else { try connection.commit() }
        }
    }

    /// SQLite has rolled back by itself on some errors, a full disk for one.
    private func takeBack() {
        guard connection.isInTransaction else { return }
        if isRehearsing {
            try? connection.execute("ROLLBACK TO one_change; RELEASE one_change")
        } else {
            try? connection.rollback()
        }
    }
}
