import Registry
import SQLite
import Testing

@testable import RegistryStore

/// A query of what arrived, and the way by which SQLite answers it.
struct PlannedQuery: Sendable, CustomTestStringConvertible {
    let sql: String
    /// That it is given.
    let values: Int
    let way: String

    var testDescription: String { way }

    private static let byVenue = "arrival USING INDEX arrival_by_venue (venue_id=? AND rowid>? AND rowid<?)"
    private static let byContent = "source_file USING INDEX source_file_by_content (size_bytes=? AND sha256=?)"

    static let all = [
        PlannedQuery(sql: ArrivalOrigin.venue(1).query, values: 3, way: byVenue),
        PlannedQuery(sql: ArrivalOrigin.noVenue.query, values: 2, way: byVenue),
        PlannedQuery(
            sql: ArrivalOrigin.any.query, values: 2, way: "arrival USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"),
        PlannedQuery(
            sql: Ledger.newestArrivalQuery, values: 1,
            way: "arrival USING COVERING INDEX arrival_by_change (change_id<?)"),
        PlannedQuery(sql: Ledger.newestImportQuery, values: 4, way: byContent),
        PlannedQuery(sql: Ledger.importsQuery, values: 5, way: byContent),
        PlannedQuery(
            sql: Ledger.digestsQuery, values: 2, way: "source_file USING INDEX source_file_by_content (size_bytes=?)"),
        PlannedQuery(sql: EqualReject.query, values: 5, way: "r USING INDEX rejected_row_by_cells (cells=?)"),
        PlannedQuery(
            sql: RejectStates.closingsQuery, values: 1,
            way: "closed_reject USING INDEX closed_reject_by_reject (reject_id=?)"),
    ]
}

@Suite("However much arrived, what is asked of it is looked up")
struct PlanTests {
    private static func plan(_ query: PlannedQuery, on connection: Connection) throws -> [String] {
        let plan = try connection.prepare("EXPLAIN QUERY PLAN \(query.sql)")
        try plan.bind(Array(repeating: .integer(1), count: query.values))
        var ways: [String] = []
        while try plan.step() { ways.append(try plan.text(at: 3)) }
        return ways
    }

    @Test("by an index", arguments: PlannedQuery.all)
    func index(query: PlannedQuery) throws {
        let registry = try TestRegistry()
        #expect(try Self.plan(query, on: registry.ledger.connection).first == "SEARCH \(query.way)")
    }

    @Test("by the same once SQLite has counted a venue that nearly everything is of", arguments: PlannedQuery.all)
    func counted(query: PlannedQuery) throws {
        let registry = try TestRegistry()
        let connection = registry.ledger.connection
        try connection.execute(
            """
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)
            INSERT INTO arrival (arrived_at, name, noun, sha256, size_bytes, outcome, rows_read, rows_new, rows_changed,
              rows_unchanged, rows_rejected, rows_set_aside, conflicts, actor, login, uid, host)
            SELECT '2026-01-01T00:00:00.000000Z', 'a', 'deal', 'x' || i, 5, 'refused', 0, 0, 0, 0, 0, 0, 0, 'a', 'a', 1, 'h'
            FROM n;
            ANALYZE;
            """)
        #expect(try Self.plan(query, on: connection).first == "SEARCH \(query.way)")
    }
}
