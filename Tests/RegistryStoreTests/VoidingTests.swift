import Registry
import RegistryStore
import SQLite
import Testing

@Suite("Voiding")
struct VoidingTests {
    @Test("a void record counts for nothing and keeps its code", arguments: [false, true])
    func void(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05") }
        try registry.record { all throws(StoreError) in try all.void(.deal, 1) }
        #expect(try registry.totals("2022-12-31")[.deal] == nil)
        #expect(
            try registry.ledger.find(RecordName("SH/D-1", of: .deal)).map { [$0.id, $0.isVoid ? 1 : 0] } == [1, 1])
        var taken: Int64? = 0
        try registry.record { all throws(StoreError) in
            try all.add(.party, ["name": "甲"])
            taken = try all.addDeal("SH", "D-1", yuan: 1, on: "2022-01-06")
        }
        #expect(taken == nil)
        #expect(try registry.ledger.connection.rows("SELECT amount_fen, is_void FROM deal") == [[10000, 1]])
    }

    @Test("voiding what is void or not there is refused", arguments: [1, 2] as [Int64])
    func voidRefused(id: Int64) throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        try registry.record { all throws(StoreError) in try all.addDeal("SH", "D-1", yuan: 100, on: "2022-01-05") }
        try registry.record { all throws(StoreError) in try all.void(.deal, 1) }
        let before = try registry.ledger.connection.dump()
        let refused = try refusal { () throws(StoreError) in
            try registry.record { all throws(StoreError) in try all.void(.deal, id) }
        }
        guard case .unknownRecord(.deal, "deal \(id)") = refused else { return wrong(refused) }
        #expect(try registry.ledger.connection.dump() == before)
    }
}
