import SQLite

/// What a statement that was typed by somebody may do: read, and call functions that only compute.
///
/// All that is not named here is refused, so that a newer SQLite, or one with more in it, opens nothing.
enum AllowedActs {
    /// - Parameter tables: the tables and views of the file.
    static func allow(_ act: Act, tables: Set<String>) -> Bool {
        switch act {
        case .select, .recurse: true
        // Without a column it may be the name of a common table expression.
        case .read(let table, let column, _):
            column.isEmpty || tables.contains(table.lowercased()) || isReadable(table.lowercased())
        case .call(let function): functions.contains(function.lowercased())
        case .pragma(let name, let argument):
            pragmas[name.lowercased()].map { $0 == .withArgument || argument == nil } ?? false
        // SQLite asks this where it looks up the columns of a table without storage, such as json_each, and writes nothing;
        // a statement that means it is not read-only, and is refused for that.
        case .other("UPDATE", "sqlite_master"): true
        case .other: false
        }
    }

    private static func isReadable(_ table: String) -> Bool {
        schemaTables.contains(table) || table.hasPrefix("pragma_") && pragmas[String(table.dropFirst(7))] != nil
    }

    private static let schemaTables: Set<String> = [
        "sqlite_schema", "sqlite_master", "sqlite_temp_schema", "sqlite_temp_master", "json_each", "json_tree",
    ]

    private enum PragmaForm { case withArgument, alone }

    /// Those that only tell; one that would set something is read without an argument.
    private static let pragmas: [String: PragmaForm] = [
        "table_info": .withArgument, "table_xinfo": .withArgument, "table_list": .withArgument,
        "index_list": .withArgument, "index_info": .withArgument, "index_xinfo": .withArgument,
        "foreign_key_list": .withArgument, "compile_options": .alone, "function_list": .alone,
        "collation_list": .alone, "database_list": .alone, "pragma_list": .alone, "user_version": .alone,
        "application_id": .alone, "encoding": .alone, "journal_mode": .alone, "page_size": .alone,
        "page_count": .alone,
    ]

    /// SQLite's own, by sqlite.org/lang_corefunc.html and its siblings: none reads or writes a file, loads code, or looks
    /// at the connection's memory.
    private static let functions = Set(
        """
        -> ->> abs acos acosh asin asinh atan atan2 atanh avg ceil ceiling changes char coalesce concat concat_ws cos cosh
        count cume_dist current_date current_time current_timestamp date datetime degrees dense_rank exp first_value floor
        format glob group_concat hex if ifnull iif instr json json_array json_array_length json_error_position json_extract
        json_group_array json_group_object json_insert json_object json_patch json_pretty json_quote json_remove
        json_replace json_set json_type json_valid julianday lag last_value lead length like likelihood likely ln log log10
        log2 lower ltrim max median min mod nth_value ntile nullif octet_length percent_rank percentile percentile_cont
        percentile_disc pi pow power printf quote radians random randomblob rank replace round row_number rtrim sign sin
        sinh soundex sqlite_source_id sqlite_version sqrt strftime string_agg substr substring sum tan tanh time timediff
        total trim trunc typeof unhex unicode unistr unistr_quote unixepoch unlikely upper zeroblob
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
