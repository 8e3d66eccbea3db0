import CSQLite

/// Asked now and then while a statement runs.
final class Progress {
    let goesOn: () -> Bool

    init(_ goesOn: @escaping () -> Bool) { self.goesOn = goesOn }
}

extension Connection {
    /// Asks `goesOn` about every so many steps of a running statement; where it answers false, the statement throws an
    /// error that `isInterrupted`. One call of a function is one step, however long it takes.
    package func setProgressHandler(everySteps count: Int32, _ goesOn: @escaping () -> Bool) {
        let progress = Progress(goesOn)
        let ask: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { address in
            guard let address else { return 1 }
            return Unmanaged<Progress>.fromOpaque(address).takeUnretainedValue().goesOn() ? 0 : 1
        }
        sqlite3_progress_handler(database.pointer, count, ask, Unmanaged.passUnretained(progress).toOpaque())
        database.progress = progress
    }
}
