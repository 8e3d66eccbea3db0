import SQLite

extension Connection {
    /// Puts before every table and view one of the same name that shows it as known from a viewpoint: SQLite looks for a
    /// name among those of the connection first. Nothing is written to the file.
    ///
    /// - Returns: the tables that are shadowed.
    func shadow(from viewpoint: Viewpoint) throws(SQLiteError) -> Set<String> {
        let past = try PastView(self, from: viewpoint)
        let shadows = try past.shadows()
        for shadow in shadows { try execute("CREATE TEMP VIEW \"\(shadow.name)\" AS \(shadow.sql)") }
        return Set(shadows.filter { !$0.isView }.map(\.name))
    }
}
