import Registry
import SQLite
import Spreadsheets

extension RecordWriter {
    /// Makes a new version of a record: the old one goes to the history with the span in which it was the truth.
    func replace(
        _ id: Int64, setting values: [(column: String, cell: StoredCell)], from origin: Origin, isVoid: Bool,
        before: Contribution?
    ) throws(StoreError) {
        return try storing { () throws(SQLiteError) in
            if change.keepsHistoryItself {
                try change.connection.run(table.keepHistorySQL, .integer(change.number), .integer(id))
            }
            let update = try change.connection.prepare(table.updateSQL(setting: values.map(\.column)))
            for (place, value) in values.enumerated() { try value.cell.bind(to: update, at: Int32(place + 1)) }
            let first = Int32(values.count + 1)
            try update.bind(Int64(isVoid ? 1 : 0), at: first)
            try update.bind(change.number, at: first + 1)
            try update.bind(origin.file, at: first + 2)
            try update.bind(origin.row, at: first + 3)
            try update.bind(origin.offset, at: first + 4)
            try update.bind(id, at: first + 5)
            try update.run()
            if let before { add(before, sign: -1) }
            let row = try change.connection.prepare(table.selectByIDSQL)
            try row.bind(id, at: 1)
            guard try row.step() else { return }
            let events = noun == .deal ? try events(of: id) : []
            if let after = try reading.contribution(of: row, venues: venues, events: events) {
                add(after, sign: 1)
                if noun == .venue, let before { try moveRecords(from: before.venue, to: after.venue) }
            }
            noteChanged(id)
        }
    }

    /// Says that a record never was: its version counts for nothing, its code stays taken.
    ///
    /// - Throws: ``StoreError/unknownRecord(noun:name:)`` where there is none, or it is void already.
    package func void(_ id: Int64, name: String) throws(StoreError) {
        let found = try storing { () throws(SQLiteError) -> (isVoid: Bool, before: Contribution?)? in
            let row = try change.connection.prepare(table.selectByIDSQL)
            try row.bind(id, at: 1)
            guard try row.step() else { return nil }
            let isVoid = try row.integer(at: Int32(table.columns.count + 1)) == 1
            let events = noun == .deal ? try events(of: id) : []
            return (isVoid, try reading.contribution(of: row, venues: venues, events: events))
        }
        guard let found, !found.isVoid else { throw .unknownRecord(noun: noun, name: name) }
        try replace(id, setting: [], from: .hand, isVoid: true, before: found.before)
        ties?.forget()
    }

    /// Ids are kept to be sealed in order; past this many the table is read in order instead.
    private static var mostKept: Int { 100_000 }

    private func noteChanged(_ id: Int64) {
        if changedIDs.count < Self.mostKept { changedIDs.append(id) } else { hasTooManyChangedIDs = true }
    }

    /// Seals what was changed, in the order of ids.
    func sealChanged(to place: Int) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            if hasTooManyChangedIDs {
                let rows = try change.connection.prepare(table.selectChangedSQL)
                try rows.bind(lastOldID, at: 1)
                try rows.bind(change.number, at: 2)
                while try rows.step() { change.addChanged(try sealedLine(of: rows), to: place) }
            } else {
                for id in changedIDs.sorted() {
                    let row = try change.connection.prepare(table.selectByIDSQL)
                    try row.bind(id, at: 1)
                    if try row.step() { change.addChanged(try sealedLine(of: row), to: place) }
                }
            }
        }
        changedIDs = []
    }

    /// The line of a stored version, as it was sealed.
    private func sealedLine(of row: borrowing Statement) throws(SQLiteError) -> CSVLine {
        var line = CSVLine()
        for column in 0..<row.columnCount {
            let name = try row.columnName(at: column)
            if noun == .party {
                if name == "name" {
                    let salt = try row.optionalText(at: 5) ?? ""
                    let creditCode = try row.optionalText(at: 3)
                    let digest = PartyIdentity.digest(salt: salt, name: try row.text(at: 1), creditCode: creditCode)
                    line.appendField(try row.optionalText(at: 6) ?? digest)
                }
                if ["name", "match_name", "credit_code", "salt", "erased_sha256"].contains(name) { continue }
            }
            switch try row.value(at: column) {
            case .null: line.appendNull()
            case .integer(let number): line.appendField(number)
            case .text(let text): line.appendField(text)
            case .real, .blob: line.appendNull()
            }
        }
        line.endLine()
        return line
    }
}
