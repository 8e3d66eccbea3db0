import Testing

@testable import Registry

/// China's arrangement for 2022: 国办发明电〔2021〕11号.
@Suite("Working days")
struct WorkingCalendarTests {
    private static func days(_ first: String, _ last: String) throws -> [Day] {
        try (Day(reading: first).number...Day(reading: last).number).map { Day(number: $0) }
    }

    private static func arranged() throws -> WorkingCalendar {
        var told: [Day: Bool] = [:]
        for (first, last) in [("2022-01-31", "2022-02-06"), ("2022-10-01", "2022-10-07")] {
            for day in try days(first, last) { told[day] = false }
        }
        for text in ["2022-01-29", "2022-01-30", "2022-10-08", "2022-10-09"] { told[try Day(reading: text)] = true }
        return WorkingCalendar(told)
    }

    @Test(
        "without a calendar Monday to Friday are worked",
        arguments: [
            ("2022-01-28", true), ("2022-01-29", false), ("2022-01-30", false), ("2022-01-31", true),
            ("1969-12-26", true), ("1969-12-27", false), ("1969-12-28", false), ("1969-12-29", true),
        ])
    func weekends(text: String, isWorked: Bool) throws {
        #expect(WorkingCalendar().isWorking(try Day(reading: text)) == isWorked)
    }

    @Test(
        "over the Spring Festival and the National Day of 2022 seven days are off and a weekend is worked",
        arguments: [
            ("2022-01-28", true), ("2022-01-29", true), ("2022-01-30", true), ("2022-01-31", false),
            ("2022-02-04", false), ("2022-02-06", false), ("2022-02-07", true), ("2022-02-12", false),
            ("2022-09-30", true), ("2022-10-03", false), ("2022-10-07", false), ("2022-10-08", true),
            ("2022-10-09", true), ("2022-10-10", true), ("2022-10-15", false),
        ])
    func festivals(text: String, isWorked: Bool) throws {
        #expect(try Self.arranged().isWorking(Day(reading: text)) == isWorked)
    }

    @Test(
        "working days between two days leave out the first and count the last",
        arguments: [
            ("2022-01-30", "2022-02-06", 0, 5), ("2022-01-30", "2022-02-07", 1, 6),
            ("2022-09-30", "2022-10-10", 3, 6), ("2022-06-17", "2022-06-19", 0, 0), ("2022-06-17", "2022-06-20", 1, 1),
            ("2022-06-20", "2022-06-20", 0, 0), ("2022-06-21", "2022-06-20", 0, 0),
        ])
    func between(first: String, last: String, arranged: Int, plain: Int) throws {
        let (first, last) = (try Day(reading: first), try Day(reading: last))
        #expect(try Self.arranged().workingDays(after: first, through: last) == arranged)
        #expect(WorkingCalendar().workingDays(after: first, through: last) == plain)
    }
}
