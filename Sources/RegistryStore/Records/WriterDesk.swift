package import Registry
import SQLite

/// What the writers of one change share: who the venues, parties and listings are that records name.
package final class WriterDesk {
    let change: Change
    private let connection: Connection
    private var venues: VenueDirectory
    private var parties = NameCache()
    private var named: [NamedRecords] = []
    /// They hold the desk, so the desk lets go of them in ``finish()``.
    private var writers: [RecordWriter] = []
    private var lastVenue: (code: [UInt8], id: Int64) = ([], 0)
    /// Void records that were met: they may be looked at, and not be named anew.
    private var voidParties: Set<Int64> = []
    /// Whether any record was ever moved; nil until it is asked for.
    var hasFormerCodes: Bool?
    /// Whether a venue's file ever amended a deal; nil until it is asked for.
    private var hasEventFromFile: Bool?
    /// Whether any party is merged into another; nil until it is asked for.
    private var hasMerges: Bool?
    private let selectParty: Statement
    /// Whether every party there is was made through this desk, by the very name it was given.
    private var knowsAllParties: Bool
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
            knowsAllParties =
                try connection.first("SELECT 1 FROM party LIMIT 1") { _ throws(SQLiteError) in true } == nil
            selectParty = try connection.prepare("SELECT id, is_void FROM party WHERE match_name = ?")
        } catch {
            throw .sqlite(error)
        }
        change.desks.append(self)
    }

    /// The one writer of a noun's records; that for parties also makes those that records name.
    package func writer(of noun: Noun) throws(StoreError) -> RecordWriter {
        return try storing { () throws(SQLiteError) in
            if let writer = writers.first(where: { $0.noun == noun }) { return writer }
            let writer = try RecordWriter(noun, in: change, desk: self)
            writers.append(writer)
            return writer
        }
    }

    var directory: VenueDirectory { venues }

    func venueID(_ code: Bytes) throws(StoreError) -> Int64 {
        if lastVenue.id > 0, lastVenue.code.withUnsafeBufferPointer({ $0.isSame(as: code) }) { return lastVenue.id }
        lastVenue = (Array(code), try venues.venue(code.text).id)
        return lastVenue.id
    }

    func party(_ name: Bytes) throws(StoreError) -> Int64 {
        if let known = try knownParty(name) {
            if voidParties.contains(known), try !revive(known, name) {
                throw .refused([FieldRefusal(field: nil, .voidParty(name.text))])
            }
            return known
        }
        let slots: [Slot] = [.text(name), .null, .null]
        let made = try slots.withUnsafeBufferPointer { slots throws(StoreError) in
            try writer(of: .party).add(slots, from: origin)
        }
        guard let id = made else {
            // It was recorded in this very change, as a party of its own.
            knowsAllParties = false
            if let known = try knownParty(name) { return known }
            throw .brokenReference(table: "party", column: "match_name")
        }
        madeParties += 1
        if madeNames.count < 20 { madeNames.append(name.text) }
        parties.add(name, id: id)
        return id
    }

    /// Looks whether a party can be named, and makes none.
    func requireNameable(_ name: Bytes) throws(StoreError) {
        guard let known = try knownParty(name), voidParties.contains(known) else { return }
        let isVoidByReversal = try storing { () throws(SQLiteError) in
            try connection.isVoidByReversal(known, in: "party")
        }
        if !isVoidByReversal { throw .refused([FieldRefusal(field: nil, .voidParty(name.text))]) }
    }

    /// Lets a party live again that is void only because the change that made it was taken back.
    private func revive(_ party: Int64, _ name: Bytes) throws(StoreError) -> Bool {
        let isVoidByReversal = try storing { () throws(SQLiteError) in
            try connection.isVoidByReversal(party, in: "party")
        }
        guard isVoidByReversal else { return false }
        try writer(of: .party).replace(party, setting: [], from: origin, isVoid: false, before: nil)
        voidParties.remove(party)
        parties.add(name, id: party)
        return true
    }

    func knownParty(_ name: Bytes) throws(StoreError) -> Int64? {
        if let known = parties.find(name) { return known }
        let isMatched = PartyName.isMatched(name)
        // A name written in another width may be there under its matched form.
        if !isMatched { knowsAllParties = false }
        if knowsAllParties, parties.isWhole { return nil }
        return try storing { () throws(SQLiteError) in
            if isMatched {
                try selectParty.bindText(name, at: 1)
            } else {
                try selectParty.bind(PartyName.matched(name.text), at: 1)
            }
            defer { selectParty.reset() }
            guard try selectParty.step() else { return nil }
            let id = try selectParty.integer(at: 0)
            if try selectParty.integer(at: 1) == 1 {
                voidParties.insert(id)
            } else {
                parties.add(name, id: id)
            }
            return id
        }
    }

    /// Whether two parties are one by the merges that stand.
    func areMerged(_ one: Int64, _ other: Int64) throws(SQLiteError) -> Bool {
        if hasMerges == nil {
            hasMerges =
                try connection.first("SELECT 1 FROM party_merge WHERE is_void = 0 LIMIT 1") { _ throws(SQLiteError) in
                    true
                } ?? false
        }
        guard hasMerges == true else { return false }
        return try connection.first(
            """
            SELECT coalesce((SELECT into_id FROM party_merge WHERE party_id = ?1 AND is_void = 0), ?1)
              = coalesce((SELECT into_id FROM party_merge WHERE party_id = ?2 AND is_void = 0), ?2)
            """, .integer(one), .integer(other)
        ) { row throws(SQLiteError) in try row.integer(at: 0) == 1 } ?? false
    }

    /// Nearly no registry has any, and an import asks for each row that says nothing new.
    func anyEventFromFile() throws(SQLiteError) -> Bool {
        if let hasEventFromFile { return hasEventFromFile }
        let has = try connection.first("SELECT 1 FROM deal_event WHERE is_void = 0 AND file_id IS NOT NULL LIMIT 1") {
            _ throws(SQLiteError) in true
        }
        hasEventFromFile = has ?? false
        return has ?? false
    }

    /// Gives everything that was gathered to the change. Nothing may be written afterwards.
    package func finish() throws(StoreError) {
        for writer in writers { try writer.finish() }
        writers = []
        named = []
    }

    /// The id of a record that another one of the same venue names by its code.
    ///
    /// - Parameter mayBeVoid: whether it is only looked at.
    func named(_ noun: Noun, _ code: Bytes, venue: Int64, mayBeVoid: Bool) throws(StoreError) -> Int64 {
        if let known = named.first(where: { $0.noun == noun }) {
            return try known.id(of: code, venue: venue, mayBeVoid: mayBeVoid)
        }
        let records = try storing { () throws(SQLiteError) in try NamedRecords(noun, desk: self) }
        named.append(records)
        return try records.id(of: code, venue: venue, mayBeVoid: mayBeVoid)
    }
}
