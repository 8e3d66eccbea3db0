import RegistryImport
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Turns SIGTERM and SIGINT into a wish to end; one that comes more than a second after the first ends the process at once.
/// Some send two together: timeout(1) signals its child and then the child's group.
enum StopSignals {
    static let watch = ImportWatch()
    /// When the first came, in milliseconds of the machine's own clock; 0 before.
    private static let firstAt = Atomic(0)

    static func listen() {
        // Made before a handler can need them.
        _ = (watch.isStopWanted, firstAt.load(ordering: .relaxed))
        for signal in [SIGTERM, SIGINT] {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = { StopSignals.take($0) }
            action.sa_flags = SA_RESTART
            sigaction(signal, &action, nil)
        }
    }

    /// Calls only what a handler may: signal-safety(7).
    private static func take(_ number: Int32) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let milliseconds = now.tv_sec * 1000 + now.tv_nsec / 1_000_000
        let (isFirst, first) = firstAt.compareExchange(expected: 0, desired: milliseconds, ordering: .relaxed)
        guard isFirst || milliseconds - first <= 1000 else {
            signal(number, SIG_DFL)
            raise(number)
            return
        }
        watch.askToStop()
    }
}
