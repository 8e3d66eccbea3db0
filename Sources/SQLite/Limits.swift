import CSQLite

/// What a connection may be asked for at most (sqlite.org/limits.html).
package enum Limit: Sendable {
    /// Bytes of a text, a blob or a row.
    case length
    /// Bytes of a statement's text.
    case statementLength
    case columns, expressionDepth, compoundSelects, instructions, functionArguments, attachedDatabases
    /// Bytes of the pattern of a LIKE or GLOB.
    case patternLength
    case parameters, triggerDepth, workerThreads

    fileprivate var code: Int32 {
        switch self {
        case .length: SQLITE_LIMIT_LENGTH
        case .statementLength: SQLITE_LIMIT_SQL_LENGTH
        case .columns: SQLITE_LIMIT_COLUMN
        case .expressionDepth: SQLITE_LIMIT_EXPR_DEPTH
        case .compoundSelects: SQLITE_LIMIT_COMPOUND_SELECT
        case .instructions: SQLITE_LIMIT_VDBE_OP
        case .functionArguments: SQLITE_LIMIT_FUNCTION_ARG
        case .attachedDatabases: SQLITE_LIMIT_ATTACHED
        case .patternLength: SQLITE_LIMIT_LIKE_PATTERN_LENGTH
        case .parameters: SQLITE_LIMIT_VARIABLE_NUMBER
        case .triggerDepth: SQLITE_LIMIT_TRIGGER_DEPTH
        case .workerThreads: SQLITE_LIMIT_WORKER_THREADS
        }
    }
}

extension Connection {
    /// Lowers a limit for the statements of this connection; above the library's own it stays at that.
    package func setLimit(_ limit: Limit, to value: Int32) {
        _ = sqlite3_limit(database.pointer, limit.code, value)
    }
}
