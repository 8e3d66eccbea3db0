import Glibc
import TestSupport
import Testing

@testable import SQLite

@Suite("Connections")
struct ConnectionTests {
    @Test("a new file is its owner's alone, and is never made over another")
    func create() throws {
        let folder = try TestFolder()
        let path = folder.file("new.sqlite")
        do {
            let connection = try Connection(path: path, mode: .create)
            try connection.execute("CREATE TABLE venue(id INTEGER PRIMARY KEY) STRICT")
        }
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let error = try refusal { () throws(SQLiteError) in _ = try Connection(path: path, mode: .create) }
        #expect(error.isCannotOpen && error.message == "the file exists already")
        let reader = try Connection(path: path, mode: .readOnly)
        #expect(try reader.value("SELECT count(*) FROM sqlite_schema") == 1)
    }

    @Test("a missing file is refused and not made", arguments: [Connection.Mode.readOnly, .readWrite])
    func missing(mode: Connection.Mode) throws {
        let folder = try TestFolder()
        let error = try refusal { () throws(SQLiteError) in
            _ = try Connection(path: folder.file("no.sqlite"), mode: mode)
        }
        #expect(error.isCannotOpen)
        #expect(folder.names == [])
    }

    @Test("a path that names no file is refused", arguments: ["", "a\0b", "/", "/no/such/folder/a.sqlite"])
    func badPath(path: String) throws {
        for mode in [Connection.Mode.readOnly, .readWrite, .create] {
            let error = try refusal { () throws(SQLiteError) in
                _ = try Connection(path: path, mode: mode).value("SELECT count(*) FROM sqlite_schema")
            }
            #expect(error.isCannotOpen)
        }
    }

    @Test("a reader is refused to write")
    func readOnly() throws {
        let folder = try TestFolder()
        _ = try Connection(path: folder.file("a.sqlite"), mode: .create)
        let reader = try Connection(path: folder.file("a.sqlite"), mode: .readOnly)
        let error = try refusal { () throws(SQLiteError) in try reader.run("CREATE TABLE venue(id)") }
        #expect(error.isReadOnly)
    }

    @Test("a file that is not a database is refused by the first statement")
    func notADatabase() throws {
        let folder = try TestFolder()
        try folder.write(String(repeating: "venue,code\n", count: 200), to: "deals.csv")
        let connection = try Connection(path: folder.file("deals.csv"), mode: .readOnly)
        let error = try refusal { () throws(SQLiteError) in
            _ = try connection.value("SELECT count(*) FROM sqlite_schema")
        }
        #expect(error.isCorrupt && error.primaryCode == 26)
    }

    @Test(
        "an old library is refused by name",
        arguments: [(3_036_000, false), (3_037_000, true), (3_040_001, true)])
    func library(number: Int32, isSupported: Bool) throws {
        var message: String?
        do { try Library(number: number, name: "3.x").requireSupported() } catch { message = error.message }
        #expect(message == (isSupported ? nil : "SQLite 3.37 or newer is needed, but this is SQLite 3.x"))
        #expect(Library.loaded.name.hasPrefix("3.") && Library.loaded.number >= 3_037_000)
    }

    @Test("a statement stopped from another thread is refused as interrupted")
    func interrupted() async throws {
        let interrupter = try Connection.inMemory().interrupter
        interrupter.interrupt()  // of a closed connection: nothing
        let connection = try Connection.inMemory()
        let live = connection.interrupter
        let stopping = Task.detached {
            while !Task.isCancelled {
                live.interrupt()
                usleep(1000)
            }
        }
        defer { stopping.cancel() }
        let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        let error = try refusal { () throws(SQLiteError) in _ = try connection.value(endless) }
        #expect(error.isInterrupted)
    }
}
