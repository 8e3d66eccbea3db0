/// A workbook's day: a number of days, and the time of day as its fraction (ECMA-376-1, 18.17.4).
enum SerialDay {
    /// The number of 1970-01-01, counted from 1900.
    static let epoch = 25_569
    /// By how many days fewer a workbook counts that begins in 1904.
    private static let daysTo1904 = 1462

    /// Appends `2022-06-21`, with ` 15:22:00` where it is no midnight; of a time alone, the time. What is no such number is
    /// appended as it is.
    static func append(
        _ number: UnsafeBufferPointer<UInt8>, _ look: CellStyles.Look, from1904: Bool, to text: inout [UInt8]
    ) {
        var plain: [UInt8] = []
        DecimalText.append(number, significant: 15, to: &plain)
        let parts = plain.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, whole.count <= 7, let days = Int(String(decoding: whole, as: UTF8.self)),
            days >= 0,
            let seconds = seconds(parts.count > 1 ? parts[1] : [])
        else { return text.append(contentsOf: plain) }
        let serial = days + seconds / 86_400
        let time = seconds % 86_400
        if look == .time, serial == 0 { return append(time: time, to: &text) }
        // The first system takes 1900 for a leap year: day 60 never was.
        guard
            let (year, month, day) = from1904
                ? civil(serial + daysTo1904 - epoch)
                : serial == 60 ? nil : civil(serial - epoch + (serial < 60 ? 1 : 0)),
            year <= 9999, from1904 || serial > 0
        else { return text.append(contentsOf: plain) }
        append(year, 4, to: &text)
        text.append(UInt8(ascii: "-"))
        append(month, 2, to: &text)
        text.append(UInt8(ascii: "-"))
        append(day, 2, to: &text)
        if time > 0 {
            text.append(UInt8(ascii: " "))
            append(time: time, to: &text)
        }
    }

    /// Of a fraction of a day, rounded.
    private static func seconds(_ fraction: some Sequence<UInt8>) -> Int? {
        var (value, scale) = (0, 1)
        for digit in fraction.prefix(12) {
            guard (0x30...0x39).contains(digit) else { return nil }
            value = value * 10 + Int(digit - 0x30)
            scale *= 10
        }
        return (value * 86_400 + scale / 2) / scale
    }

    private static func append(time: Int, to text: inout [UInt8]) {
        append(time / 3600, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(time / 60 % 60, 2, to: &text)
        text.append(UInt8(ascii: ":"))
        append(time % 60, 2, to: &text)
    }

    private static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
        let digits = String(number)
        text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: max(0, width - digits.utf8.count)))
        text.append(contentsOf: digits.utf8)
    }

    /// Year, month and day, of days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
    private static func civil(_ days: Int) -> (Int, Int, Int)? {
        let shifted = days + 719_468
        guard shifted >= 0 else { return nil }
        let (era, dayOfEra) = shifted.quotientAndRemainder(dividingBy: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthIndex = (5 * dayOfYear + 2) / 153
        let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthIndex + 2) / 5 + 1)
    }
}
