import CSQLite

/// What to do while another connection holds the lock.
final class Waiting {
    let shouldTryAgain: (Int) -> Bool

    init(_ shouldTryAgain: @escaping (Int) -> Bool) { self.shouldTryAgain = shouldTryAgain }
}

extension Connection {
    /// Asks `shouldTryAgain` while another connection holds the lock, in place of the time limit.
    ///
    /// It is given the number of earlier calls for the same lock, from 0, and may sleep or report, but not use the
    /// connection. When it answers false the waiting statement throws an error that `isBusy`.
    package func setBusyHandler(_ shouldTryAgain: @escaping (Int) -> Bool) throws(SQLiteError) {
        let waiting = Waiting(shouldTryAgain)
        let ask: @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32 = { address, earlierCalls in
            guard let address else { return 0 }
            let waiting = Unmanaged<Waiting>.fromOpaque(address).takeUnretainedValue()
            return waiting.shouldTryAgain(Int(earlierCalls)) ? 1 : 0
        }
        try database.require(
            sqlite3_busy_handler(database.pointer, ask, Unmanaged.passUnretained(waiting).toOpaque()))
        database.waiting = waiting
    }

    /// Waits so long for another connection's lock, in place of a busy handler; 0 does not wait.
    package func setBusyTimeout(milliseconds: Int32) throws(SQLiteError) {
        try database.require(sqlite3_busy_timeout(database.pointer, milliseconds))
        database.waiting = nil
    }
}
