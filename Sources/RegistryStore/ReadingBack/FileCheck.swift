import SQLite

/// SQLite's own check of a file: its pages, its indexes, and the types of every column; not the CHECKs, since SQLite does
/// not read them from a file that is only read.
///
/// It runs on another core, with a connection of its own, while the caller reads the same file.
package final class FileCheck {
    private let work: Background<Result<[String], SQLiteError>>

    package init(at path: String) {
        work = Background {
            do throws(SQLiteError) {
                let connection = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 10_000)
                return .success(
                    try connection.query("PRAGMA integrity_check(1000)") { row throws(SQLiteError) in
                        try row.text(at: 0)
                    }.filter { $0 != "ok" })
            } catch {
                return .failure(error)
            }
        }
    }

    /// What SQLite found, in its words; nothing where the file is whole.
    package func findings() throws(StoreError) -> [String] {
        switch work.wait() {
        case .success(let found)?: return found
        case .failure(let error)?: throw .sqlite(error)
        case nil: return []
        }
    }
}
