extension Day {
    /// Reads a day with its year first: `2022-06-21`, `2022/6/21`, `2021.3.12`, `20220621`, `2016年11月18日`; a
    /// time of day behind it is passed over.
    ///
    /// - Parameter format: how this file writes days, where it does not write the year first.
    /// - Throws: a ``Refusal`` for text that is no date and for a date that does not exist.
    package static func read(_ bytes: Bytes, format: DayFormat? = nil) throws(Refusal) -> Day {
        if let format { return try format.read(bytes.trimmed) }
        if bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = digits(bytes, 0, 4), let month = digits(bytes, 5, 2), let day = digits(bytes, 8, 2)
        {
            guard let found = Day(year: year, month: month, day: day) else { throw .noSuchDay(bytes.text) }
            return found
        }
        return try written(bytes.trimmed.text)
    }

    private static func written(_ original: String) throws(Refusal) -> Day {
        guard let (year, month, day) = numbers(in: original) else { throw .notADay(original) }
        guard let found = Day(year: year, month: month, day: day) else { throw .noSuchDay(original) }
        return found
    }

    /// What a text with its year first says, whether there is such a day or not; nil where it is no date.
    package static func numbers(in original: String) -> (year: Int, month: Int, day: Int)? {
        let text = withoutTimeOfDay(halfWidth(original))
        var numbers: [Substring] = []
        if text.count == 8, text.allSatisfy({ $0.isASCII && $0.isNumber }) {
            numbers = [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
        } else {
            let isChinese = text.hasSuffix("日") || text.hasSuffix("号")
            let body = isChinese ? text.dropLast() : text[...]
            let signs: Set<Character> = isChinese ? ["年", "月"] : ["-", "/", "."]
            numbers = body.split(omittingEmptySubsequences: false, whereSeparator: signs.contains)
                .map { Substring($0.filter { $0 != " " }) }
            let found = body.filter(signs.contains)
            guard isChinese ? found == "年月" : found.count == 2 && found.first == found.last else { return nil }
        }
        let values = numbers.compactMap { $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        guard values.count == 3, numbers[0].count == 4, numbers.dropFirst().allSatisfy({ $0.count <= 2 }),
            numbers.allSatisfy({ $0.allSatisfy(\.isNumber) })
        else { return nil }
        return (values[0], values[1], values[2])
    }

    /// Without a time of day behind it, as `2022-06-21 15:22:00`. One with a zone is left: it may be of another day.
    package static func withoutTimeOfDay(_ text: String) -> String {
        guard let gap = text.lastIndex(where: { $0 == " " || $0 == "T" }) else { return text }
        let parts = text[text.index(after: gap)...].split(separator: ":", omittingEmptySubsequences: false)
        let isTime =
            (2...3).contains(parts.count)
            && zip(parts, [23, 59, 59]).allSatisfy { part, most in
                let whole = part.prefix { $0 != "." }
                return (1...2).contains(whole.count) && (Int(whole).map { (0...most).contains($0) } ?? false)
                    && part.dropFirst(whole.count).dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
            }
        return isTime ? String(text[..<gap]) : text
    }

    private static func digits(_ bytes: Bytes, _ start: Int, _ count: Int) -> Int? {
        var value = 0
        for index in start..<(start + count) {
            guard case 0x30...0x39 = bytes[index] else { return nil }
            value = value * 10 + Int(bytes[index] &- 0x30)
        }
        return value
    }
}

/// How a file writes its days: in the letters of Unicode TR35, `dd-MMM-yy`, `MM/dd/yyyy`, `d.M.yyyy`; or `dmy` and `mdy`,
/// by which only their order is told.
package struct DayFormat: Sendable, Hashable, CustomStringConvertible {
    private enum Part: Hashable { case day(Int), month(Int), monthName, year(Int), literal(UInt8) }
    private let parts: [Part]
    private let order: DayOrder?
    package let description: String

    /// Nil for a pattern without exactly one day, one month and one year, or with an unknown letter.
    package init?(_ pattern: String) {
        description = pattern
        order = DayOrder(rawValue: pattern)
        guard order == nil else {
            parts = []
            return
        }
        var parts: [Part] = []
        var rest = Array(pattern.utf8)[...]
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }.count
            rest = rest.dropFirst(run)
            switch (UnicodeScalar(letter), run) {
            case ("d", 1...2): parts.append(.day(run))
            case ("M", 1...2): parts.append(.month(run))
            case ("M", 3): parts.append(.monthName)
            case ("y", 2), ("y", 4): parts.append(.year(run))
            case ("a"..."z", _), ("A"..."Z", _): return nil
            default: parts += Array(repeating: .literal(letter), count: run)
            }
        }
        var kinds: [Int] = []
        for part in parts {
            switch part {
            case .day: kinds.append(0)
            case .month, .monthName: kinds.append(1)
            case .year: kinds.append(2)
            case .literal: break
            }
        }
        guard kinds.sorted() == [0, 1, 2] else { return nil }
        self.parts = parts
    }

    /// Two-digit years are of this century up to 68, of the last from 69 (POSIX `strptime`).
    fileprivate func read(_ bytes: Bytes) throws(Refusal) -> Day {
        if let order { return try order.read(bytes) }
        var rest = bytes[...]
        var (year, month, day) = (0, 0, 0)
        func number(_ most: Int, exactly: Bool) -> Int? {
            let digits = rest.prefix(most).prefix { (0x30...0x39).contains($0) }
            guard !digits.isEmpty, !exactly || digits.count == most else { return nil }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        }
        for part in parts {
            var value: Int?
            switch part {
            case .day(let width):
                value = number(2, exactly: width == 2)
                day = value ?? 0
            case .month(let width):
                value = number(2, exactly: width == 2)
                month = value ?? 0
            case .year(let width):
                value = number(width, exactly: true)
                year = value ?? 0
                if width == 2 { year += year <= 68 ? 2000 : 1900 }
            case .monthName:
                let name = rest.prefix(3).map { $0 | 0x20 }
                value = Self.monthNames.firstIndex { $0.elementsEqual(name) }
                month = (value ?? 0) + 1
                rest = rest.dropFirst(3)
            case .literal(let byte):
                value = rest.first == byte ? 0 : nil
                rest = rest.dropFirst()
            }
            guard value != nil else { throw .notADayOfFormat(bytes.text, format: description) }
        }
        guard rest.isEmpty else { throw .notADayOfFormat(bytes.text, format: description) }
        guard let found = Day(year: year, month: month, day: day) else { throw .noSuchDay(bytes.text) }
        return found
    }

    private static let monthNames = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { Array($0.utf8) }
}
