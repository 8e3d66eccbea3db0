import Testing

@testable import Registry

@Suite("Nights for which a file is due")
struct DueNightTests {
    private let zone = Zone(named: Zone.standard)

    @Test(
        "a due time is a time of the night's own day, or of the day before",
        arguments: [
            ("18:00", "18:00"), ("8:30", "08:30"), ("00:00", "00:00"), ("23:59", "23:59"),
            ("18:00 the day before", "18:00 the day before"), ("前一日18:00", "18:00 the day before"),
            ("前一天 18：00", "18:00 the day before"), ("26:00 the day before", "26:00 the day before"),
            ("24:00", nil), ("48:00 the day before", nil), ("18:60", nil), ("6pm", nil), ("18", nil), ("18:0", nil),
            ("-1:00", nil), ("18:00 the day after", nil), ("the day before", nil), ("", nil),
        ] as [(String, String?)])
    func reading(text: String, written: String?) {
        #expect(DueTime(text)?.description == written)
        if let written { #expect(DueTime(written) == DueTime(text)) }
    }

    private func nights(_ time: String, off: [String] = [], worked: [String] = []) throws -> DueNights {
        var told: [Day: Bool] = [:]
        for text in off { told[try Day(reading: text)] = false }
        for text in worked { told[try Day(reading: text)] = true }
        return DueNights(by: try #require(DueTime(time)), WorkingCalendar(told), in: try #require(zone))
    }

    /// 2022-06-17 is a Friday.
    @Test(
        "a night is due when its day, or the day before, is worked",
        arguments: [
            ("18:00", "2022-06-17", true), ("18:00", "2022-06-18", false), ("18:00", "2022-06-19", false),
            ("18:00", "2022-06-20", true), ("18:00 the day before", "2022-06-17", true),
            ("18:00 the day before", "2022-06-18", true), ("26:00 the day before", "2022-06-18", true),
            ("18:00 the day before", "2022-06-19", false), ("18:00 the day before", "2022-06-20", false),
            ("18:00 the day before", "2022-06-21", true),
        ])
    func isDue(time: String, night: String, isDue: Bool) throws {
        #expect(try nights(time).isDue(Day(reading: night)) == isDue)
    }

    @Test(
        "the moment is that of the clock in the registry's zone",
        arguments: [
            ("18:00", "2022-06-21T10:00:00"), ("02:00", "2022-06-20T18:00:00"),
            ("18:00 the day before", "2022-06-20T10:00:00"), ("26:00 the day before", "2022-06-20T18:00:00"),
        ])
    func moment(time: String, utc: String) throws {
        let stamp = try #require(Stamp("\(utc).000000Z"))
        #expect(try nights(time).second(of: Day(reading: "2022-06-21")) == Int(stamp.microseconds / 1_000_000))
    }

    /// Over the Spring Festival of 2022: 31 January to 6 February are off, 29 and 30 January are worked.
    @Test(
        "what is taken while nothing is due counts for the last night before",
        arguments: [
            ("2022-01-30", "2022-01-30"), ("2022-01-31", "2022-01-30"), ("2022-02-04", "2022-01-30"),
            ("2022-02-06", "2022-01-30"), ("2022-02-07", "2022-02-07"), ("2022-02-13", "2022-02-11"),
        ])
    func countsFor(taken: String, night: String) throws {
        let nights = try nights(
            "18:00",
            off: ["2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04", "2022-02-05", "2022-02-06"],
            worked: ["2022-01-29", "2022-01-30"])
        #expect(try nights.night(takenOn: Day(reading: taken)) == Day(reading: night))
    }

    @Test(
        "the newest night due is the last one whose time has passed",
        arguments: [
            ("18:00", "2022-06-21T09:59:59", "2022-06-20"), ("18:00", "2022-06-21T10:00:00", "2022-06-21"),
            ("18:00", "2022-06-18T15:00:00", "2022-06-17"),
            ("18:00 the day before", "2022-06-21T09:59:59", "2022-06-21"),
            ("18:00 the day before", "2022-06-21T10:00:00", "2022-06-22"),
            ("18:00 the day before", "2022-06-19T15:00:00", "2022-06-18"),
            ("26:00 the day before", "2022-06-20T17:59:59", "2022-06-18"),
            ("26:00 the day before", "2022-06-20T18:00:00", "2022-06-21"),
        ])
    func newest(time: String, utc: String, night: String) throws {
        let now = try #require(Stamp("\(utc).000000Z"))
        #expect(try nights(time).newest(by: Int(now.microseconds / 1_000_000)) == Day(reading: night))
    }

    @Test("lateness is counted in working days")
    func lateness() throws {
        let nights = try nights("18:00", off: ["2022-06-20"])
        let friday = try Day(reading: "2022-06-17")
        for (day, days) in [("2022-06-17", 0), ("2022-06-19", 0), ("2022-06-20", 0), ("2022-06-21", 1)] {
            let now = try #require(zone).second(of: Day(reading: day), hour: 20, minute: 0, second: 0)
            #expect(nights.workingDaysLate(friday, by: now) == days, "\(day)")
        }
    }

    @Test("a calendar that closes for ever has no night")
    func closed() throws {
        let told = Dictionary(uniqueKeysWithValues: (18_000..<20_000).map { (Day(number: $0), false) })
        let nights = DueNights(by: try #require(DueTime("18:00")), WorkingCalendar(told), in: try #require(zone))
        #expect(nights.night(takenOn: Day(number: 19_000)) == nil)
        #expect(nights.newest(by: 19_000 * 86_400) == nil)
    }
}
