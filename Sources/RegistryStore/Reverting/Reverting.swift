import Registry
import SQLite
import Spreadsheets

/// Takes back one change within another.
///
/// What is to be done to each row is planned in a temporary table, so that a change of a million rows needs no more memory
/// than one of ten, and done with a few statements a table.
struct Reverting {
    let number: Int64
    let change: Change
    let ledger: Ledger
    let connection: Connection
    let tables: [ReversedTable]
    /// What was kept beside the records, which counts while its change stands: it needs no other version. Of a change
    /// that took back another, what that one kept.
    let kept: [String]
    /// The change that kept it.
    private let keeper: Int64
    /// Whether it counts now, and no more from here on; else the other way round.
    private let keptCounts: Bool

    init(_ number: Int64, in change: Change, of ledger: Ledger) throws(StoreError) {
        self.number = number
        self.change = change
        self.ledger = ledger
        connection = change.connection
        func touched(by change: Int64) throws(StoreError) -> [String] {
            try storing { () throws(SQLiteError) in
                try ledger.connection.query(
                    "SELECT table_name FROM change_part WHERE change_id = ?", .integer(change)
                ) { row throws(SQLiteError) in try row.text(at: 0) }
            }
        }
        var keeper = number
        while let earlier = try ledger.takenBack(by: keeper) { keeper = earlier }
        self.keeper = keeper
        keptCounts = try ledger.stands(keeper)
        let own = try touched(by: number)
        tables = ReversedTable.all.filter { own.contains($0.name) }
        let beside = try touched(by: keeper)
        kept = SealFormat.keptBeside.filter { beside.contains($0) }
        if tables.isEmpty, kept.isEmpty { throw .notRevertible(change: number) }
    }

    func run() throws(StoreError) -> Reversal {
        try storing { () throws(SQLiteError) in
            // For each row: the change whose version it gets back, or NULL where it had none before and becomes void.
            try connection.execute(
                """
                CREATE TEMP TABLE IF NOT EXISTS turn (
                  place INTEGER NOT NULL, id INTEGER NOT NULL, was INTEGER, becomes_void INTEGER NOT NULL,
                  kept INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (place, id)) WITHOUT ROWID;
                DELETE FROM temp.turn;
                CREATE TEMP TABLE IF NOT EXISTS undone (change_id INTEGER PRIMARY KEY);
                DELETE FROM temp.undone;
                """)
            for undone in try connection.undoneChanges() where undone > number {
                try connection.run("INSERT INTO temp.undone (change_id) VALUES (?)", .integer(undone))
            }
            for table in tables { try plan(table) }
        }
        // What lives again must be there before what names it, and what goes after what named it.
        for table in tables { try turn(table, toVoid: false) }
        for table in tables.reversed() { try turn(table, toVoid: true) }
        try storing { () throws(SQLiteError) in
            for table in tables { try seal(table) }
        }
        try record()
        return try storing { () throws(SQLiteError) in try outcome() }
    }

    /// Notes what a row was before the change, and which rows were given another version since. Where all of those were
    /// taken back, it is as if none had been.
    private func plan(_ table: ReversedTable) throws(SQLiteError) {
        let first = try connection.firstID(in: table.name, after: number - 1)
        let end = try connection.firstID(in: table.name, after: number)
        // Those that are void by now are gone already.
        try connection.run(
            """
            INSERT INTO temp.turn (place, id, was, becomes_void)
            SELECT ?, id, NULL, 1 FROM \(table.name) WHERE id >= ? AND id < ? AND is_void = 0
            """, .integer(table.place), .integer(first), .integer(end))
        try connection.run(
            """
            INSERT INTO temp.turn (place, id, was, becomes_void)
            SELECT ?, id, change_id, is_void FROM \(table.name)_history WHERE replaced_by = ?
            """, .integer(table.place), .integer(number))
        let isSame = (table.own + ["is_void"]).map { "r.\($0) IS made.\($0)" }.joined(separator: " AND ")
        try keep(
            table, .correctedSince,
            """
            SELECT t.id FROM temp.turn t JOIN \(table.name) r ON r.id = t.id
            JOIN \(table.name)_history made ON made.id = t.id AND made.change_id = \(number)
            WHERE t.place = \(table.place) AND r.change_id <> \(number) AND (NOT (\(isSame))
              OR r.change_id NOT IN (SELECT change_id FROM temp.undone)
              OR EXISTS (SELECT 1 FROM \(table.name)_history h WHERE h.id = t.id AND h.change_id > \(number)
                AND h.change_id NOT IN (SELECT change_id FROM temp.undone)))
            """)
    }

    private func turn(_ table: ReversedTable, toVoid isVoiding: Bool) throws(StoreError) {
        let rows = TurnedRows(table, toVoid: isVoiding)
        guard try storing({ () throws(SQLiteError) in try count(rows) }) > 0 else { return }
        try storing { () throws(SQLiteError) in
            try keepHindered(rows)
        }
        guard try storing({ () throws(SQLiteError) in try count(rows) }) > 0 else { return }
        let flows = try TurnedFlows(rows, in: change)
        let before = try flows.take(sign: -1)
        try storing { () throws(SQLiteError) in try write(rows) }
        let after = try flows.take(sign: 1)
        try flows.moveRecords(from: before, to: after)
    }

    func count(_ rows: TurnedRows) throws(SQLiteError) -> Int64 {
        try connection.first("SELECT count(*) FROM (\(rows.ids))") { row throws(SQLiteError) in try row.integer(at: 0) }
            ?? 0
    }

    /// Makes the versions; those before go to the history.
    private func write(_ rows: TurnedRows) throws(SQLiteError) {
        let name = rows.table.name
        if change.keepsHistoryItself {
            let columns = (["id"] + rows.table.own + RecordTable.versionColumns).joined(separator: ", ")
            try connection.run(
                """
                INSERT INTO \(name)_history (\(columns), replaced_by)
                SELECT \(columns), ? FROM \(name) WHERE id IN (\(rows.ids)) ORDER BY id
                """, .integer(change.number))
        }
        // Where it came from stays: its values are still those of that row.
        try connection.run(
            "UPDATE \(name) SET is_void = 1, change_id = ? WHERE id IN (\(rows.ids) AND was IS NULL)",
            .integer(change.number))
        let settings = (rows.table.own + ["is_void", "file_id", "file_row", "file_offset"])
            .map { "\($0) = was.\($0)" }.joined(separator: ", ")
        try connection.run(
            """
            UPDATE \(name) SET \(settings), change_id = ? FROM temp.turn t
            CROSS JOIN \(name)_history was ON was.id = t.id AND was.change_id = t.was
            WHERE \(name).id = t.id AND t.\(rows.condition.replacing(" AND ", with: " AND t."))
            """, .integer(change.number))
    }

    /// Seals the versions that were made, in the order of their ids.
    private func seal(_ table: ReversedTable) throws(SQLiteError) {
        let versions = try connection.prepare(
            """
            SELECT \(table.selected) FROM \(table.name)
            WHERE id IN (SELECT id FROM temp.turn WHERE place = \(table.place) AND kept = 0) ORDER BY id
            """)
        let place = SealBook.place(of: table.name)
        var line = CSVLine()
        while try versions.step() {
            line.clear()
            for column in 0..<versions.columnCount {
                if table.name == "party", (1...4).contains(column) {
                    if column == 1 { Self.appendIdentity(versions, to: &line) }
                    continue
                }
                switch versions.rawValue(at: column) {
                case .integer(let number): line.appendField(number)
                case .text(let bytes): line.appendField(bytes)
                case .null, .real, .blob: line.appendNull()
                }
            }
            line.endLine()
            change.addChanged(line, to: place)
        }
    }

    /// What stands in a seal for a party: the digest over its salt, name and credit code, which an erasure leaves.
    private static func appendIdentity(_ row: borrowing Statement, to line: inout CSVLine) {
        func text(_ column: Int32) -> Bytes? {
            if case .text(let bytes) = row.rawValue(at: column) { bytes } else { nil }
        }
        let none = Bytes(start: nil, count: 0)
        if let erased = text(4) {
            line.appendField(erased)
        } else {
            line.appendField(PartyIdentity.digest(salt: text(1) ?? none, name: text(2) ?? none, creditCode: text(3)))
        }
    }

    /// Records which change this one takes back.
    private func record() throws(StoreError) {
        try storing { () throws(SQLiteError) in try change.addRow(to: "reversal", [.integer(number)]) }
    }

    private func outcome() throws(SQLiteError) -> Reversal {
        var reversal = Reversal()
        for table in tables {
            try connection.forEach(
                """
                SELECT becomes_void, kept, count(*) FROM temp.turn WHERE place = ? GROUP BY becomes_void, kept
                ORDER BY becomes_void DESC, kept
                """, .integer(table.place)
            ) { row throws(SQLiteError) in
                let (kept, count) = (try row.integer(at: 1), try row.integer(at: 2))
                if kept == 0 {
                    let isVoided = try row.integer(at: 0) == 1
                    reversal.takenBack.append(.init(table: table.name, isVoided: isVoided, rows: count))
                } else {
                    reversal.keptCount += count
                    if table.name == "party", kept == Reversal.Obstacle.named.rawValue {
                        reversal.partiesStillNamed += count
                    }
                }
                return true
            }
            let events = Namer.of(table.name).filter(\.isEvent).flatMap { namer in
                namer.columns.map { ", coalesce((SELECT max(change_id) FROM \(namer.table) WHERE \($0) = t.id), 0)" }
            }
            reversal.kept += try connection.query(
                """
                SELECT \(table.shownName), t.kept, max(r.change_id, 0\(events.joined())) FROM temp.turn t JOIN \(table.name) r ON r.id = t.id
                WHERE t.place = ? AND t.kept <> 0 ORDER BY t.kept = \(Reversal.Obstacle.named.rawValue), t.id LIMIT 20
                """, .integer(table.place)
            ) { row throws(SQLiteError) in
                Reversal.Kept(
                    table: table.name, name: try row.optionalText(at: 0) ?? "",
                    obstacle: Reversal.Obstacle(rawValue: try row.integer(at: 1)) ?? .named,
                    lastChange: try row.integer(at: 2))
            }
        }
        for table in kept {
            let rows = try connection.first(
                "SELECT new_rows FROM change_part WHERE change_id = ? AND table_name = ?", .integer(keeper),
                .text(table)
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
            let beside = Reversal.Beside(table: table, rows: rows ?? 0)
            if keptCounts { reversal.setAside.append(beside) } else { reversal.givenBack.append(beside) }
        }
        return reversal
    }
}
