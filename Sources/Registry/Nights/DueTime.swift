/// By when the file of a night is due: a time of the night's own day, or of the day before. That day must be worked.
///
/// A night is called by the day of its run. One that runs in the evening takes what is due on the same day, as `18:00`; one
/// that runs after midnight what was due the day before, as `18:00 the day before`; and `26:00 the day before` is two
/// o'clock in the night's own morning, for what a working day brings after its midnight.
package struct DueTime: Hashable, Sendable, CustomStringConvertible {
    /// Since the day's midnight; from 24 hours on in the morning after.
    private let minutes: Int
    package let isDayBefore: Bool

    private static let wordsOfDayBefore = ["the day before", "前一日", "前一天", "前日"]

    /// Reads `18:00`, `18:00 the day before`, `前一日18:00`; nil for anything else.
    package init?(_ text: String) {
        var clock = Substring(halfWidth(text))
        var isDayBefore = false
        for words in Self.wordsOfDayBefore {
            if clock.hasSuffix(words) {
                (clock, isDayBefore) = (clock.dropLast(words.count), true)
            } else if clock.hasPrefix(words) {
                (clock, isDayBefore) = (clock.dropFirst(words.count), true)
            }
        }
        let parts = clock.filter { $0 != " " }.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < (isDayBefore ? 48 : 24), minute < 60
        else { return nil }
        (minutes, self.isDayBefore) = (hour * 60 + minute, isDayBefore)
    }

    /// The day that must be worked for the night to be due.
    package func workingDay(of night: Day) -> Day { isDayBefore ? night.previous : night }

    /// The moment itself, in seconds since 1970-01-01T00:00:00Z.
    package func second(of night: Day, in zone: Zone) -> Int {
        let (day, hour) = (workingDay(of: night), minutes / 60)
        return zone.second(of: hour < 24 ? day : day.next, hour: hour % 24, minute: minutes % 60, second: 0)
    }

    package var description: String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        let clock = "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
        return isDayBefore ? "\(clock) the day before" : clock
    }
}
