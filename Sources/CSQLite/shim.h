#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

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

// Small pieces of memory for SQLite, which takes and gives back tens of thousands of them to read the schema: a fifth of
// a short command went to malloc and free. Before each piece stands the room it has. A small one is cut from a block of its
// thread's, and goes to the thread that gives it back, in a list of the pieces of its room; they are kept to the end.
enum { registry_piece_step = 16, registry_small_piece = 512, registry_block = 32 << 10 };
typedef struct registry_piece {
    size_t room;
    struct registry_piece *next; // where the room itself begins, while nobody has it
} registry_piece;
typedef struct registry_pieces {
    registry_piece *given_back[registry_small_piece / registry_piece_step + 1];
    char *rest;
    size_t left;
} registry_pieces;
static inline registry_pieces *registry_own_pieces(void) {
    static _Thread_local registry_pieces pieces;
    return &pieces;
}

static inline int registry_piece_room(int size) {
    size_t whole = (size_t)size + sizeof(size_t) + registry_piece_step - 1;
    return (int)((whole & ~(size_t)(registry_piece_step - 1)) - sizeof(size_t));
}
static inline int registry_piece_size(void *place) { return place ? (int)((size_t *)place)[-1] : 0; }

static inline void *registry_piece_take(int size) {
    size_t room = (size_t)registry_piece_room(size), whole = room + sizeof(size_t);
    registry_pieces *own = registry_own_pieces();
    registry_piece *piece;
    if (whole > registry_small_piece) {
        piece = (registry_piece *)malloc(whole);
        if (!piece) return 0;
    } else if ((piece = own->given_back[whole / registry_piece_step])) {
        own->given_back[whole / registry_piece_step] = piece->next;
        return &piece->next;
    } else {
        if (own->left < whole) {
            char *block = (char *)malloc(registry_block);
            if (!block) return 0;
            own->rest = block;
            own->left = registry_block;
        }
        piece = (registry_piece *)own->rest;
        own->rest += whole;
        own->left -= whole;
    }
    piece->room = room;
    return &piece->next;
}

static inline void registry_piece_give_back(void *place) {
    if (!place) return;
    registry_piece *piece = (registry_piece *)((size_t *)place - 1);
    size_t whole = piece->room + sizeof(size_t);
    if (whole > registry_small_piece) {
        free(piece);
    } else {
        registry_piece **given_back = &registry_own_pieces()->given_back[whole / registry_piece_step];
        piece->next = *given_back;
        *given_back = piece;
    }
}

static inline void *registry_piece_resize(void *place, int size) {
    size_t had = (size_t)registry_piece_size(place), room = (size_t)registry_piece_room(size);
    if (had == room) return place;
    if (had + sizeof(size_t) > registry_small_piece && room + sizeof(size_t) > registry_small_piece) {
        size_t *piece = (size_t *)realloc((size_t *)place - 1, room + sizeof(size_t));
        if (!piece) return 0;
        *piece = room;
        return piece + 1;
    }
    void *other = registry_piece_take(size);
    if (!other) return 0;
    memcpy(other, place, had < room ? had : room);
    registry_piece_give_back(place);
    return other;
}

static inline int registry_pieces_begin(void *unused) { return (void)unused, SQLITE_OK; }
static inline void registry_pieces_end(void *unused) { (void)unused; }

// To be called before SQLite is used.
static inline int registry_config_small_pieces(void) {
    static const sqlite3_mem_methods methods = {
        registry_piece_take,   registry_piece_give_back, registry_piece_resize, registry_piece_size,
        registry_piece_room,   registry_pieces_begin,    registry_pieces_end,   0,
    };
    return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods);
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
