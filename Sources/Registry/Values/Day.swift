/// A day of the proleptic Gregorian calendar, in the registry's zone. Written `YYYY-MM-DD` (ISO 8601).
package struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Days since 1970-01-01.
    package let number: Int32

    package static let years = 1900...9999

    package init(number: Int32) {
        self.number = number
    }

    /// A day that exists, of the years 1900 to 9999; nil for 2023-02-29 and its like.
    package init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        // Days from civil, H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 719_468)
    }

    /// Year, month and day of the month.
    package var parts: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// A Saturday or a Sunday.
    package var isWeekend: Bool { ((Int(number) + 3) % 7 + 7) % 7 >= 5 }
    package var next: Day { Day(number: number + 1) }
    package var previous: Day { Day(number: number - 1) }

    package var description: String {
        var bytes = [UInt8](repeating: 0, count: 10)
        bytes.withUnsafeMutableBufferPointer { write(to: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Written `YYYY-MM`.
    package var month: String { String(description.prefix(7)) }

    /// Writes the ten bytes of `YYYY-MM-DD` to the start of `target`.
    package func write(to target: UnsafeMutableBufferPointer<UInt8>) {
        let (year, month, day) = parts
        let digits = (
            year / 1000, year / 100 % 10, year / 10 % 10, year % 10, month / 10, month % 10, day / 10, day % 10
        )
        target[0] = 0x30 + UInt8(digits.0)
        target[1] = 0x30 + UInt8(digits.1)
        target[2] = 0x30 + UInt8(digits.2)
        target[3] = 0x30 + UInt8(digits.3)
        target[4] = 0x2D
        target[5] = 0x30 + UInt8(digits.4)
        target[6] = 0x30 + UInt8(digits.5)
        target[7] = 0x2D
        target[8] = 0x30 + UInt8(digits.6)
        target[9] = 0x30 + UInt8(digits.7)
    }

    /// How many days a month has.
    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
