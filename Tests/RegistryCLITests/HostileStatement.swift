import Testing

/// A statement that means harm, and the exit codes with which it may end.
struct HostileStatement: Sendable, CustomTestStringConvertible {
    let sql: String
    let exits: Set<Int32>

    var testDescription: String { sql.count > 90 ? sql.prefix(90) + "…" : sql }

    /// It would write, or reach beyond the registry: refused, and where SQLite finds another fault with it first, wrong.
    static func forbidden(_ all: [String]) -> [HostileStatement] { all.map { HostileStatement(sql: $0, exits: [77]) } }
    /// SQLite itself cannot make sense of it, or finds it too large to compile.
    static func wrong(_ all: [String]) -> [HostileStatement] { all.map { HostileStatement(sql: $0, exits: [64, 77]) } }
    /// It asks for more memory than it may take, if it comes to that in its time.
    static func large(_ all: [String]) -> [HostileStatement] { all.map { HostileStatement(sql: $0, exits: [74, 75]) } }
    /// It never ends by itself.
    static func endless(_ all: [String]) -> [HostileStatement] { all.map { HostileStatement(sql: $0, exits: [75]) } }
    /// It takes long or much, and may yet end by itself.
    static func heavy(_ all: [String]) -> [HostileStatement] {
        all.map { HostileStatement(sql: $0, exits: [0, 64, 74, 75]) }
    }

    /// One that is never run need not be tried in every form.
    var formats: [String] { exits.isSubset(of: [64, 77]) ? ["csv"] : ["csv", "table"] }

    static let all = writes + reaches + bombs + floods
}

extension HostileStatement {
    private static let tables = [
        "deal", "deal_history", "deal_event", "change", "change_part", "source_file", "arrival", "venue", "party",
        "listing", "figure", "daily_total", "daily_delta", "setting", "migration",
    ]

    /// What would change the file: 15 tables in 7 ways, and what is not done to a table.
    static let writes =
        forbidden(
            tables.flatMap { table in
                [
                    "DELETE FROM \(table)", "UPDATE \(table) SET rowid = 7 WHERE 1", "DROP TABLE \(table)",
                    "WITH gone AS (SELECT 1) DELETE FROM \(table) WHERE 1 RETURNING *",
                    "EXPLAIN DELETE FROM \(table)", "ALTER TABLE \(table) RENAME TO other",
                    "INSERT OR REPLACE INTO \(table) SELECT * FROM \(table)",
                ]
            })
        + forbidden([
            "CREATE TABLE a(b)", "CREATE TABLE a AS SELECT * FROM deals", "CREATE TEMP TABLE a AS SELECT * FROM deals",
            "CREATE VIEW a AS SELECT 1", "CREATE TEMP VIEW deals AS SELECT 1", "CREATE INDEX a ON deal(title)",
            "CREATE TRIGGER a AFTER INSERT ON deal BEGIN DELETE FROM deal; END",
            "CREATE TEMP TRIGGER a AFTER INSERT ON deal BEGIN DELETE FROM deal; END", "DROP VIEW deals",
            "DROP TRIGGER deal_no_delete", "DROP INDEX IF EXISTS deal_code", "REINDEX", "REINDEX deal", "ANALYZE",
            "ANALYZE deal", "VACUUM", "VACUUM INTO 'copy.sqlite'", "BEGIN", "BEGIN EXCLUSIVE", "COMMIT", "END",
            "ROLLBACK", "SAVEPOINT a", "RELEASE a", "REPLACE INTO deal DEFAULT VALUES", "UPDATE deals SET title = 'x'",
            "DELETE FROM deals", "INSERT INTO deals VALUES (1)", "DELETE FROM sqlite_schema",
            "UPDATE sqlite_schema SET sql = ''", "INSERT INTO sqlite_schema VALUES ('table', 'a', 'a', 0, '')",
            "DELETE FROM sqlite_stat1", "/* */ DELETE FROM deal", "-- only a look\nDELETE FROM deal",
            ";;; DELETE FROM deal",
            "\u{FEFF}DELETE FROM deal", "delete\nfrom\ndeal", "SELECT 1; DELETE FROM deal", "SELECT 1; DROP TABLE deal",
            "SELECT 1;;; ATTACH 'other.sqlite' AS other", "SELECT 1; PRAGMA query_only = OFF",
        ])
        + wrong([
            "SELECT 1; SELECT 2", "SELECT 1; garbage", "SELECT 1 /* */; VALUES (2)", "SELECT * INTO copy FROM deal",
        ])
}
