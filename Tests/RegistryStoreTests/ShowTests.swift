import Registry
import RegistryStore
import SQLite
import Spreadsheets
import Testing

@Suite("One record")
struct ShowTests {
    @Test(
        "a name is a venue, a slash and a code; the code may hold one",
        arguments: [
            ("SH/D-1", "SH", "D-1"), ("SH/D/1", "SH", "D/1"), ("SH//", "SH", "/"), ("上海/甲", "上海", "甲"),
        ])
    func name(text: String, venue: String, code: String) throws {
        for noun in [Noun.intention, .listing, .deal] {
            let name = try RecordName(text, of: noun)
            #expect(name == RecordName(noun: noun, venue: venue, code: code))
            #expect(name.description == text)
        }
    }

    @Test("what lacks a venue or a code is no name", arguments: ["", "/", "SH", "SH/", "/D-1"])
    func noName(text: String) throws {
        let refused = try refusal { () throws(StoreError) in _ = try RecordName(text, of: .deal) }
        guard case .notARecordName(text) = refused else { return wrong(refused) }
    }

    @Test("a venue and a party are called by their whole text", arguments: [Noun.venue, .party])
    func whole(noun: Noun) throws {
        let name = try RecordName("甲/乙", of: noun)
        #expect(name.venue == nil && name.code == "甲/乙" && name.description == "甲/乙")
    }

    @Test("a record is shown as its view has it")
    func show() throws {
        let registry = try TestRegistry.withEveryTable()
        let deal = try registry.ledger.show(RecordName("SH/D-1", of: .deal))
        let values = Dictionary(uniqueKeysWithValues: deal.map { ($0.column, $0.value) })
        #expect(values["seller"] == .text("丙1"))
        #expect(values["listing_code"] == .text("L-1"))
        // Signed at 900 fen, amended to 600.
        #expect(values["amount_fen"] == .integer(600))
        #expect(values["amount_yuan"] == .decimal("6.00"))
        #expect(values["original_amount_fen"] == .integer(900))
        #expect(deal.first?.column == "venue_code")
        let party = try registry.ledger.show(RecordName("甲\u{3000}大学1", of: .party))
        #expect(party.first { $0.column == "name" }?.value == .text("甲 大学1"))
        let venue = try registry.ledger.show(RecordName("SH", of: .venue))
        #expect(venue.first { $0.column == "name" }?.value == .text("上海新"))
    }

    @Test(
        "a record that is not there is refused",
        arguments: [
            ("SH/D-9", Noun.deal), ("XX/D-1", .deal), ("SH/d-1", .deal), ("SH/D-1", .listing), ("XX", .venue),
            ("无", .party),
        ])
    func unknown(text: String, noun: Noun) throws {
        let registry = try TestRegistry.withEveryTable()
        let name = try RecordName(text, of: noun)
        #expect(try registry.ledger.find(name) == nil)
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.show(name) }
        guard case .unknownRecord(noun, text) = refused else { return wrong(refused) }
    }

    @Test("a void record is found but not shown")
    func void() throws {
        let registry = try TestRegistry.withEveryTable()
        try registry.record { all throws(StoreError) in try all.void(.intention, 2) }
        let name = try RecordName("SH/I-2", of: .intention)
        #expect(try registry.ledger.find(name)?.isVoid == true)
        let refused = try refusal { () throws(StoreError) in _ = try registry.ledger.show(name) }
        guard case .voidRecord(.intention, "SH/I-2") = refused else { return wrong(refused) }
    }
}
