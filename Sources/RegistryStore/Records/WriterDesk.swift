package import Registry
import SQLite

/// What the writers of one change share: who the venues, parties and listings are that records name.
package final class WriterDesk {
    let change: Change
    private let connection: Connection
    private var venues: VenueDirectory
    private var parties = NameCache()
    private var listings: [Int64: NameCache] = [:]
    private var partyWriter: RecordWriter?
    private var lastVenue: (code: [UInt8], venue: VenueRecord)?
    private let selectParty: Statement
    private let selectListing: Statement
    /// Where the record comes from that is being written: a party made for it comes from there too.
    var origin = Origin.hand
    /// Parties made because a record named them: how many, and the first few names.
    package private(set) var madeParties: Int64 = 0
    package private(set) var madeNames: [String] = []

    package init(_ change: Change) throws(StoreError) {
        self.change = change
        connection = change.connection
        venues = try VenueDirectory(connection)
        do throws(SQLiteError) {
            selectParty = try connection.prepare("SELECT id FROM party WHERE match_name = ?")
            selectListing = try connection.prepare(
                "SELECT id, venue_id FROM listing WHERE venue_id = ? AND code = ? AND is_void = 0")
        } catch {
            throw .sqlite(error)
        }
    }

    /// The writer of a noun's records; the one for parties is also used for those that records name.
    package func writer(of noun: Noun) throws(StoreError) -> RecordWriter {
        return try storing { () throws(SQLiteError) in
            guard noun == .party else { return try RecordWriter(noun, in: change, desk: self) }
            if let partyWriter { return partyWriter }
            let writer = try RecordWriter(.party, in: change, desk: self)
            partyWriter = writer
            return writer
        }
    }

    var directory: VenueDirectory { venues }

    func venue(_ code: Bytes) throws(StoreError) -> VenueRecord {
        if let lastVenue, lastVenue.code.withUnsafeBufferPointer({ $0.isSame(as: code) }) { return lastVenue.venue }
        let venue = try venues.venue(code.text)
        lastVenue = (Array(code), venue)
        return venue
    }

    /// A venue that is itself being recorded.
    func venueOfItself(_ slots: UnsafeBufferPointer<Slot>, noun: Noun, id: Int64) -> VenueRecord? {
        guard noun == .venue else { return nil }
        func text(_ name: String) -> String? { slots[noun.knownPlace(of: name)].text?.text }
        let network = if case .term(let place) = slots[noun.knownPlace(of: "network")] { Int(place) } else { 0 }
        return VenueRecord(
            id: id, code: text("code") ?? "", name: text("name") ?? "",
            network: Vocabulary.network.terms[network].code, region: text("region"))
    }

    func party(_ name: Bytes) throws(StoreError) -> Int64 {
        if let known = try knownParty(name) { return known }
        let slots: [Slot] = [.text(name), .null, .null]
        let made = try slots.withUnsafeBufferPointer { slots throws(StoreError) in
            try writer(of: .party).add(slots, from: origin)
        }
        guard let id = made else { throw .brokenReference(table: "party", column: "match_name") }
        madeParties += 1
        if madeNames.count < 20 { madeNames.append(name.text) }
        parties.add(name, id: id)
        return id
    }

    func knownParty(_ name: Bytes) throws(StoreError) -> Int64? {
        if let known = parties.find(name) { return known }
        return try storing { () throws(SQLiteError) in
            if PartyName.isMatched(name) {
                try selectParty.bindText(name, at: 1)
            } else {
                try selectParty.bind(PartyName.matched(name.text), at: 1)
            }
            defer { selectParty.reset() }
            guard try selectParty.step() else { return nil }
            let id = try selectParty.integer(at: 0)
            parties.add(name, id: id)
            return id
        }
    }

    func listing(_ code: Bytes, venue: VenueRecord) throws(StoreError) -> Int64 {
        if let known = listings[venue.id]?.find(code) { return known }
        let found: Int64?
        do throws(SQLiteError) {
            try selectListing.bind(venue.id, at: 1)
            try selectListing.bindText(code, at: 2)
            defer { selectListing.reset() }
            found = try selectListing.step() ? try selectListing.integer(at: 0) : nil
        } catch {
            throw .sqlite(error)
        }
        guard let found else { throw .refused([FieldRefusal(field: "listing", try missingListing(code.text))]) }
        listings[venue.id, default: NameCache()].add(code, id: found)
        return found
    }

    /// Tells a listing that is nowhere from one of another venue.
    private func missingListing(_ code: String) throws(StoreError) -> Refusal {
        return try storing { () throws(SQLiteError) in
            let owner = try connection.first(
                "SELECT v.code FROM venue v JOIN listing l ON l.venue_id = v.id AND l.code = ? AND l.is_void = 0 LIMIT 1",
                .text(code)
            ) { row throws(SQLiteError) in try row.text(at: 0) }
            return owner.map { .listingOfAnotherVenue(code, venue: $0) } ?? .unknownListing(code)
        }
    }
}
