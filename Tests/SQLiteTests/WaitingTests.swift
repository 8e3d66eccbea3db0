import SQLite
import TestSupport
import Testing

@Suite("Waiting")
struct WaitingTests {
    @Test("a second writer is refused as busy while the first is at work")
    func busy() throws {
        let folder = try TestFolder()
        let first = try Connection(path: folder.file("a.sqlite"), mode: .create)
        let second = try Connection(path: folder.file("a.sqlite"), mode: .readWrite)
        try first.begin(.immediate)
        let error = try refusal { () throws(SQLiteError) in try second.begin(.immediate) }
        #expect(error.isBusy && !second.isInTransaction)
        try first.commit()
        try second.begin(.immediate)
        #expect(second.isInTransaction)
    }

    @Test("a waiting writer is asked, with the number of earlier calls, and goes on when the lock is free")
    func asked() throws {
        let folder = try TestFolder()
        let first = try Connection(path: folder.file("a.sqlite"), mode: .create)
        let second = try Connection(path: folder.file("a.sqlite"), mode: .readWrite)
        var calls: [Int] = []
        try second.setBusyHandler { earlierCalls in
            calls.append(earlierCalls)
            if earlierCalls == 2 { try? first.commit() }
            return true
        }
        try first.begin(.immediate)
        try second.begin(.immediate)
        #expect(calls == [0, 1, 2])
    }

    @Test("a waiting writer gives up when told so, and a time limit replaces the question")
    func givesUp() throws {
        let folder = try TestFolder()
        let first = try Connection(path: folder.file("a.sqlite"), mode: .create)
        let second = try Connection(path: folder.file("a.sqlite"), mode: .readWrite)
        var calls = 0
        try second.setBusyHandler { _ in
            calls += 1
            return calls < 3
        }
        try first.begin(.immediate)
        #expect(try refusal { () throws(SQLiteError) in try second.begin(.immediate) }.isBusy)
        #expect(calls == 3)
        try second.setBusyTimeout(milliseconds: 5)
        #expect(try refusal { () throws(SQLiteError) in try second.begin(.immediate) }.isBusy)
        #expect(calls == 3)
    }
}
