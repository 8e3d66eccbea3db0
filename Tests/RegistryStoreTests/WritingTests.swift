import Registry
import RegistryStore
import SQLite
import Testing

@Suite("A change and its transaction")
struct WritingTests {
    @Test("a body that is refused leaves nothing", arguments: [false, true])
    func refused(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        let before = try registry.ledger.connection.dump()
        let refused = try refusal { () throws(StoreError) in
            try registry.record(fromFile: true) { all throws(StoreError) in
                try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-01", seller: "甲")
                try all.addDeal("XX", "D-2", yuan: 1, on: "2022-01-01")
            }
        }
        guard case .refused(let fields) = refused else { return wrong(refused) }
        #expect(fields == [FieldRefusal(field: "venue", .unknownVenue("XX", nearest: nil))])
        #expect(try registry.ledger.connection.dump() == before)
        #expect(!registry.ledger.connection.isInTransaction)
    }

    @Test("what is refused once it is sealed leaves nothing")
    func refusedWhenSealed() throws {
        let registry = try TestRegistry()
        let before = try registry.ledger.connection.dump()
        let refused = try refusal { () throws(StoreError) in
            _ = try registry.ledger.write(by: .tester) { change throws(StoreError) in
                try Recorder(change, file: nil).add(.party, ["name": "甲"])
            } whenSealed: { receipt throws(StoreError) in
                throw .notATime(text: "\(receipt.change)")
            }
        }
        guard case .notATime("2") = refused else { return wrong(refused) }
        #expect(try registry.ledger.connection.dump() == before)
    }

    @Test("where nothing is recorded there is no change", arguments: [false, true])
    func nothing(isRehearsal: Bool) throws {
        let registry = try TestRegistry()
        let before = try registry.ledger.connection.dump()
        let receipt =
            isRehearsal
            ? try registry.ledger.rehearse { () throws(StoreError) in try registry.record { _ throws(StoreError) in } }
            : try registry.record { _ throws(StoreError) in }
        #expect(receipt == nil)
        #expect(try registry.ledger.connection.dump() == before)
        #expect(try registry.record { all throws(StoreError) in try all.add(.party, ["name": "甲"]) }?.change == 2)
    }

    @Test("a rehearsal sees what it does and leaves nothing")
    func rehearsal() throws {
        let registry = try TestRegistry()
        let before = try registry.ledger.connection.dump()
        var seen: [Int64] = []
        try registry.ledger.rehearse { () throws(StoreError) in
            seen.append(registry.ledger.isRehearsing ? 1 : 0)
            try registry.recordVenues()
            seen.append(
                try registry.record { all throws(StoreError) in
                    try all.addDeal("SH", "D-1", yuan: 5, on: "2022-01-01")
                }?.change ?? 0)
            // One that is refused takes back its own only.
            _ = try? registry.record { all throws(StoreError) in try all.addDeal("XX", "D", yuan: 1, on: "2022-01-01") }
            seen.append(try registry.ledger.totals(asOf: Day(number: 30_000), knownAt: nil)[.deal]?.fen ?? 0)
            registry.ledger.settle()
        }
        #expect(seen == [1, 3, 500])
        #expect(!registry.ledger.isRehearsing)
        #expect(try registry.ledger.connection.dump() == before)
        #expect(try registry.ledger.newestMoment()?.change == 1)
    }

    @Test("a rehearsal leaves the lock to others until its first change, and can write nothing before that")
    func lockOfRehearsal() throws {
        let registry = try TestRegistry()
        let other = try registry.stranger()
        func canWrite() throws -> Bool {
            do throws(SQLiteError) { try other.begin(.immediate) } catch {
                guard error.isBusy else { throw error }
                return false
            }
            try other.rollback()
            return true
        }
        var seen: [Bool] = []
        try registry.ledger.rehearse { () throws(StoreError) in
            do {
                seen.append(try canWrite())
                let refused = try refusal { () throws(SQLiteError) in
                    try registry.ledger.connection.run("DELETE FROM arrival")
                }
                #expect(refused.isReadOnly)
                try registry.recordVenues()
                seen.append(try canWrite())
            } catch {
                wrong(error)
            }
        }
        seen.append(try canWrite())
        #expect(seen == [true, false, true])
        try registry.recordVenues()
        #expect(try registry.ledger.newestMoment()?.change == 2)
    }

    @Test("a rehearsal that is refused leaves nothing and ends")
    func refusedRehearsal() throws {
        let registry = try TestRegistry()
        let before = try registry.ledger.connection.dump()
        _ = try refusal { () throws(StoreError) in
            try registry.ledger.rehearse { () throws(StoreError) in
                try registry.recordVenues()
                throw StoreError.notATime(text: "")
            }
        }
        #expect(try registry.ledger.connection.dump() == before)
        #expect(!registry.ledger.isRehearsing && !registry.ledger.connection.isInTransaction)
    }

    @Test("a change that another program opened and left is taken away by the next")
    func leftOpen() throws {
        let registry = try TestRegistry()
        try registry.stranger().run(
            "INSERT INTO change (id, command, actor, login, uid, host) VALUES (2, 'raw', 'a', 'a', 1, 'h')")
        try registry.recordVenues()
        #expect(try registry.ledger.newestMoment()?.change == 2)
    }

    @Test("a change that another program left open with records stops the next")
    func unfinished() throws {
        let registry = try TestRegistry()
        let stranger = try registry.stranger()
        try stranger.run(
            "INSERT INTO change (id, command, actor, login, uid, host) VALUES (2, 'raw', 'a', 'a', 1, 'h')")
        try stranger.run(
            """
            INSERT INTO venue (code, name, network, joined_on, change_id) VALUES ('X', 'x', 'core', '2020-01-01', 2)
            """)
        let refused = try refusal { () throws(StoreError) in try registry.recordVenues() }
        guard case .unfinishedChange(2) = refused else { return wrong(refused) }
    }

    @Test("changes follow one another in number and time, however the clock stands")
    func clock() throws {
        let registry = try TestRegistry()
        let raw = try registry.stranger()
        try raw.setTriggers(enabled: false)
        try raw.run("UPDATE change SET recorded_at = '2999-12-31T23:59:59.999999Z' WHERE id = 1")
        var stamps: [String] = []
        for name in ["甲", "乙", "丙"] {
            let receipt = try registry.record { all throws(StoreError) in try all.add(.party, ["name": name]) }
            #expect(receipt?.change == Int64(stamps.count + 2))
            stamps.append(receipt?.recordedAt ?? "")
        }
        #expect(stamps == (0..<3).map { "3000-01-01T00:00:00.00000\($0)Z" })
    }

    @Test("a change keeps who made it, with what and why")
    func author() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        #expect(
            try registry.ledger.connection.rows(
                "SELECT command, reason, actor, login, uid, host FROM change WHERE id = 2"
            ) == [["registry test --reason", "as, \"told\"", "登记员", "tester", 1000, "desk-1"]])
    }

    @Test("settling empties the log")
    func settle() throws {
        let registry = try TestRegistry(inBulk: true)
        try registry.recordVenues()
        registry.ledger.settle()
        #expect(try registry.ledger.connection.rows("PRAGMA wal_checkpoint") == [[0, 0, 0]])
    }
}
