import SQLite

extension StoreError {
    /// SQLite's words where the file itself, its schema or a value in it is not what it should be; nil for every other
    /// error.
    package var damage: String? {
        guard case .sqlite(let error) = self, error.isCorrupt || error.isMismatch || error.isOfStatement else {
            return nil
        }
        return error.message
    }
}
