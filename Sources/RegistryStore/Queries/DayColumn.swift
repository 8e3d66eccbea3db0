import Registry
import SQLite

extension Statement {
    /// The day in a column; nil for NULL, and for a text that is none.
    func optionalDay(at column: Int32) throws(SQLiteError) -> Day? {
        guard try !isNull(at: column) else { return nil }
        return try withTextBytes(at: column) { bytes in try? Day.read(bytes) }
    }
}
