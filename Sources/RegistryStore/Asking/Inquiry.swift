import Registry
package import SQLite
package import Spreadsheets

/// A statement of somebody's own over a registry that is open for reading: it reads, and does nothing else, in limited
/// memory and time.
///
/// The ledger's connection serves nothing else afterwards.
package final class Inquiry {
    /// Bytes of a text, a blob or a row.
    static let longestText = 16 << 20
    /// Bytes that SQLite may take, sorting and its cache included: with the program itself it stays under 256 MiB.
    package static let mostMemory: Int64 = 160 << 20

    private let connection: Connection
    private let bounds: Bounds

    /// What the statement may read, and what of it was refused first.
    private final class Bounds {
        var tables: Set<String> = []
        /// Tables that stand in the file as they are now, while a state before is asked for.
        var present: Set<String> = []
        var refused: InquiryFault.Forbidden?

        func allow(_ act: Act, within: String?) -> Bool {
            if case .read(let table, _, "main") = act, present.contains(table), !present.contains(within ?? "") {
                refused = refused ?? .present(table: table)
                return false
            }
            if AllowedActs.allow(act, tables: tables) { return true }
            refused = refused ?? InquiryFault.Forbidden(act)
            return false
        }
    }

    /// To be called before any registry is opened: SQLite counts what it takes only from its beginning.
    package static func limitMemory() throws(SQLiteError) { try Library.limitMemory(bytes: mostMemory) }

    /// - Parameters:
    ///   - ledger: open for reading, with no transaction begun.
    ///   - knownAt: the state to be read, where it is not the present: every table and view is then what it was after that
    ///     change.
    ///   - goesOn: asked while the statement runs; it ends where this answers false.
    package init(
        _ ledger: Ledger, knownAt: (Ledger) throws(StoreError) -> Moment?, while goesOn: @escaping () -> Bool
    ) throws(StoreError) {
        connection = ledger.connection
        bounds = Bounds()
        try storing { () throws(SQLiteError) in
            // What is sorted or gathered stays in memory, where its size is limited, and fills no disk.
            try connection.execute("PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0")
            try connection.setCacheSize(kibibytes: 8 << 10)
            try connection.begin(.deferred)
        }
        let moment = try knownAt(ledger)
        try storing { () throws(SQLiteError) in
            if let moment, !moment.isNewest {
                bounds.present = try connection.shadow(from: Viewpoint(knownAt: moment))
            }
            bounds.tables = Set(
                try connection.query("SELECT lower(name) FROM sqlite_schema WHERE type IN ('table', 'view')") {
                    row throws(SQLiteError) in try row.text(at: 0)
                })
            try connection.setQueryOnly(true)
            Self.limit(connection)
            connection.setProgressHandler(everySteps: 10_000, goesOn)
            try connection.setAuthorizer { [bounds] act, within in bounds.allow(act, within: within) }
        }
    }

    private static func limit(_ connection: Connection) {
        connection.setLimit(.length, to: Int32(longestText))
        connection.setLimit(.statementLength, to: 1_000_000)
        connection.setLimit(.columns, to: 500)
        connection.setLimit(.expressionDepth, to: 500)
        connection.setLimit(.compoundSelects, to: 100)
        connection.setLimit(.instructions, to: 250_000)
        connection.setLimit(.attachedDatabases, to: 0)
        connection.setLimit(.patternLength, to: 1000)
        connection.setLimit(.parameters, to: 100)
        connection.setLimit(.triggerDepth, to: 1)
        connection.setLimit(.workerThreads, to: 0)
    }

    /// Shows the rows of one statement, one after the other.
    ///
    /// - Parameters:
    ///   - parameters: a value for each `:name` of the statement, by its name.
    ///   - begin: told the columns, before the first row.
    ///   - row: lent the values of a row; they are valid until it returns.
    package func ask(
        _ sql: String, _ parameters: [String: Value], begin: ([String]) throws(InquiryFault) -> Void,
        row: ([RawCell]) throws(WriteError) -> Void
    ) throws(InquiryFault) {
        let statement = try compile(sql)
        try bind(parameters, to: statement)
        var cells = [RawCell](repeating: .null, count: Int(statement.columnCount))
        try begin(names(of: statement))
        while try step(statement) {
            for column in cells.indices { cells[column] = RawCell(statement.rawValue(at: Int32(column))) }
            do throws(WriteError) { try row(cells) } catch { throw .output(error) }
        }
    }

    private func compile(_ sql: String) throws(InquiryFault) -> Statement {
        bounds.refused = nil
        let statement: Statement
        do throws(SQLiteError) { statement = try connection.prepare(sql) } catch {
            if error.isOutOfMemory { throw .tooMuchMemory }
            if let verb = FirstWord.ofWriting(sql) { throw .notReading(.statement(verb: verb)) }
            if let refused = bounds.refused { throw .notReading(refused) }
            if let verb = FirstWord.ofWritingBehind(sql) { throw .notReading(.statement(verb: verb)) }
            throw InquiryFault(error, in: sql)
        }
        guard statement.isReadOnly else {
            throw .notReading(.statement(verb: FirstWord.ofWritingBehind(sql) ?? FirstWord.of(sql)))
        }
        guard statement.columnCount > 0 else { throw .givesNoRows }
        return statement
    }

    private func names(of statement: borrowing Statement) -> [String] {
        (0..<statement.columnCount).map { column in (try? statement.columnName(at: column)) ?? "" }
    }

    private func step(_ statement: borrowing Statement) throws(InquiryFault) -> Bool {
        do throws(SQLiteError) { return try statement.step() } catch {
            // A pragma's table is compiled as it is read.
            if let refused = bounds.refused { throw .notReading(refused) }
            throw InquiryFault(error)
        }
    }

    private func bind(_ parameters: [String: Value], to statement: borrowing Statement) throws(InquiryFault) {
        var known: [String] = []
        for (index, marked) in statement.parameterNames.enumerated() {
            guard let marked else { throw .parameter(.unnamed) }
            let name = String(marked.dropFirst())
            guard let value = parameters[name] else { throw .parameter(.missing(name)) }
            known.append(name)
            do throws(SQLiteError) { try statement.bind(value, at: Int32(index + 1)) } catch {
                throw InquiryFault(error)
            }
        }
        if let stray = parameters.keys.sorted().first(where: { !known.contains($0) }) {
            throw .parameter(.unknown(stray, known: known))
        }
    }
}

extension RawCell {
    fileprivate init(_ value: RawValue) {
        switch value {
        case .null: self = .null
        case .integer(let number): self = .integer(number)
        case .real(let number): self = .real(number)
        case .text(let bytes): self = .text(bytes)
        case .blob(let bytes): self = .blob(bytes)
        }
    }
}
