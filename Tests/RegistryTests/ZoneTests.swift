import Registry
import Testing

/// The C library keeps one zone a process, so what sets a zone runs in a process of its own.
@Suite("Zones")
struct ZoneTests {
    @Test("a day ends at midnight of its zone")
    func endOfDay() async {
        await #expect(processExitsWith: .success) {
            for (name, text, second) in [
                ("Asia/Shanghai", "2022-06-21", 1_655_827_200), ("Asia/Shanghai", "1970-01-01", 57_600),
                ("Asia/Shanghai", "2021-12-31", 1_640_966_400), ("UTC", "2022-06-21", 1_655_856_000),
                // Summer time in Berlin: from 2022-03-27, 23 hours long, to 2022-10-30, 25 hours long.
                ("Europe/Berlin", "2022-03-26", 1_648_335_600), ("Europe/Berlin", "2022-03-27", 1_648_418_400),
                ("Europe/Berlin", "2022-10-29", 1_667_080_800), ("Europe/Berlin", "2022-10-30", 1_667_170_800),
                ("America/New_York", "2022-06-21", 1_655_870_400),
                // Summer time that begins at midnight: the next day begins at one o'clock.
                ("America/Sao_Paulo", "2018-11-03", 1_541_300_400),
            ] {
                let zone = try #require(Zone(named: name))
                let day = try Day(reading: text)
                #expect(zone.end(of: day) == second, "\(name) \(text)")
                #expect(zone.day(ofSecond: second - 1) == day, "\(name) \(text)")
                #expect(zone.day(ofSecond: second).number == day.number + 1, "\(name) \(text)")
            }
        }
    }

    @Test("each day of a year holds its first and its last second")
    func wholeYear() async {
        await #expect(processExitsWith: .success) {
            for name in ["Asia/Shanghai", "Europe/Berlin"] {
                let zone = try #require(Zone(named: name))
                let first = try Day(reading: "2022-01-01")
                var begins = zone.end(of: Day(number: first.number - 1))
                for number in first.number..<(first.number + 365) {
                    let day = Day(number: number)
                    let ends = zone.end(of: day)
                    #expect(zone.day(ofSecond: begins) == day)
                    #expect(zone.day(ofSecond: ends - 1) == day)
                    #expect(ends - begins >= 23 * 3600 && ends - begins <= 25 * 3600)
                    begins = ends
                }
            }
        }
    }

    @Test("a clock time is a moment of the zone")
    func clockTime() async {
        await #expect(processExitsWith: .success) {
            for (name, text, hour, minute, second, moment) in [
                ("Asia/Shanghai", "2022-06-21", 8, 0, 0, 1_655_769_600),
                ("Asia/Shanghai", "2022-06-21", 23, 59, 59, 1_655_827_199),
                ("Europe/Berlin", "2022-06-21", 8, 30, 1, 1_655_793_001),
                ("Europe/Berlin", "2022-12-21", 8, 30, 1, 1_671_607_801), ("UTC", "1970-01-01", 0, 0, 0, 0),
            ] {
                let zone = try #require(Zone(named: name))
                let found = zone.second(of: try Day(reading: text), hour: hour, minute: minute, second: second)
                #expect(found == moment, "\(name) \(text)")
            }
        }
    }

    @Test("today is the day of the clock, and a zone keeps its name")
    func today() async {
        await #expect(processExitsWith: .success) {
            for name in [Zone.standard, "Europe/Berlin", "UTC"] {
                let zone = try #require(Zone(named: name))
                let before = zone.day(ofSecond: Int(Stamp.next(after: nil).microseconds / 1_000_000))
                let today = zone.today()
                let after = zone.day(ofSecond: Int(Stamp.next(after: nil).microseconds / 1_000_000))
                #expect(before <= today && today <= after)
                #expect(zone.name == name)
            }
        }
    }

    @Test(
        "what the database of zones has not is nil",
        arguments: [
            "", "Nowhere/Town", "Asia", "Asia/", ".", "..", "../zoneinfo/UTC", "/usr/share/zoneinfo/UTC",
            "/etc/localtime",
            "zone.tab", "tzdata.zi", "Asia/Shanghai\0", "Shanghai", "asia/shanghai", "+08:00", "UTC+8",
        ])
    func unknown(name: String) {
        #expect(Zone(named: name) == nil)
    }
}
