/// A span of days of which is told what happened in it: a year, half of one, a quarter, a month, or any days.
package struct Period: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: Sendable {
        case year, half, quarter, month, days

        /// Calendar months in one; nil for days, which follow no calendar.
        fileprivate var months: Int? {
            switch self {
            case .year: 12
            case .half: 6
            case .quarter: 3
            case .month: 1
            case .days: nil
            }
        }
    }

    package let kind: Kind
    package let first: Day
    package let last: Day

    /// Nil where `to` lies before `from`.
    package init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        (kind, first, last) = (.days, from, to)
    }

    /// - Parameter index: which one of its year, from 0.
    private init?(_ kind: Kind, year: Int, index: Int = 0) {
        guard let months = kind.months, (0..<12 / months).contains(index),
            let first = Day(year: year, month: index * months + 1, day: 1),
            let end = Self.firstDay(ofMonth: year * 12 + (index + 1) * months)
        else { return nil }
        (self.kind, self.first, last) = (kind, first, end.previous)
    }

    /// Reads `2022`, `2022H1`, `2022Q2` (or `2022-Q2`), `2022-06`, `2022-03-05..2022-04-04`; nil for anything else, and
    /// for what the calendar of 1900 to 9998 does not have.
    package init?(_ text: String) {
        if let dots = text.firstRange(of: "..") {
            func day(_ text: Substring) -> Day? { String(text).withBytes { bytes in try? Day.read(bytes) } }
            guard let from = day(text[..<dots.lowerBound]), let to = day(text[dots.upperBound...]) else { return nil }
            self.init(from: from, to: to)
            return
        }
        let digits = text.prefix(4)
        guard digits.utf8.count == 4, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(digits)
        else { return nil }
        let part = text.dropFirst(4)
        let name = part.hasPrefix("-") ? part.dropFirst() : part
        guard let kind = Self.kind(ofPart: name, isAfterDash: part != name) else { return nil }
        let number = Int(kind == .month ? name : name.dropFirst()) ?? 1
        self.init(kind, year: year, index: number - 1)
    }

    private static func kind(ofPart name: Substring, isAfterDash: Bool) -> Kind? {
        let isNumber = { (text: Substring) in text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
        switch (name.first, name.utf8.count) {
        case (nil, _): return isAfterDash ? nil : .year
        case ("H", 2), ("h", 2): return isNumber(name.dropFirst()) ? .half : nil
        case ("Q", 2), ("q", 2): return isNumber(name.dropFirst()) ? .quarter : nil
        case (_, 2): return isAfterDash && isNumber(name) ? .month : nil
        default: return nil
        }
    }

    package var description: String {
        let (year, month, _) = first.parts
        return switch kind {
        case .year: "\(year)"
        case .half: "\(year)H\((month + 5) / 6)"
        case .quarter: "\(year)Q\((month + 2) / 3)"
        case .month: first.month
        case .days: "\(first)..\(last)"
        }
    }

    /// The one right before it; of days as many. Nil before 1900.
    package var previous: Period? {
        if let months = kind.months { return moved(byMonths: -months) }
        let length = last.number - first.number + 1
        guard let began = Day(year: 1900, month: 1, day: 1), first.number - length >= began.number else { return nil }
        return Period(from: Day(number: first.number - length), to: first.previous)
    }

    /// The same a year before; 29 February becomes the 28th. Nil before 1900.
    package var yearBefore: Period? {
        if kind.months != nil { return moved(byMonths: -12) }
        guard let first = first.yearBefore, let last = last.yearBefore else { return nil }
        return Period(from: first, to: last)
    }

    private func moved(byMonths shift: Int) -> Period? {
        guard let months = kind.months else { return nil }
        let (year, month, _) = first.parts
        let moved = year * 12 + month - 1 + shift
        return Period(kind, year: moved / 12, index: moved % 12 / months)
    }

    private static func firstDay(ofMonth months: Int) -> Day? { Day(year: months / 12, month: months % 12 + 1, day: 1) }
}

extension Day {
    /// The same day a year before, the 28th for 29 February; nil before 1900.
    package var yearBefore: Day? {
        let (year, month, day) = parts
        return Day(year: year - 1, month: month, day: day) ?? Day(year: year - 1, month: month, day: day - 1)
    }
}
