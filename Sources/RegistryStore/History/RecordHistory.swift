import Registry
import SQLite
import Spreadsheets

/// One line of a record's history: what a change did to one of its fields, or what it said became of the record.
package struct HistoryEntry: Sendable {
    package enum Deed: String, Sendable {
        case added, corrected, voided, restored
        /// What became of it: an event, and whether that was taken back or corrected later.
        case event
        case eventCorrected = "event_corrected"
        case eventVoided = "event_voided"
        case eventRestored = "event_restored"
    }

    /// 1 for what made it.
    package let version: Int64
    package let change: ChangeNote
    package let deed: Deed
    /// amended, terminated, withdrawn …; nil for the record itself.
    package let event: String?
    package let effectiveOn: String?
    /// Nil where the change is no field's.
    package let difference: FieldDifference?
    /// The file from whose row the version came; nil for one made by hand.
    package let file: String?
    package let fileRow: Int64?
}

extension Ledger {
    /// Every version of a record and of what became of it, in the order in which the ledger learned of them.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)``.
    package func history(of name: RecordName) throws(StoreError) -> [HistoryEntry] {
        guard let found = try find(name) else { throw .unknownRecord(noun: name.noun, name: "\(name)") }
        let own = try versions(of: found.id, in: name.noun.rawValue, name.noun.fields.map(\.column))
        var entries = try entries(own, event: nil)
        for table in Self.events(of: name.noun) {
            let ids = try storing { () throws(SQLiteError) in
                try connection.query(
                    "SELECT id FROM \(table.name) WHERE \(table.parent) = ? ORDER BY id", .integer(found.id)
                ) {
                    row throws(SQLiteError) in try row.integer(at: 0)
                }
            }
            for id in ids {
                entries += try self.entries(versions(of: id, in: table.name, table.columns), event: table)
            }
        }
        // What a change did to the record itself stands before what it said became of it.
        return entries.enumerated().sorted { left, right in
            (left.element.change.number, left.offset) < (right.element.change.number, right.offset)
        }.map(\.element)
    }

    private func entries(_ versions: [RecordVersion], event: EventTable?) throws(StoreError) -> [HistoryEntry] {
        var entries: [HistoryEntry] = []
        var before: RecordVersion?
        for (place, version) in versions.enumerated() {
            let deed = Self.deed(from: before, to: version, isEvent: event != nil)
            let note = try note(ofChange: version.change)
            let file = try fileName(version.file)
            let kind: String? =
                if case .text(let kind)? = event.map({ _ in version.value("kind") }) { kind } else { event?.word }
            let day: String? = if case .text(let day) = version.value("effective_on") { day } else { nil }
            func entry(_ difference: FieldDifference?) -> HistoryEntry {
                HistoryEntry(
                    version: Int64(place + 1), change: note, deed: deed, event: kind,
                    effectiveOn: event == nil ? nil : day, difference: difference, file: file,
                    fileRow: version.fileRow)
            }
            var differences = try differences(from: before, to: version)
            if event != nil, before == nil { differences.removeAll { ["kind", "effective_on"].contains($0.field) } }
            entries += differences.isEmpty ? [entry(nil)] : differences.map(entry)
            before = version
        }
        return entries
    }

    private static func deed(from old: RecordVersion?, to new: RecordVersion, isEvent: Bool) -> HistoryEntry.Deed {
        guard let old else { return isEvent ? .event : .added }
        if old.isVoid == new.isVoid { return isEvent ? .eventCorrected : .corrected }
        return new.isVoid ? (isEvent ? .eventVoided : .voided) : (isEvent ? .eventRestored : .restored)
    }

    private func fileName(_ id: Int64?) throws(StoreError) -> String? {
        guard let id else { return nil }
        return try storing { () throws(SQLiteError) in
            try connection.first("SELECT name FROM source_file WHERE id = ?", .integer(id)) {
                row throws(SQLiteError) in try row.text(at: 0)
            }
        }
    }

    /// A table that tells what became of a noun's records.
    struct EventTable {
        let name: String
        /// The column that names the record.
        let parent: String
        let columns: [String]
        /// What it is called where its rows have no kind.
        let word: String?
    }

    static func events(of noun: Noun) -> [EventTable] {
        switch noun {
        case .deal:
            [
                EventTable(
                    name: "deal_event", parent: "deal_id", columns: ["kind", "effective_on", "amount_fen"], word: nil)
            ]
        case .listing:
            [EventTable(name: "listing_event", parent: "listing_id", columns: ["kind", "effective_on"], word: nil)]
        case .party: [EventTable(name: "party_merge", parent: "party_id", columns: ["into_id"], word: "merged")]
        case .venue, .intention, .demand, .registration, .instalment, .payment, .certificate, .service: []
        }
    }
}
