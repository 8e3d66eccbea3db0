#include <sqlite3.h>

// sqlite3_db_config is variadic, which Swift cannot call; these two shapes are all that is used.
static inline int registry_db_config_set(sqlite3 *db, int option, int on) {
    return sqlite3_db_config(db, option, on, (int *)0);
}

// SQLITE_TRANSIENT and SQLITE_STATIC are casts, which Swift cannot import.
static inline sqlite3_destructor_type registry_transient(void) { return SQLITE_TRANSIENT; }
