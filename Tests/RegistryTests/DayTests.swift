import Registry
import Testing

@Suite("Days")
struct DayTests {
    @Test("every day from 1900 to 2100 is numbered without a gap and reads back from what it writes")
    func everyDay() throws {
        var number: Int32 = -25_567
        for year in 1900...2100 {
            let isLeap = year % 4 == 0 && year != 1900 && year != 2100
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (month, length) in zip(1..., lengths) {
                for dayOfMonth in 1...length {
                    let day = try #require(Day(year: year, month: month, day: dayOfMonth))
                    guard day.number == number, day.parts == (year, month, dayOfMonth),
                        try Day(reading: day.description) == day
                    else {
                        Issue.record("\(year)-\(month)-\(dayOfMonth) is \(day), number \(day.number), not \(number)")
                        return
                    }
                    number += 1
                }
                #expect(Day(year: year, month: month, day: length + 1) == nil)
            }
        }
        #expect(number == 47_847)
    }

    @Test(
        "known days have known numbers and texts",
        arguments: [
            (1970, 1, 1, 0, "1970-01-01"), (1900, 1, 1, -25_567, "1900-01-01"), (2000, 2, 29, 11_016, "2000-02-29"),
            (2020, 10, 28, 18_563, "2020-10-28"), (2022, 6, 21, 19_164, "2022-06-21"),
            (9999, 12, 31, 2_932_896, "9999-12-31"),
        ] as [(Int, Int, Int, Int32, String)])
    func known(year: Int, month: Int, day: Int, number: Int32, text: String) throws {
        let found = try #require(Day(year: year, month: month, day: day))
        #expect(found.number == number)
        #expect(found.description == text)
        #expect(Day(number: number) == found)
    }

    @Test(
        "a leap day is a day of a leap year only",
        arguments: [
            (1900, false), (1904, true), (2000, true), (2023, false), (2024, true), (2100, false), (2400, true),
        ])
    func leap(year: Int, exists: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == exists)
        #expect(Day(year: year, month: 2, day: 28) != nil)
        #expect(Day(year: year, month: 2, day: 30) == nil)
    }

    @Test(
        "what the calendar has not is nil",
        arguments: [
            (1899, 12, 31), (10_000, 1, 1), (2022, 0, 1), (2022, 13, 1), (2022, 1, 0), (2022, 1, 32), (2022, 4, 31),
            (-1, 1, 1), (2022, 6, -1), (.max, 1, 1), (2022, .max, 1), (2022, 1, .max),
        ])
    func none(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("days are ordered as their texts are")
    func order() throws {
        let texts = ["1900-01-01", "1969-12-31", "1970-01-01", "2021-12-31", "2022-01-01", "2022-01-02", "2022-10-01"]
        let days = try texts.map { try Day(reading: $0) }
        #expect(days.shuffled().sorted() == days)
        for (earlier, later) in zip(days, days.dropFirst()) {
            #expect(earlier < later)
            #expect(!(later < earlier))
        }
    }

    @Test(
        "a day is read as the market writes it",
        arguments: [
            ("2022-06-21", "2022-06-21"), ("2022-6-21", "2022-06-21"), ("2021.3.12", "2021-03-12"),
            ("2021.03.12", "2021-03-12"), ("2017/6/5", "2017-06-05"), ("2017/06/05", "2017-06-05"),
            ("20220621", "2022-06-21"), ("2016年11月18日", "2016-11-18"), ("2017年 8 月4 日", "2017-08-04"),
            ("2016年1月8号", "2016-01-08"), ("２０２２－０６－２１", "2022-06-21"), ("２０２２年６月２１日", "2022-06-21"),
            ("２０２２０６２１", "2022-06-21"), ("２０２２／６／５", "2022-06-05"), ("２０２１．３．１２", "2021-03-12"),
            (" 2022-06-21", "2022-06-21"), ("2022-06-21\t", "2022-06-21"), ("\u{3000}2022/6/21\u{A0}", "2022-06-21"),
            ("2022 - 6 - 21", "2022-06-21"), ("2017年\u{3000}8月4日", "2017-08-04"),
            ("2022-06-21 10:00", "2022-06-21"), ("2022/6/5 0:00:00", "2022-06-05"),
            ("2022-06-21T23:59:59.5", "2022-06-21"), ("2017年 8 月4 日 9:30", "2017-08-04"),
        ])
    func written(text: String, day: String) throws {
        #expect(try Day(reading: text).description == day)
    }

    @Test(
        "a date that does not exist is refused as such",
        arguments: [
            "2023-02-29", "2022-06-31", "2022-13-01", "2022-00-10", "2022-01-00", "0000-00-00", "1899-12-31",
            "20220631",
            "2022年2月30日", "2022/6/31", "2021.2.29",
        ])
    func noSuchDay(text: String) {
        #expect(throws: Refusal.noSuchDay(text)) { try Day(reading: text) }
    }

    @Test(
        "what is not a date with its year first is refused",
        arguments: [
            "", "-", "2022", "2022-06", "2022年6月", "2022年", "22-06-21", "21/06/2022", "06/21/2022", "2022-06/21",
            "2022.06-21", "2022-006-21", "2022-06-021", "02022-06-21", "2022--06-21", "2022..6.21", "2022.6.21.",
            "-2022-06-21", ".2022.6.21", "2022-06-21-", "2022-06-21-01", "2022-+6-21", "2022-0a-21", "2022-06-21 25:00",
            "2022-06-21 10:60", "2022-06-21 10", "2022-06-21 10:00+08:00",
            "2022-06-21T00:00:00Z", "2022年6月21", "2022-06-21日", "2016月11年18日", "2022年年6月21日", "2022年6月21日日",
            "2022年6月5日至2022年6月7日", "2022-06-05 至 2022-06-07", "2022062", "202206211", "2022062a", "44733",
            "二〇二二年六月二十一日", "٢٠٢٢-٠٦-٢١", "2022-06-2\0", "今天", "Jun 21, 2022",
        ])
    func notADay(text: String) {
        #expect(throws: Refusal.notADay(text)) { try Day(reading: text) }
    }
}
