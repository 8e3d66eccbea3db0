/// Which days are worked: Monday to Friday, except where a calendar says otherwise.
///
/// China's State Council arranges each year's holidays: 休, days off that may be weekdays, and 班, Saturdays and Sundays
/// that are worked in their stead.
package struct WorkingCalendar: Hashable, Sendable {
    private let told: [Day: Bool]

    /// - Parameter told: for days of which a calendar speaks, whether they are worked.
    package init(_ told: [Day: Bool] = [:]) {
        self.told = told
    }

    package func isWorking(_ day: Day) -> Bool { told[day] ?? !day.isWeekend }

    /// How many days after the first are worked, the last one counted: 0 from a Friday to the Sunday behind it.
    package func workingDays(after first: Day, through last: Day) -> Int {
        guard first < last else { return 0 }
        return (first.next.number...last.number).count { isWorking(Day(number: $0)) }
    }
}
