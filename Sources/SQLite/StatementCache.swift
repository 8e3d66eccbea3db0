import CSQLite

/// A compiled statement; finalized when nobody holds it.
final class Prepared {
    let pointer: OpaquePointer
    let sql: String
    /// Worth keeping for another run.
    let isLasting: Bool
    /// Set while the statement is in use, so that the database outlives it; nil while it lies in the cache.
    var home: Database?

    init(pointer: OpaquePointer, sql: String, isLasting: Bool) {
        self.pointer = pointer
        self.isLasting = isLasting
        self.sql = sql
    }

    deinit { sqlite3_finalize(pointer) }
}

/// Compiled statements at rest. One in use is not here, so two users never share one.
struct StatementCache {
    let limit: Int
    private var resting: [String: Prepared] = [:]

    init(limit: Int) { self.limit = limit }

    var count: Int { resting.count }

    mutating func take(_ sql: String) -> Prepared? { resting.removeValue(forKey: sql) }

    /// Keeps a statement that was reset, unless the cache is full or holds its twin.
    mutating func put(_ prepared: Prepared) {
        guard resting.count < limit, resting[prepared.sql] == nil else { return }
        resting[prepared.sql] = prepared
    }

    mutating func empty() { resting = [:] }
}
