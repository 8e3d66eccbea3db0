#include <malloc.h>
#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift cannot call; this shape is all that is used.
static inline int registry_db_config_set(sqlite3 *db, int option, int on) {
    return sqlite3_db_config(db, option, on, (int *)0);
}

// The same for sqlite3_config: whether SQLite counts the memory it takes, which costs a lock for each piece of it.
static inline int registry_config_counted_memory(int on) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, on); }

// The byte at which the latest statement went wrong; -1 where none is known, as before SQLite 3.38.
static inline int registry_error_offset(sqlite3 *db) {
#if SQLITE_VERSION_NUMBER >= 3038000
    return sqlite3_error_offset(db);
#else
    return -1;
#endif
}

// By itself glibc keeps ever larger blocks that are given back; from 1 MiB on they go back to the system. Others do so anyway.
static inline void registry_keep_no_large_blocks(void) {
#ifdef M_MMAP_THRESHOLD
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

// SQLITE_TRANSIENT and SQLITE_STATIC are casts, which Swift cannot import. A null pointer would bind NULL, so
// empty text and an empty blob get an address of their own.
static inline int registry_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_text64(
        statement, index, bytes ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int registry_bind_text_in_place(
    sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count
) {
    return sqlite3_bind_text64(
        statement, index, bytes ? (const char *)bytes : "", count, SQLITE_STATIC, SQLITE_UTF8);
}

static inline int registry_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, bytes ? bytes : "", count, SQLITE_TRANSIENT);
}

// Extended codes are macros made of macros, which Swift does not import.
enum {
    registry_constraint_foreign_key = SQLITE_CONSTRAINT_FOREIGNKEY,
    registry_constraint_primary_key = SQLITE_CONSTRAINT_PRIMARYKEY,
    registry_constraint_row_id = SQLITE_CONSTRAINT_ROWID,
    registry_constraint_trigger = SQLITE_CONSTRAINT_TRIGGER,
    registry_constraint_unique = SQLITE_CONSTRAINT_UNIQUE
};
