import CSQLite
import Glibc

extension Connection {
    /// Copies the whole database, as it is now, into a new file that only its owner can read and write.
    ///
    /// Others may go on writing a WAL database meanwhile. Throws where the file exists, inside a transaction that has
    /// written, and an error that `isBusy` where the database is locked; then no file is left behind.
    package func backup(to path: String) throws(SQLiteError) {
        if sqlite3_txn_state(database.pointer, "main") == SQLITE_TXN_WRITE {
            throw .misuse("a backup cannot be taken inside a transaction that has written")
        }
        guard path != ":memory:" else { throw .misuse("a backup needs a file") }
        let copy = try Connection(path: path, mode: .create)
        do {
            if isInTransaction {
                try copyPages(to: copy)
            } else {
                try transaction(.deferred) { () throws(SQLiteError) in try copyPages(to: copy) }
            }
        } catch {
            unlink(path)
            throw error
        }
    }

    private func copyPages(to copy: Connection) throws(SQLiteError) {
        // Takes the read lock first, by a statement, since only a statement waits while the database is locked.
        _ = try first("SELECT 1 FROM sqlite_schema LIMIT 1") { _ in true }
        let target = copy.database
        guard let backup = sqlite3_backup_init(target.pointer, "main", database.pointer, "main") else {
            throw target.error(sqlite3_extended_errcode(target.pointer))
        }
        let stepCode = sqlite3_backup_step(backup, -1)
        let finishCode = sqlite3_backup_finish(backup)
        guard stepCode == SQLITE_DONE, finishCode == SQLITE_OK else {
            throw target.error(finishCode == SQLITE_OK ? stepCode : finishCode)
        }
    }
}
