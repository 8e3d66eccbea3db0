import CSQLite

/// What a statement, while it is compiled, is found to do (sqlite.org/c3ref/c_alter_table.html).
package enum Act: Sendable, Equatable {
    case select
    /// A table or view; the column is empty where none is read, as by `count(*)`, and then the table may be an expression.
    case read(table: String, column: String, schema: String)
    case call(function: String)
    /// A `WITH` that names itself.
    case recurse
    case pragma(name: String, argument: String?)
    /// All else: `DELETE` and `deal`, `ATTACH` and a path.
    case other(verb: String, object: String?)
}

/// Asked about every act of the statements that a connection compiles.
final class Authorizer {
    let allows: (Act, String?) -> Bool

    init(_ allows: @escaping (Act, String?) -> Bool) { self.allows = allows }
}

extension Connection {
    /// Compiles from now on only statements whose every act is allowed; another throws an error that `isNotAuthorized`.
    ///
    /// What was compiled before stays in the cache, and is not asked about again.
    ///
    /// - Parameter allows: given the act, and the view or common table expression in which it stands. It must not use
    ///   the connection.
    package func setAuthorizer(_ allows: @escaping (Act, _ within: String?) -> Bool) throws(SQLiteError) {
        let authorizer = Authorizer(allows)
        let ask:
            @convention(c) (
                UnsafeMutableRawPointer?, Int32, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?,
                UnsafePointer<CChar>?
            ) -> Int32 = { address, code, first, second, schema, within in
                guard let address else { return SQLITE_DENY }
                let authorizer = Unmanaged<Authorizer>.fromOpaque(address).takeUnretainedValue()
                let act = Act(code, text(first), text(second), schema: text(schema))
                return authorizer.allows(act, text(within)) ? SQLITE_OK : SQLITE_DENY
            }
        try database.require(
            sqlite3_set_authorizer(database.pointer, ask, Unmanaged.passUnretained(authorizer).toOpaque()))
        database.authorizer = authorizer
        database.cache.empty()
    }
}

private func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

extension Act {
    fileprivate init(_ code: Int32, _ first: String?, _ second: String?, schema: String?) {
        switch code {
        case SQLITE_SELECT: self = .select
        case SQLITE_RECURSIVE: self = .recurse
        case SQLITE_READ: self = .read(table: first ?? "", column: second ?? "", schema: schema ?? "")
        case SQLITE_FUNCTION: self = .call(function: second ?? "")
        case SQLITE_PRAGMA: self = .pragma(name: first ?? "", argument: second)
        default:
            self = .other(verb: Self.verbs[code] ?? "code \(code)", object: code == SQLITE_ALTER_TABLE ? second : first)
        }
    }

    private static let verbs: [Int32: String] = [
        SQLITE_CREATE_INDEX: "CREATE INDEX", SQLITE_CREATE_TABLE: "CREATE TABLE",
        SQLITE_CREATE_TEMP_INDEX: "CREATE INDEX", SQLITE_CREATE_TEMP_TABLE: "CREATE TEMP TABLE",
        SQLITE_CREATE_TEMP_TRIGGER: "CREATE TEMP TRIGGER", SQLITE_CREATE_TEMP_VIEW: "CREATE TEMP VIEW",
        SQLITE_CREATE_TRIGGER: "CREATE TRIGGER", SQLITE_CREATE_VIEW: "CREATE VIEW", SQLITE_DELETE: "DELETE",
        SQLITE_DROP_INDEX: "DROP INDEX", SQLITE_DROP_TABLE: "DROP TABLE", SQLITE_DROP_TEMP_INDEX: "DROP INDEX",
        SQLITE_DROP_TEMP_TABLE: "DROP TABLE", SQLITE_DROP_TEMP_TRIGGER: "DROP TRIGGER",
        SQLITE_DROP_TEMP_VIEW: "DROP VIEW", SQLITE_DROP_TRIGGER: "DROP TRIGGER", SQLITE_DROP_VIEW: "DROP VIEW",
        SQLITE_INSERT: "INSERT", SQLITE_TRANSACTION: "a transaction:", SQLITE_UPDATE: "UPDATE",
        SQLITE_ATTACH: "ATTACH", SQLITE_DETACH: "DETACH", SQLITE_ALTER_TABLE: "ALTER TABLE", SQLITE_REINDEX: "REINDEX",
        SQLITE_ANALYZE: "ANALYZE", SQLITE_CREATE_VTABLE: "CREATE VIRTUAL TABLE", SQLITE_DROP_VTABLE: "DROP TABLE",
        SQLITE_SAVEPOINT: "SAVEPOINT",
    ]
}
