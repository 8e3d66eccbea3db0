/// The nights for which a file is due: those whose day, or the day before, is worked.
package struct DueNights: Sendable {
    package let time: DueTime
    private let calendar: WorkingCalendar
    private let zone: Zone
    /// No calendar closes a venue for so many days.
    private static let longestPause = 400

    package init(by time: DueTime, _ calendar: WorkingCalendar, in zone: Zone) {
        (self.time, self.calendar, self.zone) = (time, calendar, zone)
    }

    package func isDue(_ night: Day) -> Bool { calendar.isWorking(time.workingDay(of: night)) }

    /// By when the file of a night that is due must be there, in seconds since 1970-01-01T00:00:00Z.
    package func second(of night: Day) -> Int { time.second(of: night, in: zone) }

    /// The night for which a file counts that was taken on a night: that one, or the last one before that was due. So what
    /// comes while nothing is due is the late file of the last night.
    package func night(takenOn night: Day) -> Day? {
        for number in 0..<Self.longestPause {
            let found = Day(number: night.number - Int32(number))
            if isDue(found) { return found }
        }
        return nil
    }

    /// The newest night whose file must be there by now.
    ///
    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    package func newest(by now: Int) -> Day? {
        // What is due the day before is due for tomorrow's night already.
        var night = night(takenOn: zone.day(ofSecond: now).next)
        while let found = night, second(of: found) > now { night = self.night(takenOn: found.previous) }
        return night
    }

    /// How many working days have gone by since a night's file was due.
    package func workingDaysLate(_ night: Day, by now: Int) -> Int {
        calendar.workingDays(after: time.workingDay(of: night), through: zone.day(ofSecond: now))
    }
}
