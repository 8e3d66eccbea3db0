import Registry
import Testing

@testable import RegistryImport

@Suite("The columns of a file")
struct ColumnMapTests {
    private func map(_ headings: String, _ change: (inout ImportOptions) -> Void = { _ in }) throws(FileRefusal)
        -> ColumnMap
    {
        var options = ImportOptions()
        change(&options)
        return try ColumnMap(
            headings: headings.split(separator: ",", omittingEmptySubsequences: false).map(String.init), options)
    }

    @Test(
        "the headings tell what the rows are",
        arguments: [
            ("code,name,network,joined_on", Noun.venue), ("name,credit_code", .party), ("单位名称,统一社会信用代码", .party),
            ("venue,code,title,received_on", .intention), ("交易场所,科技成果编号,成果名称,意向登记日期", .intention),
            ("venue,code,title,listed_on", .listing), ("交易场所,项目编号,项目名称,挂牌日期,转让底价（万元）", .listing),
            ("venue,code,kind,amount_yuan,signed_on", .deal), ("交易场所,合同编号,技术合同名称,转化方式,成交金额（万元）,成交日期", .deal),
            // A bank, an organiser or who gave an order stands in many files.
            ("交易场所,收付编号,成交项目编号,款项性质,收付方向,收付金额（元）,收付日期,银行", .payment),
            ("交易场所代码,场所名称,网络,联网日期,主办单位", .venue), ("交易场所,分期编号,成交项目编号,款项性质,应付金额（元）,到期日期,委托单位", .instalment),
            ("交易场所,服务编号,服务类别,服务机构,开始日期,到期日期", .service),
            ("交易场所,合同登记编号,合同类别,合同成交额（元）,受理日期", .registration),
        ])
    func noun(headings: String, noun: Noun) throws {
        #expect(try map(headings).noun == noun)
    }

    @Test("headings that tell nothing are refused with them, a file of figures by its own word")
    func noNoun() {
        #expect(throws: FileRefusal.unknownNoun(headings: ["a", "b"])) { try map("a,b") }
        #expect(throws: FileRefusal.figuresFile) { try map("as_of,metric,comparison,value,unit,published_on,source") }
    }

    @Test("missing headings are named as a file would write them")
    func missing() {
        #expect(throws: FileRefusal.missingHeadings(noun: .deal, fields: ["venue", "kind", "amount_yuan"])) {
            try map("code,signed_on")
        }
    }

    @Test("a venue, a set field and a made code stand in for columns")
    func standIns() throws {
        let found = try map("No,signed_on,amount_yuan") { options in
            options.venue = "SH"
            options.values = ["kind": "transfer"]
            options.codeFrom = ["No"]
        }
        #expect(found.noun == .deal)
        #expect(found.codeFrom == [0])
        let given = zip(found.noun.fields, found.given).filter(\.1).map(\.0.name)
        #expect(given == ["venue", "code", "kind", "amount", "signed_on"])
    }

    @Test("a heading is found by its words, whatever their width and spaces")
    func namedColumn() throws {
        let found = try map("venue,code,kind,Amount  In Sterling,Date") { options in
            options.columns = ["amount in sterling": "amount_wan", "date": "signed_on"]
        }
        let amount = try #require(Noun.deal.place(of: "amount"))
        #expect(found.uses[3] == .field(amount, .wan))
    }

    @Test("what cannot be is refused")
    func refused() {
        let deals = "venue,code,kind,amount_yuan,signed_on"
        #expect(throws: FileRefusal.doubledHeading(field: "amount", headings: ["amount_yuan", "成交金额"])) {
            try map(deals + ",成交金额")
        }
        #expect(throws: FileRefusal.doubledHeading(field: "code", headings: ["code", "--set"])) {
            try map(deals) { $0.values = ["code": "1"] }
        }
        #expect(throws: FileRefusal.doubledHeading(field: "code", headings: ["code", "--code-from"])) {
            try map(deals) { $0.codeFrom = ["kind"] }
        }
        #expect(throws: FileRefusal.unknownColumn(heading: "none", headings: ["a", "signed_on"])) {
            try map("a,signed_on") { $0.columns = ["none": "amount"] }
        }
        #expect(throws: FileRefusal.unknownField(noun: .deal, field: "flavour")) {
            try map(deals) { $0.values = ["flavour": "1"] }
        }
    }

    @Test("unknown headings are told, those that are passed over and empty ones are not")
    func unknown() throws {
        #expect(try map("venue,code,kind,amount_yuan,signed_on,序号,备注,,项目状态,memo").unknownHeadings == ["备注", "memo"])
    }

    @Test("a heading that makes the code is not unknown")
    func madeCode() throws {
        let found = try map("No,memo,venue,kind,signed_on,amount_yuan") { $0.codeFrom = ["No"] }
        #expect(found.unknownHeadings == ["memo"])
    }

    @Test("the canonical form tells every way of reading apart, and no order of the options")
    func canonical() {
        var ways: [ImportOptions] = []
        func way(_ change: (inout ImportOptions) -> Void) {
            var options = ImportOptions()
            change(&options)
            ways.append(options)
        }
        way { _ in }
        way { $0.columns = ["a": "b"] }
        way { $0.values = ["a": "b"] }
        way { $0.unit = .wan }
        way { $0.unit = .yuan }
        way { $0.dayFormat = DayFormat("dd-MMM-yy") }
        way { $0.codeFrom = ["a", "b"] }
        way { $0.codeFrom = ["b", "a"] }
        #expect(Set(ways.map(\.canonical)).count == ways.count)
        var (left, right) = (ImportOptions(), ImportOptions())
        left.columns = ["a": "title", "b": "seller", "c": "buyer"]
        right.columns = ["c": "buyer", "b": "seller", "a": "title"]
        #expect(left.canonical == right.canonical)
    }
}
