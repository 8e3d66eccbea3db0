import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How long a writer waits for another, and whom it tells.
package struct Patience: Sendable {
    package let seconds: Int
    /// Told once, after two seconds, with the one who is waited for where that can be seen.
    package let whenSlow: @Sendable (LockHolder?) -> Void
    /// Asked at each try; once it answers false the waiting ends.
    package let goesOn: @Sendable () -> Bool

    package init(
        seconds: Int, while goesOn: @escaping @Sendable () -> Bool = { true },
        whenSlow: @escaping @Sendable (LockHolder?) -> Void
    ) {
        self.seconds = seconds
        self.goesOn = goesOn
        self.whenSlow = whenSlow
    }

    /// Tries again after 1, 2, 4 … 50 ms.
    func install(on connection: Connection, path: String) throws(SQLiteError) {
        var began = 0
        var hasTold = false
        try connection.setBusyHandler { tries in
            let now = Self.milliseconds()
            if tries == 0 {
                began = now
                hasTold = false
            }
            let waited = now - began
            if waited >= 2000, !hasTold {
                hasTold = true
                whenSlow(LockHolder.of(path))
            }
            guard waited < seconds * 1000, goesOn() else { return false }
            usleep(UInt32(min(50, 1 << min(tries, 6)) * 1000))
            return true
        }
    }

    /// Waits 50 ms, for what no busy handler waits for; false once the time is over.
    func goesOn(after tries: Int, _ path: String) -> Bool {
        if tries == 40 { whenSlow(LockHolder.of(path)) }
        guard tries * 50 < seconds * 1000, goesOn() else { return false }
        usleep(50_000)
        return true
    }

    private static func milliseconds() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return now.tv_sec * 1000 + now.tv_nsec / 1_000_000
    }
}

extension Ledger {
    package func wait(with patience: Patience) throws(StoreError) {
        try storing { () throws(SQLiteError) in try patience.install(on: connection, path: path) }
    }
}
