/// When a transaction takes its lock.
package enum TransactionKind: String, Sendable {
    /// With its first statement; a read that turns into a write may then fail at once.
    case deferred = "BEGIN DEFERRED"
    /// At the beginning, for writing.
    case immediate = "BEGIN IMMEDIATE"
}

/// An error of another layer that can carry SQLite's.
package protocol SQLiteErrorCarrier: Error {
    init(_ error: SQLiteError)
}

extension SQLiteError: SQLiteErrorCarrier {
    package init(_ error: SQLiteError) { self = error }
}

extension Connection {
    package func begin(_ kind: TransactionKind) throws(SQLiteError) { try run(kind.rawValue) }
    package func commit() throws(SQLiteError) { try run("COMMIT") }
    package func rollback() throws(SQLiteError) { try run("ROLLBACK") }

    /// Commits what `body` did, or takes it back when `body` or the commit throws.
    ///
    /// The first error is the one thrown, even where SQLite has rolled back by itself or cannot. A closure names its
    /// error: `{ () throws(SQLiteError) in … }`.
    package func transaction<R, E: SQLiteErrorCarrier>(
        _ kind: TransactionKind, _ body: () throws(E) -> R
    ) throws(E) -> R {
        do { try begin(kind) } catch { throw E(error) }
        let result: R
        do { result = try body() } catch {
            takeBack()
            throw error
        }
        do { try commit() } catch {
            takeBack()
            throw E(error)
        }
        return result
    }

    /// SQLite rolls back by itself on some errors (a full disk, for one); then there is nothing left to do.
    private func takeBack() {
        if isInTransaction { try? rollback() }
    }
}
