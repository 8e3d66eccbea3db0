extension HostileStatement {
    /// What would reach beyond the registry: other files, extensions, settings, SQLite's insides.
    static let reaches =
        forbidden([
            "ATTACH 'other.sqlite' AS other", "ATTACH DATABASE ':memory:' AS other", "ATTACH '' AS other",
            "ATTACH 'file:registry.sqlite?mode=rw' AS other", "DETACH main", "DETACH temp",
            "SELECT load_extension('./evil')", "SELECT load_extension('./evil.so', 'begin')",
            "SELECT fts3_tokenizer('simple')", "SELECT fts3_tokenizer('mine', x'4141414141414141')",
            "SELECT hex(fts3_tokenizer('simple'))", "SELECT sqlite_log(1, 'loud')",
            "SELECT rtreecheck('deal')", "SELECT rtreenode(2, zeroblob(100))", "SELECT rtreedepth(zeroblob(8))",
            "SELECT sqlite_compileoption_get(1)", "SELECT fts5_source_id()", "SELECT last_insert_rowid()",
            "SELECT total_changes()", "SELECT fts5(1)", "SELECT * FROM dbstat", "SELECT sum(pgsize) FROM dbstat",
            "SELECT * FROM sqlite_stmt", "SELECT * FROM fts3tokenize('simple', 'a b')",
            "CREATE VIRTUAL TABLE a USING fts5(b)", "CREATE VIRTUAL TABLE a USING fts4(b)",
            "CREATE VIRTUAL TABLE a USING rtree(id, x, y)", "CREATE VIRTUAL TABLE a USING csv(filename='/etc/passwd')",
            "CREATE VIRTUAL TABLE temp.a USING fts5(b)", "CREATE VIRTUAL TABLE a USING dbstat",
            "CREATE VIRTUAL TABLE a USING sqlite_dbpage",
            "SELECT * FROM deal WHERE code IN (SELECT load_extension('x'))",
            "SELECT CASE WHEN 0 THEN load_extension('x') END", "WITH x AS (SELECT load_extension('x')) SELECT * FROM x",
        ])
        + forbidden(
            [
                "user_version", "application_id", "journal_mode", "writable_schema", "query_only", "trusted_schema",
                "foreign_keys", "recursive_triggers", "temp_store", "temp_store_directory", "cache_size", "cache_spill",
                "mmap_size", "synchronous", "locking_mode", "secure_delete", "auto_vacuum", "wal_autocheckpoint",
                "journal_size_limit", "hard_heap_limit", "soft_heap_limit", "threads", "encoding", "page_size",
                "max_page_count", "schema_version", "legacy_alter_table", "cell_size_check", "busy_timeout",
                "data_store_directory", "checkpoint_fullfsync",
            ].map { "PRAGMA \($0) = 1" })
        + forbidden([
            "PRAGMA wal_checkpoint", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA incremental_vacuum", "PRAGMA optimize",
            "PRAGMA integrity_check", "PRAGMA shrink_memory", "PRAGMA main.user_version = 3", "PRAGMA schema_version",
            "PRAGMA case_sensitive_like = 1", "PRAGMA database_list(1)", "SELECT * FROM pragma_optimize",
            "SELECT * FROM pragma_integrity_check",
            "PRAGMA journal_mode('delete')", "SELECT * FROM pragma_hard_heap_limit",
            "PRAGMA hard_heap_limit", "PRAGMA data_version",
        ])
        + wrong([
            "SELECT readfile('/etc/passwd')", "SELECT writefile('out', 'x')", "SELECT edit('x')",
            "SELECT edit('x', 'vi')",
            "SELECT * FROM fsdir('/')", "SELECT * FROM csv('/etc/passwd')",
            "SELECT * FROM generate_series(1, 1000000000)",
            "SELECT * FROM sqlite_dbpage", "SELECT * FROM zipfile('a.zip')", "SELECT lsmode(1)",
            "SELECT usleep(100000000)",
            "SELECT shell_putsnl('x')", "SELECT sqlar_compress('x')", "SELECT * FROM other.deal",
            "SELECT * FROM 'registry.sqlite'.deal", "SELECT sqlite_offset(id) FROM deal", ".shell touch out",
            ".read other.sql", ".output out", "SELECT RAISE(ABORT, 'x')", "SELECT \"no such column\" FROM deal",
            "SELECT * FROM bytecode('SELECT 1')", "SELECT * FROM tables_used('SELECT 1')", "PRAGMA", "SELECT", "'",
            "/*", "",
            "SELECT * FROM pragma_wal_checkpoint", "SELECT * FROM pragma_user_version(3)", "PRAGMA no_such_pragma",
            "WITH x AS (SELECT 1) UPDATE sqlite_schema SET sql = ''", "SELECT * FROM completion('s')",
            "SELECT eval('DELETE FROM deal')", "SELECT sha3('x')",
        ])
}
