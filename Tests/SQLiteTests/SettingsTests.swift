import Glibc
import SQLite
import TestSupport
import Testing

@Suite("Settings")
struct SettingsTests {
    @Test(
        "a hostile or careless statement is refused",
        arguments: [
            ("INSERT INTO sqlite_schema VALUES ('table', 'a', 'a', 0, '')", "may not be modified"),
            ("SELECT \"no such column\"", "no such column: no such column"),
            ("CREATE INDEX venue_code ON venue(\"missing\")", "no such column: missing"),
        ])
    func defended(sql: String, message: String) throws {
        let connection = try Connection.inMemory()
        try connection.execute("CREATE TABLE venue(code TEXT) STRICT; PRAGMA writable_schema = ON")
        let error = try refusal { () throws(SQLiteError) in try connection.run(sql) }
        #expect(error.message.contains(message))
    }

    @Test(
        "the defences are on when a connection opens",
        arguments: [("foreign_keys", 1), ("trusted_schema", 0), ("cell_size_check", 1), ("writable_schema", 0)])
    func settings(name: String, value: Int64) throws {
        #expect(try Connection.inMemory().pragmaInteger(name) == value)
    }

    @Test(
        "a name that is no pragma is refused", arguments: ["", "no_such_pragma", "user_version = 3", "a;b", "encoding"])
    func noPragma(name: String) throws {
        let connection = try Connection.inMemory()
        _ = try refusal { () throws(SQLiteError) in _ = try connection.pragmaInteger(name) }
        #expect(try connection.pragmaInteger("user_version") == 0)
    }

    @Test("triggers and foreign keys can be switched off and on")
    func switches() throws {
        let connection = try Connection.inMemory()
        try connection.execute(
            """
            CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT;
            CREATE TABLE deal(venue_id INTEGER REFERENCES venue(id)) STRICT;
            CREATE TRIGGER no_delete BEFORE DELETE ON deal BEGIN SELECT RAISE(ABORT, 'no'); END;
            """)
        try connection.setForeignKeys(enabled: false)
        try connection.run("INSERT INTO deal VALUES (?)", 9)
        try connection.setForeignKeys(enabled: true)
        let orphan = try refusal { () throws(SQLiteError) in try connection.run("INSERT INTO deal VALUES (?)", 9) }
        #expect(orphan.isForeignKey)
        let kept = try refusal { () throws(SQLiteError) in try connection.run("DELETE FROM deal") }
        #expect(kept.isTrigger)
        try connection.setTriggers(enabled: false)
        #expect(try connection.run("DELETE FROM deal") == 1)
        try connection.setTriggers(enabled: true)
        try connection.begin(.deferred)
        _ = try refusal { () throws(SQLiteError) in try connection.setForeignKeys(enabled: false) }
        #expect(try connection.pragmaInteger("foreign_keys") == 1)
    }

    @Test("the cache size is counted in kibibytes, above none")
    func cacheSize() throws {
        let connection = try Connection.inMemory()
        try connection.setCacheSize(kibibytes: 4096)
        #expect(try connection.pragmaInteger("cache_size") == -4096)
        _ = try refusal { () throws(SQLiteError) in try connection.setCacheSize(kibibytes: 0) }
    }

    @Test("a truncating checkpoint empties the log")
    func checkpoint() throws {
        let folder = try TestFolder()
        let connection = try Connection(path: folder.file("a.sqlite"), mode: .create)
        try connection.setJournalMode(.wal)
        try connection.execute("CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT")
        #expect(folder.names == ["a.sqlite", "a.sqlite-shm", "a.sqlite-wal"])
        let reader = try Connection(path: folder.file("a.sqlite"), mode: .readWrite)
        try reader.transaction(.deferred) { () throws(SQLiteError) in
            _ = try reader.value("SELECT count(*) FROM venue")
            try connection.run("INSERT INTO venue VALUES (1)")
            let error = try? refusal { () throws(SQLiteError) in try connection.walCheckpointTruncate() }
            #expect(error?.isBusy == true)
        }
        var full = stat()
        #expect(stat(folder.file("a.sqlite-wal"), &full) == 0 && full.st_size > 0)
        try connection.walCheckpointTruncate()
        var status = stat()
        #expect(stat(folder.file("a.sqlite-wal"), &status) == 0 && status.st_size == 0)
    }

    @Test("a journal mode that SQLite does not take is refused")
    func journalMode() throws {
        let connection = try Connection.inMemory()
        let error = try refusal { () throws(SQLiteError) in try connection.setJournalMode(.wal) }
        #expect(error.message == "the journal mode stayed memory")
    }
}
