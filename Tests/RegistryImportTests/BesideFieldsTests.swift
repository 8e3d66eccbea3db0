import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("What a row tells besides its fields")
struct BesideFieldsTests {
    private static let day = Day(year: 2022, month: 8, day: 1)

    private static func take(
        _ besides: String, _ cells: String..., columns: [String: String] = [:], setting values: [String: String] = [:]
    ) throws -> FileReport {
        var options = ImportOptions()
        (options.columns, options.values) = (columns, values)
        let signed = values["signed_on"] == nil
        let heading = "venue,code,kind,amount_yuan,\(besides)" + (signed ? ",signed_on" : "")
        let desk = try ImportDesk()
        var report: FileReport?
        for cell in cells {
            report = try desk.take([heading, "SH,D-1,transfer,100,\(cell)" + (signed ? ",2022-06-21" : "")], options)
        }
        return try #require(report)
    }

    @Test("is held against a day that is set for all rows")
    func set() throws {
        let began = try #require(Self.day)
        let values = ["signed_on": "\(began)"]
        let early = try Self.take("effective_on", "2022-07-31", setting: values)
        #expect(
            early.rejections == [
                Rejection(
                    row: 2, column: "effective_on", value: "2022-07-31",
                    refusal: .endsBeforeItBegins("2022-07-31", begins: began))
            ])
        #expect(try Self.take("effective_on", "2022-08-01", setting: values).outcome == .imported)
        let ended = try Self.take("events", "2022-07-31 terminated", setting: values)
        #expect(ended.places == ["2:events"])
        guard case .eventsCannotStand("2022-07-31 terminated", _)? = ended.rejections.first?.refusal else {
            Issue.record("\(ended.rejections)")
            return
        }
        #expect(try Self.take("events", "2022-08-02 terminated", setting: values).outcome == .imported)
    }

    @Test("is refused under its own heading")
    func heading() throws {
        let columns = ["履约情况": "events"]
        let other = try Self.take("履约情况", "2022-07-01 terminated", "2022-07-02 terminated", columns: columns)
        #expect(other.places == ["2:履约情况"])
        let early = try Self.take("变更日期", "2022-06-20")
        #expect(early.places == ["2:变更日期"])
    }

    @Test("cannot be told twice")
    func twice() throws {
        for (besides, field) in [
            ("变更日期,effective_on", "effective_on"), ("events,effective_on", "events"),
        ] {
            let headings = besides.split(separator: ",").map(String.init)
            #expect(try Self.take(besides, ",").refusal == .doubledHeading(field: field, headings: headings))
        }
    }
}
