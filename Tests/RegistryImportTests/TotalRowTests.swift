import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("Totals among the rows")
struct TotalRowTests {
    private func take(_ rows: [String]) throws -> FileReport {
        var options = ImportOptions()
        options.venue = "SH"
        let heading = "code,kind,成交金额（万元）,signed_on,备注"
        return try ImportDesk().take([heading] + rows, options)
    }

    private func deals(_ amounts: [String]) -> [String] {
        amounts.enumerated().map { "D-\($0),transfer,\($1),2022-06-21," }
    }

    @Test(
        "a total may be rounded to its last place, by as much as rounding makes",
        arguments: [
            (["1.29"], "1.29", true), (["1.29"], "1.3", true), (["1.29"], "1.2", false), (["1.25"], "1.2", true),
            (["1.25"], "1.3", true), (["1.26"], "1.2", false), (["1320.5"], "1320", true), (["1320.5"], "1321", true),
            (["1320.6"], "1320", false), (["3", "4"], "8", false),
            // Rows rounded to the same place, each for itself.
            (["428.1", "0.2"], "428.4", true), (["428.1", "0.2"], "428.2", true), (["428.1", "0.2"], "428.5", false),
            (["428.3"], "428.4", false), (["428.12", "0.2"], "428.4", false),
            (["120.50", "1200.85"], "1321.36", true), (["120.50", "1200.85"], "1321.37", false),
            // Typed as they are, since they differ in their decimals: exact.
            (["120.5", "1200.85"], "1321.36", false), (["120.5", "1200.85"], "1321.35", true),
            (["120.5", "1200.85"], "1321.4", true), (["120.5", "1200.85"], "1321.3", true),
            (["120.5", "1200.85"], "1321.5", false),
            (["120", "1200.85"], "1320.86", false), (["428.1万元", "0.2"], "428.4", true),
            (["428.1万元", "1"], "429.2", false),
        ] as [([String], String, Bool)])
    func rounding(amounts: [String], printed: String, isTaken: Bool) throws {
        let report = try take(deals(amounts) + ["合计,,\(printed),,"])
        #expect(report.counts.setAside == 1)
        #expect((report.outcome == .imported) == isTaken)
    }

    @Test(
        "a total is known by its label, however it is set",
        arguments: [
            "合计", " 合计", "\t合计", "　合计", "(合计)", "（合计）", " ( 合 计 ) ", "合计：", "合计（2项）", "合计:共2项", "总计", "小计",
            "本页小计",
        ])
    func labels(label: String) throws {
        #expect(try take(deals(["1", "2"]) + ["\(label),,3,,"]).counts.setAside == 1)
        #expect(try take(deals(["1", "2"]) + ["\(label),,4,,"]).places == ["4:成交金额（万元）"])
    }

    @Test(
        "a count is a cell that says nothing else, a remark is none",
        arguments: [
            ("合计", "共3项", 3), ("合计", "3项", 3), ("合计", "（3 笔）", 3), ("合计（3项）", "", 3), ("合计共3笔", "", 3),
            ("合计", "含3个子项", nil), ("合计（含3个子项）", "", nil), ("合计", "其中3项未到账", nil), ("合计", "2022年3项", nil),
            ("合计", "共2项", nil), ("合计", "项", nil), ("合计", "99999999999999999999项", nil),
        ] as [(String, String, Int?)])
    func counts(label: String, remark: String, wrong: Int?) throws {
        let report = try take(deals(["1", "2"]) + ["\(label),,3,,\(remark)"])
        #expect(report.rejections.map(\.refusal) == (wrong.map { [.countDiffers(printed: $0, rows: 2)] } ?? []))
    }

    @Test("a total above the rows is told where to stand", arguments: ["合计,,3,,", "合计,共2项,,,", "小计,,3,,"])
    func above(total: String) throws {
        let report = try take([total] + deals(["1", "2"]))
        #expect(report.rejections.map(\.refusal) == [.totalAboveRows])
        #expect(report.outcome == .refused)
    }
}
