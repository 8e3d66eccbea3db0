import Registry
import TestSupport
import Testing

@Suite("Periods")
struct PeriodTests {
    @Test(
        "are read as the press writes them",
        arguments: [
            ("2022", "2022-01-01", "2022-12-31", "2022"), ("2022H1", "2022-01-01", "2022-06-30", "2022H1"),
            ("2022h2", "2022-07-01", "2022-12-31", "2022H2"), ("2022Q2", "2022-04-01", "2022-06-30", "2022Q2"),
            ("2022-Q4", "2022-10-01", "2022-12-31", "2022Q4"), ("2022-02", "2022-02-01", "2022-02-28", "2022-02"),
            ("2024-02", "2024-02-01", "2024-02-29", "2024-02"), ("1900", "1900-01-01", "1900-12-31", "1900"),
            ("2022-03-05..2022-04-04", "2022-03-05", "2022-04-04", "2022-03-05..2022-04-04"),
            ("2022-03-05..2022-03-05", "2022-03-05", "2022-03-05", "2022-03-05..2022-03-05"),
        ])
    func reading(text: String, first: String, last: String, name: String) throws {
        let period = try #require(Period(text))
        #expect("\(period.first)" == first)
        #expect("\(period.last)" == last)
        #expect("\(period)" == name)
        #expect(Period(name) == period)
    }

    @Test(
        "of no calendar are none",
        arguments: [
            "", "22", "2022-", "2022H0", "2022H3", "2022Q0", "2022Q5", "2022-00", "2022-13", "202206", "2022-6",
            "2022Q",
            "2022-03-05", "2022-03-05..", "2022-03-05..2022-03-04", "2022-02-01..2022-02-30", "1899", "9999", "２０２２",
            "2022 ", "+022", "2022-+1", "2022Q+", "2022M1",
        ])
    func notOne(text: String) {
        #expect(Period(text) == nil)
    }

    @Test(
        "have one before, and one a year before",
        arguments: [
            ("2022", "2021", "2021"), ("2022H1", "2021H2", "2021H1"), ("2022H2", "2022H1", "2021H2"),
            ("2022Q1", "2021Q4", "2021Q1"), ("2022-01", "2021-12", "2021-01"), ("2024-03", "2024-02", "2023-03"),
            ("2022-03-05..2022-03-07", "2022-03-02..2022-03-04", "2021-03-05..2021-03-07"),
            ("2024-02-29..2024-03-01", "2024-02-27..2024-02-28", "2023-02-28..2023-03-01"),
        ])
    func before(text: String, previous: String, yearBefore: String) throws {
        let period = try #require(Period(text))
        #expect(period.previous.map { "\($0)" } == previous)
        #expect(period.yearBefore.map { "\($0)" } == yearBefore)
    }

    @Test("before the calendar begins there is none", arguments: ["1900", "1900Q1", "1900-01-01..1900-01-02"])
    func first(text: String) throws {
        let period = try #require(Period(text))
        #expect(period.previous == nil)
        #expect(period.yearBefore == nil)
    }

    @Test("follow one another without a gap")
    func gapless() throws {
        for text in ["2030", "2030H2", "2030Q3", "2030-05"] {
            var period = try #require(Period(text))
            for _ in 0..<60 {
                let previous = try #require(period.previous)
                #expect(previous.last == period.first.previous)
                #expect(Period("\(previous)") == previous)
                period = previous
            }
        }
    }
}
