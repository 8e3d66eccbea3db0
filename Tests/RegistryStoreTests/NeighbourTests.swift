import Registry
import RegistryStore
import SQLite
import Synchronization
import Testing

@Suite("Two who use one registry")
struct NeighbourTests {
    @Test("a writer waits for another, and says so once")
    func waits() throws {
        let registry = try TestRegistry()
        nonisolated(unsafe) let first = try registry.stranger()
        let told = Atomic(0)
        try registry.ledger.wait(
            with: Patience(seconds: 20) { _ in
                told.add(1, ordering: .relaxed)
                try? first.commit()
            })
        try first.begin(.immediate)
        try registry.recordVenues()
        #expect(told.load(ordering: .relaxed) == 1)
        #expect(try registry.ledger.newestMoment()?.change == 2)
    }

    @Test("a writer whose patience ends is told that the registry is busy", arguments: [0, 1])
    func impatient(seconds: Int) throws {
        let registry = try TestRegistry()
        let first = try registry.stranger()
        try first.begin(.immediate)
        try registry.ledger.wait(with: Patience(seconds: seconds) { _ in })
        let refused = try refusal { () throws(StoreError) in try registry.recordVenues() }
        guard case .sqlite(let error) = refused else { return wrong(refused) }
        #expect(error.isBusy)
        try first.rollback()
        try registry.recordVenues()
        #expect(try registry.ledger.newestMoment()?.change == 2)
    }

    @Test("a reader sees a change whole or not at all")
    func reader() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        let reader = try Ledger(at: registry.path, for: .readOnly)
        let day = Day(number: 30_000)
        var seen: [Total?] = []
        var changes: [Int64?] = []
        func look() throws(StoreError) {
            seen.append(try reader.totals(asOf: day, knownAt: nil)[.deal])
            changes.append(try reader.newestMoment()?.change)
        }
        _ = try registry.ledger.write(by: .tester) { change throws(StoreError) in
            let recorder = try Recorder(change, file: nil)
            try recorder.addDeal("SH", "D-1", yuan: 5, on: "2022-01-01")
            try look()
            try recorder.finish()
        } whenSealed: { _ throws(StoreError) in
            try look()
        }
        try look()
        #expect(seen == [nil, nil, Total(count: 1, fen: 500)])
        #expect(changes == [2, 2, 3])
    }
}
