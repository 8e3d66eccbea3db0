import SQLite
import TestSupport
import Testing

@Suite("Backup")
struct BackupTests {
    private func deals(in folder: TestFolder) throws(SQLiteError) -> Connection {
        let connection = try Connection(path: folder.file("a.sqlite"), mode: .create)
        try connection.setJournalMode(.wal)
        try connection.execute("CREATE TABLE deal(id INTEGER PRIMARY KEY, title TEXT) STRICT")
        for id in Int64(1)...400 {
            try connection.run(
                "INSERT INTO deal VALUES (?, ?)", .integer(id), .text(String(repeating: "标题", count: 80)))
        }
        return connection
    }

    private func rows(_ connection: Connection) throws(SQLiteError) -> [[Value]] {
        try connection.query("SELECT id, title FROM deal ORDER BY id") { (row) throws(SQLiteError) in
            [try row.value(at: 0), try row.value(at: 1)]
        }
    }

    @Test("a backup equals its source", arguments: [false, true])
    func equal(isReading: Bool) throws {
        let folder = try TestFolder()
        let source = try deals(in: folder)
        if isReading {
            try source.begin(.deferred)
            _ = try rows(source)
            let writer = try Connection(path: folder.file("a.sqlite"), mode: .readWrite)
            try writer.run("DELETE FROM deal WHERE id > 10")
        }
        try source.backup(to: folder.file("copy.sqlite"))
        #expect(source.isInTransaction == isReading)
        let copy = try Connection(path: folder.file("copy.sqlite"), mode: .readWrite)
        let copied = try rows(copy)
        #expect(copied.count == 400)
        #expect(copied == (try rows(source)))
        #expect(try copy.value("PRAGMA integrity_check") == "ok")
    }

    @Test("a file that is there already is kept, and the backup refused")
    func existing() throws {
        let folder = try TestFolder()
        let source = try deals(in: folder)
        try folder.write("kept", to: "copy.sqlite")
        #expect(
            try refusal { () throws(SQLiteError) in try source.backup(to: folder.file("copy.sqlite")) }.isCannotOpen)
        #expect(folder.names.contains("copy.sqlite"))
    }

    @Test("a backup is refused inside a transaction that has written, and leaves no file")
    func writing() throws {
        let folder = try TestFolder()
        let source = try deals(in: folder)
        try source.begin(.immediate)
        _ = try refusal { () throws(SQLiteError) in try source.backup(to: folder.file("copy.sqlite")) }
        #expect(!folder.names.contains("copy.sqlite") && source.isInTransaction)
    }

    @Test("a backup of a locked database is refused as busy, and leaves no file")
    func locked() throws {
        let folder = try TestFolder()
        let writer = try deals(in: folder)
        try writer.setJournalMode(.delete)
        let source = try Connection(path: folder.file("a.sqlite"), mode: .readOnly)
        try writer.execute("BEGIN EXCLUSIVE")
        #expect(try refusal { () throws(SQLiteError) in try source.backup(to: folder.file("copy.sqlite")) }.isBusy)
        #expect(folder.names.allSatisfy { !$0.hasPrefix("copy") } && !source.isInTransaction)
    }
}
