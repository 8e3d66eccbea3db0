package import Registry
import SQLite

/// What a calendar says of a day.
package struct CalendarDay: Hashable, Sendable {
    package let day: Day
    package let isWorking: Bool
    /// Of the holiday: 春节.
    package let name: String?

    package init(_ day: Day, isWorking: Bool, name: String?) {
        (self.day, self.isWorking, self.name) = (day, isWorking, name)
    }
}

/// A day of the calendar as it is kept, and the change that said so.
package struct KeptDay: Sendable {
    package let day: CalendarDay
    package let change: Int64
}

/// The newest row of a day holds, until its change is taken back: then the one before holds again.
extension Ledger {
    /// The days of which the calendar speaks, in their order.
    ///
    /// - Parameter last: the newest change that counts.
    package func calendarDays(asOf last: Int64 = .max) throws(StoreError) -> [KeptDay] {
        try storing { () throws(SQLiteError) in
            let undone = try connection.undoneChanges(asOf: last)
            var kept: [Day: KeptDay] = [:]
            try connection.forEach(
                "SELECT day, is_working, name, change_id FROM calendar_day WHERE change_id <= ? ORDER BY id DESC",
                .integer(last)
            ) { row throws(SQLiteError) in
                let change = try row.integer(at: 3)
                let text = try row.text(at: 0)
                guard !undone.contains(change), let day = text.withBytes({ bytes in try? Day.read(bytes) }),
                    kept[day] == nil
                else { return true }
                kept[day] = KeptDay(
                    day: CalendarDay(day, isWorking: try row.integer(at: 1) == 1, name: try row.optionalText(at: 2)),
                    change: change)
                return true
            }
            return kept.values.sorted { $0.day.day < $1.day.day }
        }
    }

    package func workingCalendar(asOf last: Int64 = .max) throws(StoreError) -> WorkingCalendar {
        let days = try calendarDays(asOf: last).map { ($0.day.day, $0.day.isWorking) }
        return WorkingCalendar(Dictionary(uniqueKeysWithValues: days))
    }
}

extension Change {
    package func record(_ day: CalendarDay) throws(StoreError) {
        try storing { () throws(SQLiteError) in
            try addRow(to: "calendar_day", [.text("\(day.day)"), .integer(day.isWorking ? 1 : 0), Value(day.name)])
        }
    }
}
