import SQLite
import Testing

private enum LedgerError: SQLiteErrorCarrier, Equatable {
    case sqlite(SQLiteError)
    case refused

    init(_ error: SQLiteError) { self = .sqlite(error) }
}

@Suite("Transactions")
struct TransactionTests {
    private func venues() throws(SQLiteError) -> Connection {
        let connection = try Connection.inMemory()
        try connection.execute(
            """
            CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE deal(venue_id INTEGER REFERENCES venue(id) DEFERRABLE INITIALLY DEFERRED) STRICT;
            """)
        return connection
    }

    @Test("a body that returns is committed", arguments: [TransactionKind.deferred, .immediate])
    func commits(kind: TransactionKind) throws {
        let connection = try venues()
        let changed = try connection.transaction(kind) { () throws(SQLiteError) in
            #expect(connection.isInTransaction)
            return try connection.run("INSERT INTO venue VALUES (1)")
        }
        #expect(changed == 1 && !connection.isInTransaction)
        #expect(try connection.value("SELECT count(*) FROM venue") == 1)
    }

    @Test("a body that throws is taken back, and its own error is thrown")
    func takesBack() throws {
        let connection = try venues()
        #expect(throws: LedgerError.refused) {
            try connection.transaction(.immediate) { () throws(LedgerError) in
                do throws(SQLiteError) { try connection.run("INSERT INTO venue VALUES (1)") } catch {
                    throw .sqlite(error)
                }
                throw .refused
            }
        }
        #expect(!connection.isInTransaction)
        #expect(try connection.value("SELECT count(*) FROM venue") == 0)
    }

    @Test("a commit that fails takes the body back")
    func failedCommit() throws {
        let connection = try venues()
        let error = try refusal { () throws(SQLiteError) in
            _ = try connection.transaction(.immediate) { () throws(SQLiteError) in
                try connection.run("INSERT INTO deal VALUES (9)")
            }
        }
        #expect(error.isForeignKey && error.sql == "COMMIT")
        #expect(!connection.isInTransaction)
        #expect(try connection.value("SELECT count(*) FROM deal") == 0)
    }

    @Test("the first error is thrown where SQLite has rolled back already")
    func rolledBackAlready() throws {
        let connection = try venues()
        try connection.run("INSERT INTO venue VALUES (1)")
        let error = try refusal { () throws(SQLiteError) in
            _ = try connection.transaction(.immediate) { () throws(SQLiteError) in
                try connection.run("INSERT OR ROLLBACK INTO venue VALUES (1)")
            }
        }
        #expect(error.isUnique)
    }

    @Test("a transaction inside another is refused, in the error of the caller, and the outer one stays")
    func nested() throws {
        let connection = try venues()
        try connection.begin(.deferred)
        var isRefused = false
        do {
            try connection.transaction(.immediate) { () throws(LedgerError) in }
        } catch .sqlite(let error) {
            isRefused = error.message.contains("within a transaction")
        } catch {}
        #expect(isRefused && connection.isInTransaction)
        try connection.rollback()
        _ = try refusal { () throws(SQLiteError) in try connection.commit() }
    }
}
