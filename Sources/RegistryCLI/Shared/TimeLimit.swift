import Registry
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How long something may take: `30s`, `500ms`, `2m`, `1h`; a bare number is seconds.
struct TimeSpan: ToldArgument, Equatable {
    static var accepted: Bilingual { Words.acceptedTimeSpan }

    let milliseconds: Int

    static let usual = TimeSpan(milliseconds: 30_000)
    /// A day.
    private static let longest = 86_400_000

    private init(milliseconds: Int) { self.milliseconds = milliseconds }

    init?(argument: String) {
        let digits = argument.prefix { $0.isASCII && $0.isNumber }
        let units = ["ms": 1, "s": 1000, "": 1000, "m": 60_000, "h": 3_600_000]
        guard let number = Int(digits), let unit = units[String(argument.dropFirst(digits.count))],
            case let (product, isTooMuch) = number.multipliedReportingOverflow(by: unit), !isTooMuch,
            (1...Self.longest).contains(product)
        else { return nil }
        milliseconds = product
    }
}

/// The time that a statement has, from the moment this is made.
///
/// A statement looks at `isOver` between its steps. One step may take minutes and looks at nothing; so a thread ends the
/// process half a second after the time is over, whatever it is doing then.
final class TimeLimit: Sendable {
    private static let graceMilliseconds = 500

    let span: TimeSpan
    private let beganAt = TimeLimit.now

    init(_ span: TimeSpan) { self.span = span }

    var elapsedMilliseconds: Int { Self.now - beganAt }
    var isOver: Bool { elapsedMilliseconds >= span.milliseconds }

    /// - Parameter end: ends the process; called on a thread of its own, while others go on.
    func watch(_ end: @escaping @Sendable () -> Never) {
        let watchdog = Watchdog(limit: self, end: end)
        var thread = pthread_t()
        pthread_create(
            &thread, nil,
            { address in
                guard let address else { return nil }
                Unmanaged<Watchdog>.fromOpaque(address).takeRetainedValue().run()
            }, Unmanaged.passRetained(watchdog).toOpaque())
        pthread_detach(thread)
    }

    private final class Watchdog: Sendable {
        let limit: TimeLimit
        let end: @Sendable () -> Never

        init(limit: TimeLimit, end: @escaping @Sendable () -> Never) {
            self.limit = limit
            self.end = end
        }

        func run() -> Never {
            while true {
                let rest = limit.span.milliseconds + TimeLimit.graceMilliseconds - limit.elapsedMilliseconds
                if rest <= 0 { end() }
                var pause = timespec(tv_sec: rest / 1000, tv_nsec: rest % 1000 * 1_000_000)
                nanosleep(&pause, nil)
            }
        }
    }

    /// Milliseconds of the machine's own clock, which nobody sets.
    private static var now: Int {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
