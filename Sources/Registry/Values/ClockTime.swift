/// A time of day in the registry's zone, to the minute: `18:00`, `8:30`.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Since midnight.
    package let minutes: Int

    package init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy { "0"..."9" ~= $0 } }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
    }

    package static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    package var description: String {
        let (hour, minute) = (minutes / 60, minutes % 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
}
