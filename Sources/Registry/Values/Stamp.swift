#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A moment of the ledger's own clock, to the microsecond, in UTC: `2026-11-23T06:13:00.123456Z`.
package struct Stamp: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    package let microseconds: Int64

    /// The last moment that can be written.
    package static let latest = Stamp(microseconds: 253_402_300_799_999_998)

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Reads the one form that the ledger writes; nil for any other.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 27, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A, bytes[19] == 0x2E,
            bytes[26] == 0x5A, let day = try? text.withBytes({ try Day.read(Bytes(rebasing: $0.prefix(10))) }),
            let hour = Self.digits(bytes[11..<13]), let minute = Self.digits(bytes[14..<16]),
            let second = Self.digits(bytes[17..<19]), let fraction = Self.digits(bytes[20..<26])
        else { return nil }
        let seconds = Int64(day.number) * 86_400 + hour * 3600 + minute * 60 + second
        microseconds = seconds * 1_000_000 + fraction
        guard microseconds >= 0, description == text else { return nil }
    }

    /// Now by the machine's clock, or the microsecond after `previous` where the clock stands still or goes back.
    package static func next(after previous: Stamp?) -> Stamp {
        var now = timespec()
        clock_gettime(CLOCK_REALTIME, &now)
        let clock = Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
        guard let previous else { return Stamp(microseconds: clock) }
        return Stamp(microseconds: max(clock, previous.microseconds + 1))
    }

    package static func < (left: Stamp, right: Stamp) -> Bool { left.microseconds < right.microseconds }

    package var description: String {
        // Rounded down, also before 1970.
        let fraction = (microseconds % 1_000_000 + 1_000_000) % 1_000_000
        let second = (microseconds - fraction) / 1_000_000
        let ofDay = (second % 86_400 + 86_400) % 86_400
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return
            "\(Day(number: Int32((second - ofDay) / 86_400)))T\(padded(ofDay / 3600, 2)):\(padded(ofDay / 60 % 60, 2)):"
            + "\(padded(ofDay % 60, 2)).\(padded(fraction, 6))Z"
    }

    private static func digits(_ bytes: ArraySlice<UInt8>) -> Int64? {
        Int64(String(decoding: bytes, as: UTF8.self)).flatMap { $0 >= 0 && bytes.first != 0x2B ? $0 : nil }
    }
}
