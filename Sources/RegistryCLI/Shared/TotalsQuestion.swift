import Registry
import RegistryStore

/// Of which days totals are told: all up to one, or those of a period.
struct CountedSpan {
    /// Nil for all up to a day.
    let period: Period?
    /// The last day that is counted: of a period that has not ended, today.
    let asOf: Day
    let hasEnded: Bool

    var days: CountedDays {
        guard let period else { return .upTo(asOf) }
        return .within(Period(from: period.first, to: asOf) ?? period)
    }

    /// As a heading: `as of 2022-06-21`, `2022H1`.
    var title: Bilingual { period.map { Bilingual(same: "\($0)") } ?? Words.asOf(asOf) }

    /// - Throws: a refusal to look into the future.
    init(upTo day: Day, today: Day) throws {
        (period, asOf, hasEnded) = (nil, try day.checkedAsOf(today: today), true)
    }

    /// What must be known to read the totals rightly: that a period has not ended, and beside what it is set.
    func notes(beside other: CountedSpan?) -> [Bilingual] {
        guard let period, !hasEnded else { return [] }
        let words = [Words.notEnded(period, today: asOf)]
        guard let other = other?.period, other.last < period.first else { return words }
        return words + [Words.unequalSpans(period, other, today: asOf)]
    }

    init(of period: Period, today: Day) throws {
        _ = try period.first.checkedAsOf(today: today)
        (self.period, asOf) = (period, min(period.last, today))
        // A year goes on until its last day is over; days that were told one by one end with the last of them.
        hasEnded = period.last < today || period.kind == .days && period.last == today
    }
}

/// Beside what totals are set.
enum Comparand {
    case previous, yearBefore
    case period(Period)

    init?(_ word: String) {
        switch word {
        case "previous": self = .previous
        case "year-before": self = .yearBefore
        default:
            guard let period = Period(word) else { return nil }
            self = .period(period)
        }
    }
}

/// What is asked of totals, put together from the options: mistakes in them are told before a registry is opened.
struct TotalsQuestion {
    var asOf: Day?
    var period: Period?
    var from: Day?
    var to: Day?
    var compare: Comparand?

    /// Whether nothing is said of days.
    var isOfToday: Bool { asOf == nil && period == nil && from == nil && to == nil && compare == nil }

    /// - Throws: ``Failure`` of code 64 where the options contradict one another.
    func check() throws {
        let hasSpan = from != nil || to != nil
        if asOf != nil, period != nil || hasSpan { throw Failure(.misuse, Words.asOfAndPeriod) }
        if period != nil, hasSpan { throw Failure(.misuse, Words.periodAndSpan) }
        if to != nil, from == nil { throw Failure(.misuse, Words.toWithoutFrom) }
        if let from, let to, to < from { throw Failure(.misuse, Words.fromAfterTo(from, to)) }
        guard let compare else { return }
        // All up to a day has nothing before it but that of a year before.
        if case .yearBefore = compare { return }
        if period == nil, from == nil { throw Failure(.misuse, Words.comparedWithoutPeriod) }
        guard case .period(let other) = compare else { return }
        if let period, other.kind != period.kind { throw Failure(.misuse, Words.otherKind(other, than: period)) }
        if from != nil, other.kind != .days { throw Failure(.misuse, Words.comparedWithNoDays(other)) }
    }

    func span(today: Day) throws -> CountedSpan {
        if let period { return try CountedSpan(of: period, today: today) }
        guard let from else { return try CountedSpan(upTo: asOf ?? today, today: today) }
        // Up to today where no end is told; a beginning after that is refused for what it is.
        guard let period = Period(from: from, to: to ?? max(today, from)) else {
            throw Failure(.misuse, Words.fromAfterTo(from, to ?? today))
        }
        return try CountedSpan(of: period, today: today)
    }

    /// What it is compared with; nil where nothing is asked.
    func other(than span: CountedSpan, today: Day) throws -> CountedSpan? {
        guard let compare else { return nil }
        guard let period = span.period else {
            guard let day = span.asOf.yearBefore else { throw Failure(.misuse, Words.nothingBefore(span.title)) }
            return try CountedSpan(upTo: day, today: today)
        }
        let other: Period? =
            switch compare {
            case .previous: period.previous
            case .yearBefore: period.yearBefore
            case .period(let other): other
            }
        guard let other else { throw Failure(.misuse, Words.nothingBefore(span.title)) }
        return try CountedSpan(of: other, today: today)
    }
}
