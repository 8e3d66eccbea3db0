import RegistryStore
import SQLite
import Testing

@testable import RegistryImport

@Suite("A period in one cell")
struct PeriodTests {
    @Test(
        "its first and its last day are two fields",
        arguments: ["2022-06-01 至 2022-06-30", "2022.6.1至2022.6.30", "2022年6月1日～2022年6月30日"])
    func both(cell: String) throws {
        let desk = try ImportDesk()
        let report = try desk.take(["venue,code,title,挂牌起止日期", "SH,L-1,x,\(cell)"])
        #expect(report.rejections.isEmpty)
        #expect(report.counts.new == 1)
        let days = try desk.ledger.connection.first("SELECT listed_on, listed_until FROM listing") {
            (row) throws(SQLiteError) in "\(try row.text(at: 0)) \(try row.text(at: 1))"
        }
        #expect(days == "2022-06-01 2022-06-30")
    }

    @Test(
        "what is wrong with either day is told under the heading",
        arguments: ["2022-06-31 至 2022-07-01", "至 2022-07-01", ""])
    func wrong(cell: String) throws {
        let desk = try ImportDesk()
        #expect(try desk.take(["venue,code,title,挂牌起止日期", "SH,L-1,x,\(cell)"]).places == ["2:挂牌起止日期"])
    }
}
