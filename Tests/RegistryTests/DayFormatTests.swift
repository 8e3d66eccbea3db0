import Registry
import Testing

@Suite("Day formats")
struct DayFormatTests {
    @Test(
        "a day is read by the pattern of its file",
        arguments: [
            ("dd-MMM-yy", "21-Jun-22", "2022-06-21"), ("dd-MMM-yy", "21-JUN-22", "2022-06-21"),
            ("dd-MMM-yy", "01-dec-99", "1999-12-01"), ("dd-MMM-yy", "01-Jan-00", "2000-01-01"),
            ("dd-MMM-yy", "31-Dec-68", "2068-12-31"), ("dd-MMM-yy", "01-Jan-69", "1969-01-01"),
            ("MM/dd/yyyy", "06/21/2022", "2022-06-21"), ("d.M.yyyy", "1.2.2022", "2022-02-01"),
            ("d.M.yyyy", "21.12.2022", "2022-12-21"), ("d.M.yyyy", "01.02.2022", "2022-02-01"),
            ("yyyyMMdd", "20220621", "2022-06-21"), ("ddMMyy", "210622", "2022-06-21"),
            ("yyyy年M月d日", "2022年6月21日", "2022-06-21"), ("MMM d, yyyy", "Feb 29, 2024", "2024-02-29"),
            ("dd/MM/yyyy", " 05/06/2022\u{3000}", "2022-06-05"),
        ])
    func read(pattern: String, text: String, day: String) throws {
        let format = try #require(DayFormat(pattern))
        #expect(try Day(reading: text, format: format).description == day)
        #expect(format.description == pattern)
    }

    @Test("each month is known by its three letters")
    func months() throws {
        let format = try #require(DayFormat("dMMMyyyy"))
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        for (month, name) in zip(1..., names) {
            #expect(try Day(reading: "1\(name)2022", format: format) == Day(year: 2022, month: month, day: 1))
        }
    }

    @Test(
        "a day that is not of the pattern is refused, though it be a day otherwise",
        arguments: [
            ("dd-MMM-yy", "2022-06-21"), ("dd-MMM-yy", "1-Jun-22"), ("dd-MMM-yy", "21-Jux-22"), ("dd-MMM-yy", "21-Ju"),
            ("dd-MMM-yy", "21-Jun-2022"), ("dd-MMM-yy", "21-June-22"), ("dd-MMM-yy", "21/Jun/22"), ("dd-MMM-yy", ""),
            ("dd-MMM-yy", "21-Jun-2"), ("MM/dd/yyyy", "6/21/2022"), ("MM/dd/yyyy", "06/21/22"),
            ("d.M.yyyy", "1.2.2022."), ("d.M.yyyy", "001.2.2022"), ("d.M.yyyy", ".2.2022"), ("d.M.yyyy", "-1.2.2022"),
            ("yyyyMMdd", "2022-06-21"), ("dd/MM/yyyy", "０５/06/2022"),
        ])
    func otherForm(pattern: String, text: String) throws {
        let format = try #require(DayFormat(pattern))
        #expect(throws: Refusal.notADayOfFormat(text, format: pattern)) { try Day(reading: text, format: format) }
    }

    @Test(
        "a date that does not exist is refused as such",
        arguments: [
            ("dd-MMM-yy", "30-Feb-22"), ("MM/dd/yyyy", "21/06/2022"), ("dd/MM/yyyy", "29/02/2023"),
            ("d.M.yyyy", "0.1.2022"), ("d.M.yyyy", "1.0.2022"), ("yyyyMMdd", "18991231"),
        ])
    func noSuchDay(pattern: String, text: String) throws {
        let format = try #require(DayFormat(pattern))
        #expect(throws: Refusal.noSuchDay(text)) { try Day(reading: text, format: format) }
    }

    @Test(
        "a pattern without exactly one day, month and year, or with another letter, is no pattern",
        arguments: [
            "", "yyyy", "yyyy-MM", "MM-dd", "dd/dd/yyyy", "yyyy-MM-dd-yyyy", "MM MMM yyyy", "M-MMM-d-yy", "ddd-MM-yyyy",
            "dd-MMMM-yy", "dd-MM-y", "dd-MM-yyy", "dd-MM-yyyyy", "DD-MM-yyyy", "dd-mm-yyyy", "dd-MM-YYYY",
            "yyyy-MM-ddTHH", "dd-MM-yyyy z",
        ])
    func noPattern(pattern: String) {
        #expect(DayFormat(pattern) == nil)
    }

    @Test(
        "where only the order is told, a day is read by it, and with its year first as ever",
        arguments: [
            ("dmy", "05/06/2022", "2022-06-05"), ("mdy", "05/06/2022", "2022-05-06"), ("dmy", "5.6.22", "2022-06-05"),
            ("mdy", "6-21-2022", "2022-06-21"), ("dmy", "21 June 2022", "2022-06-21"),
            ("dmy", "21-Jun-22", "2022-06-21"),
            ("mdy", "Jun 21, 2022", "2022-06-21"), ("mdy", "21-Sept-2022", "2022-09-21"),
            ("dmy", "2022/6/5", "2022-06-05"), ("mdy", "2022年6月5日", "2022-06-05"), ("dmy", "20220605", "2022-06-05"),
            ("dmy", "１/２/2022", "2022-02-01"), ("dmy", "01/02/2022 15:30", "2022-02-01"),
            ("dmy", "31/12/68", "2068-12-31"), ("dmy", "1/1/69", "1969-01-01"),
        ])
    func order(order: String, text: String, day: String) throws {
        let format = try #require(DayFormat(order))
        #expect(try Day(reading: text, format: format).description == day)
    }

    @Test(
        "what the order does not tell is refused",
        arguments: [
            ("dmy", "6/2022"), ("dmy", "1/2/3/2022"), ("dmy", "1/2/022"), ("dmy", "x/2/2022"), ("mdy", "may"),
            ("dmy", "Junk 21, 2022"), ("dmy", ""), ("dmy", "001/2/2022"),
        ])
    func notOfOrder(order: String, text: String) throws {
        let format = try #require(DayFormat(order))
        #expect(throws: Refusal.notADayOfFormat(text, format: order)) { try Day(reading: text, format: format) }
    }

    @Test("a day and month in the wrong order are a date that does not exist")
    func wrongOrder() throws {
        let format = try #require(DayFormat("mdy"))
        #expect(throws: Refusal.noSuchDay("21/06/2022")) { try Day(reading: "21/06/2022", format: format) }
    }
}
