import Registry
import SQLite

/// The records of a noun in the order of their names, gone through beside a file whose rows come in that order too: a step
/// to the next record is a tenth of looking it up.
///
/// What it stands on is as it was when it was reached. Whoever writes another version of a record calls ``leave()`` before
/// the next is asked for.
final class RecordsByName {
    /// A record that is farther ahead is looked up.
    private static let mostSteps = 16
    private static let (idPlace, codePlace, voidPlace, changePlace) = (Int32(0), Int32(1), Int32(2), Int32(3))
    private static let firstColumn: Int32 = 4

    private enum Place {
        case nowhere, onRow, atEnd
    }

    private let rows: Statement
    private let columns: [RecordTable.Column]
    /// Where the cells of the name stand: that of the venue, where records belong to one, and of the code.
    private let venuePlace: Int?
    private let namePlace: Int
    private var place = Place.nowhere
    private var venue: Int64 = 0
    private var lastAsked: [UInt8] = []

    /// - Parameter columns: those that are compared.
    init(_ table: RecordTable, comparing columns: [RecordTable.Column], on connection: Connection) throws(SQLiteError) {
        self.columns = columns
        let places = table.identity.compactMap { name in table.columns.firstIndex { $0.name == name } }
        namePlace = places.last ?? 0
        venuePlace = places.count > 1 ? places.first : nil
        let name = table.columns[namePlace].name
        let owner = venuePlace.map { "\(table.columns[$0].name) = ?2 AND " } ?? ""
        let wanted = (["id", name, "is_void", "change_id"] + columns.map(\.name)).joined(separator: ", ")
        rows = try connection.prepare(
            "SELECT \(wanted) FROM \(table.name) WHERE \(owner)\(name) >= ?1 ORDER BY \(name)")
    }

    /// Looks for the record that a row names.
    ///
    /// - Parameter cells: of the row, all columns of the table.
    func find(_ cells: UnsafeMutableBufferPointer<StoredCell>) throws(SQLiteError) -> Bool {
        guard case .text(let name) = cells[namePlace] else { return false }
        var owner: Int64 = 0
        if let venuePlace, case .integer(let id) = cells[venuePlace] { owner = id }
        let isAhead =
            place != .nowhere && owner == venue && lastAsked.withUnsafeBufferPointer { name.order(to: $0) >= 0 }
        lastAsked.removeAll(keepingCapacity: true)
        lastAsked.append(contentsOf: name)
        if isAhead {
            for _ in 0..<Self.mostSteps {
                guard place == .onRow else { return false }
                let order = try order(of: name)
                if order <= 0 { return order == 0 }
                try step()
            }
        }
        leave()
        try rows.bind(name.text, at: 1)
        if venuePlace != nil { try rows.bind(owner, at: 2) }
        venue = owner
        try step()
        return place == .onRow ? try order(of: name) == 0 : false
    }

    /// Of a row's name to that of the record it stands on.
    private func order(of name: Bytes) throws(SQLiteError) -> Int {
        try rows.withTextBytes(at: Self.codePlace) { name.order(to: $0) }
    }

    /// Of the record that was found.
    func id() throws(SQLiteError) -> Int64 { try rows.integer(at: Self.idPlace) }

    /// Whether the record that was found counts, was there before a change, and says what a row says.
    func isSame(
        as cells: UnsafeMutableBufferPointer<StoredCell>, before change: Int64
    ) throws(SQLiteError) -> Bool {
        guard try rows.integer(at: Self.voidPlace) == 0, try rows.integer(at: Self.changePlace) != change else {
            return false
        }
        var stored = Self.firstColumn
        for column in columns {
            guard cells[column.place].isSame(as: rows, at: stored) else { return false }
            stored += 1
        }
        return true
    }

    /// Stands nowhere, and holds nothing of the file.
    func leave() {
        rows.reset()
        place = .nowhere
    }

    private func step() throws(SQLiteError) {
        place = try rows.step() ? .onRow : .atEnd
        // What ended is not to be begun again by its next step.
        if place == .atEnd { rows.reset() }
    }
}
