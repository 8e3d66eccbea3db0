import Registry

/// How busy each day is: growth from month to month, months that differ, few records on weekends.
struct TradingCalendar {
    let first: Day
    let last: Day
    /// Running sums of the days' weights.
    private let sums: [Int]

    init(first: Day, last: Day, dice: inout SplitMix64) {
        self.first = first
        self.last = last
        var sums: [Int] = []
        var sum = 0
        var monthNumber = -1
        var month = 0
        var monthWeight = 0
        for number in first.number...max(first.number, last.number) {
            let day = Day(number: number)
            if day.parts.month != month {
                month = day.parts.month
                monthNumber += 1
                monthWeight = (40 + 9 * monthNumber) * Self.seasonPercent(month) * dice.number(in: 75...130) / 100
            }
            sum += day.isWeekend ? monthWeight / 12 : monthWeight
            sums.append(sum)
        }
        self.sums = sums
    }

    /// The month of the Spring Festival is slow, the ends of the half-years are busy.
    private static func seasonPercent(_ month: Int) -> Int {
        switch month {
        case 2: 45
        case 6: 125
        case 10: 85
        case 12: 140
        default: 100
        }
    }

    func day(dice: inout SplitMix64) -> Day {
        let mark = dice.number(below: sums.last ?? 0)
        return first + sums.firstPlace { $0 > mark }
    }

    /// So many days, earliest first.
    func days(count: Int, dice: inout SplitMix64) -> [Day] {
        (0..<count).map { _ in day(dice: &dice) }.sorted()
    }
}
