import RegistryReports
import TestSupport
import Testing

@Suite("Named reports")
struct NamedReportTests {
    private static let folder =
        "\(#filePath)".split(separator: "/").dropLast(3).map { "/\($0)" }.joined() + "/Sources/RegistryReports/Named"

    @Test("are the files of their folder, in order")
    func files() {
        let files = TestFolder.names(in: Self.folder).filter { $0.hasSuffix(".sql") }
        #expect(files == NamedReport.all.map { "\($0.name).sql" })
    }

    @Test("say what they tell and what their parameters mean", arguments: NamedReport.all.map(\.name))
    func described(name: String) throws {
        let report = try #require(NamedReport.named(name))
        #expect(report.meaning.hasSuffix(".") && report.meaning.first?.isUppercase == true)
        let words = report.sql.split { !$0.isLetter && !$0.isNumber && $0 != ":" && $0 != "_" }
        let used = Set(words.filter { $0.hasPrefix(":") && $0.count > 1 }.map { String($0.dropFirst()) })
        #expect(used == Set(report.parameters.map(\.name)))
        for parameter in report.parameters { #expect(!parameter.meaning.isEmpty, "no meaning of \(parameter.name)") }
    }

    @Test("have values for parameters that are not given")
    func standards() {
        #expect(
            NamedReport.named("unsold-listings")?.parameters.map { [$0.name, $0.standard, $0.meaning] } == [
                ["venue", "", "only of this venue, by its code"],
                ["listed_until", "9999-12-31", "listed on this day or before"],
            ])
        #expect(NamedReport.named("weekly") == nil)
    }
}
