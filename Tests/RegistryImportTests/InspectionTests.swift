import Registry
import RegistryImport
import Spreadsheets
import TestSupport
import Testing

@Suite("Looking at unknown files")
struct InspectionTests {
    private func inspect(_ text: String, as name: String = "file.csv") throws -> (FileInspection, VenueProfile) {
        let folder = try TestFolder()
        try folder.write(Array(text.utf8), to: name)
        let today = try #require(Day(year: 2026, month: 1, day: 1))
        let found = try FileInspector(ImportOptions(), today: today).run(folder.file(name))
        _ = try VenueProfile(yaml: ProfileDraft(found, in: .chinese).text)
        return (found, try VenueProfile(yaml: ProfileDraft(found, in: .english).text))
    }

    @Test(
        "the draft is a profile, whatever stands in names and headings",
        arguments: [
            "\"a: b\",'#c,- d,\"e\nf\",\"g\\h\",*i,&j,!k,{l},[m],null,~,100%\n1,2,3,4,5,6,7,8,9,10,11,12,13\n",
            "合同编号,\"成交 # 金额\",\u{FEFF}x,签订日期\nT-1,5,6,2022-01-01\n",
            "code,kind,amount_yuan,signed_on\nT,\"a: # b\",1,2022-01-01\nU,'c',1,2022-01-01\nV,\"d\ne\",1,2022-01-01\n",
        ])
    func messy(text: String) throws {
        let (_, profile) = try inspect(text)
        #expect(profile.files.count == 1)
    }

    @Test(
        "the pattern of a name takes its numbers for any",
        arguments: [
            ("成交2022-06.csv", "成交2023-07.csv", true), ("deals_20220621.csv", "deals_20220622.csv", true),
            ("1月成交.csv", "12月成交.csv", true), ("a[1].csv", "a[2].csv", true), ("deals.csv.gz", "deals.csv", true),
            ("deals.csv", "listings.csv", false), ("成交2022年6月.csv", "成交2023年12月.csv", true),
        ])
    func patterns(name: String, other: String, doesFit: Bool) throws {
        let (_, profile) = try inspect("code,kind\n1,2\n", as: name.hasSuffix(".gz") ? "deals.csv" : name)
        #expect((profile.file(matching: other) != nil) == doesFit)
        #expect(profile.file(matching: name) != nil)
    }

    @Test(
        "the order of day and month is told where one of the days tells it",
        arguments: [
            (["5/6/2022", "21/6/2022"], DayForms.Order.certain("dmy")), (["6/21/2022"], .certain("mdy")),
            (["5/6/2022", "1/7/2022"], .ambiguous), (["21/6/2022", "6/21/2022"], .mixed),
            (["2022-06-21", "2022.6.5"], .notAsked), (["21-Jun-22"], .certain("dmy")), (["20220621"], .notAsked),
            (["2022年6月21日"], .notAsked), (["57,200.00"], .notAsked), (["one two three"], .notAsked),
            (["1.234.56"], .notAsked),
        ])
    func order(days: [String], order: DayForms.Order) throws {
        let rows = days.enumerated().map { "T-\($0),transfer,5,\($1)\n" }.joined()
        let (found, profile) = try inspect("code,kind,amount_yuan,signed_on\n" + rows)
        #expect(found.order == order)
        let told: DayFormat? = if case .certain(let name) = order { DayFormat(name) } else { nil }
        #expect(profile.files[0].dayFormat == told)
    }

    @Test("a heading is near to those that share its characters, the likest first")
    func nearest() {
        let known = KnownHeadings(.deal)
        #expect(known.nearest(to: Heading("合同签订日期")).first?.field == "signed_on")
        #expect(known.nearest(to: Heading("合同成交总金额（万元）")).first?.field == "amount")
        #expect(known.nearest(to: Heading("signed on")).first?.field == "signed_on")
        #expect(known.nearest(to: Heading("备注")).isEmpty)
        #expect(known.nearest(to: Heading("")).isEmpty)
    }

    @Test("every heading that is listed is known", arguments: Noun.allCases)
    func listed(noun: Noun) {
        for named in KnownHeadings(noun).fields {
            for heading in named.headings {
                #expect(Heading(heading).meaning(in: noun) == .field(named.field.name), "\(heading)")
            }
        }
    }

    @Test("the words that no vocabulary has are counted, and the term is found that stands in one")
    func words() throws {
        let (found, _) = try inspect(
            "code,kind,amount_yuan,signed_on\nA,专利转让,1,2022-01-01\nB,专利转让,1,2022-01-01\nC,其它,1,2022-01-01\n")
        let column = try #require(found.columns.first { $0.heading == "kind" })
        #expect(column.wordsInOrder.map(\.word) == ["专利转让", "其它"])
        #expect(column.wordsInOrder.map(\.count) == [2, 1])
        #expect(likelyTerm("专利转让", in: .dealKind) == "transfer")
        #expect(likelyTerm("其它", in: .dealKind) == nil)
        #expect(likelyTerm("转让或许可", in: .dealKind) == nil)
    }
}
