import Synchronization

/// The codes of SQLite with which a disk refuses a step; Swift does not import macros made of macros.
package enum DiskRefusal: Int32, CaseIterable {
    case full = 13
    case failedWrite = 778
    case failedSync = 1034
}

/// The disk under one folder, as SQLite sees it: each thing done to its files is noted, and may be refused.
package final class WatchedDisk: Sendable {
    /// What was done to a file.
    package enum Deed: Sendable {
        case made
        case written([UInt8], at: Int)
        case cut(to: Int)
        case synced
        case removed
    }

    package struct Step: Sendable {
        package let file: String
        package let deed: Deed
    }

    private struct State {
        var steps: [Step] = []
        /// From which step on, for how many, and how steps are refused.
        var refusal: (from: Int, count: Int, with: DiskRefusal)?
        /// Those refused stand in no list.
        var count = 0
    }

    let folder: String
    private let state = Mutex(State())

    package init(_ folder: String) {
        self.folder = folder
        WatchedSystem.watch(self)
    }

    /// All that was done, in order.
    package var steps: [Step] { state.withLock(\.steps) }
    /// How many steps were taken or refused.
    package var count: Int { state.withLock(\.count) }

    /// Refuses some steps, counted from now on, with an error.
    package func refuse(from step: Int, count: Int = .max, with refusal: DiskRefusal) {
        state.withLock { $0.refusal = ($0.count + step, count, refusal) }
    }

    package func refuseNothing() { state.withLock { $0.refusal = nil } }

    /// Notes a step; or gives the code with which it is refused.
    func take(_ step: Step) -> Int32? {
        state.withLock { state in
            defer { state.count += 1 }
            if let (from, count, refusal) = state.refusal, state.count >= from, state.count - from < count {
                return refusal.rawValue
            }
            state.steps.append(step)
            return nil
        }
    }

    package func end() { WatchedSystem.forget(self) }
}
