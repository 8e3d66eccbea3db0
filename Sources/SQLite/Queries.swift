import CSQLite

extension Connection {
    /// One statement, compiled or from the cache, to which it returns when it is dropped.
    package func prepare(_ sql: String) throws(SQLiteError) -> Statement {
        Statement(try database.prepare(sql), of: database)
    }

    /// Runs every statement of a script; the first that fails stops it, and those before it stand.
    package func execute(_ script: String) throws(SQLiteError) {
        var script = try Script(script)
        while let prepared = try script.next(on: database) {
            let statement = Statement(prepared, of: database)
            try statement.run()
        }
    }

    /// Runs one statement to its end, and gives the number of rows it changed itself.
    @discardableResult
    package func run(_ sql: String, _ values: Value...) throws(SQLiteError) -> Int {
        let before = totalChanges
        let statement = try prepare(sql)
        try statement.bind(values)
        try statement.run()
        // SQLite keeps the last count over a statement that can change no row.
        return totalChanges == before ? 0 : changes
    }

    /// Every row, as `row` reads it.
    package func query<R>(
        _ sql: String, _ values: Value..., row: (borrowing Row) throws(SQLiteError) -> R
    ) throws(SQLiteError) -> [R] {
        let statement = try prepare(sql)
        try statement.bind(values)
        var results: [R] = []
        while try statement.step() { results.append(try row(statement)) }
        return results
    }

    /// The first row, or nil where there is none; what follows is not read.
    package func first<R>(
        _ sql: String, _ values: Value..., row: (borrowing Row) throws(SQLiteError) -> R
    ) throws(SQLiteError) -> R? {
        let statement = try prepare(sql)
        try statement.bind(values)
        return try statement.step() ? try row(statement) : nil
    }

    /// Shows one row after the other, in steady memory, until `row` answers false.
    package func forEach(
        _ sql: String, _ values: Value..., row: (borrowing Row) throws(SQLiteError) -> Bool
    ) throws(SQLiteError) {
        let statement = try prepare(sql)
        try statement.bind(values)
        while try statement.step() {
            guard try row(statement) else { return }
        }
    }
}
