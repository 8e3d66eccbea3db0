import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

@Suite("Importing a file")
struct ImportTests {
    @Test("every noun is imported with what it names")
    func nouns() throws {
        let desk = try ImportDesk()
        let files = [
            ("deals", ["venue,code,kind,amount_yuan,signed_on,listing,seller", "SH,D-1,技术转让,1,2022-06-21,L-1,甲公司"]),
            ("listings", ["venue,code,title,listed_on,asking_price_yuan", "SH,L-1,装置,2021-06-21,3"]),
            ("intentions", ["venue,code,title,received_on,owner", "SH,I-1,装置,2021-06-21,甲公司"]),
            ("parties", ["name,region", "甲公司,上海"]),
            ("venues", ["code,name,network,joined_on", "NJ,南塘技术交易所,核心网络,2020-01-01"]),
        ]
        for (name, lines) in files.reversed() {
            let report = try desk.take(lines, as: "\(name).csv")
            #expect(report.outcome == .imported)
            #expect(report.noun?.plural == name)
            #expect(report.counts.new == 1)
        }
        #expect(try desk.texts("SELECT name FROM parties") == ["甲公司"])
        #expect(try desk.texts("SELECT listing_code FROM deals") == ["L-1"])
    }

    @Test("files go in the order in which they can be taken, whatever their names")
    func order() throws {
        let desk = try ImportDesk()
        let headings = [
            ("a.csv", "venue,code,kind,amount_yuan,signed_on"), ("b.csv", "venue,code,title,listed_on"),
            ("c.csv", "venue,code,title,received_on"), ("d.csv", "name,credit_code"),
            ("e.csv", "code,name,network,joined_on"), ("f.csv", "what,is,this"),
        ]
        for (name, heading) in headings { try desk.folder.write(Array("\(heading)\n".utf8), to: name) }
        let importer = Importer(desk.ledger, author: ImportDesk.author)
        let paths = (headings.map(\.0) + ["missing.csv", "-"]).map { $0 == "-" ? $0 : desk.folder.file($0) }
        let names = importer.ordered(paths, ImportOptions()).map { $0.split(separator: "/").last ?? "" }
        #expect(names == ["e.csv", "d.csv", "c.csv", "b.csv", "a.csv", "f.csv", "missing.csv", "-"])
    }

    @Test("the same file again changes nothing; read in another way it is looked at afresh")
    func again() throws {
        let desk = try ImportDesk()
        let lines = ImportDesk.deals(["D-1": "1", "D-2": "2"])
        #expect(try desk.take(lines).counts.new == 2)
        let (newest, totals) = (try desk.newestChange, try desk.deals)
        let again = try desk.take(lines, as: "other-name.csv")
        #expect(again.outcome == .doubled)
        #expect(again.counts.unchanged == 2)
        #expect(again.receipt == nil)
        var options = ImportOptions()
        options.unit = .yuan
        #expect(try desk.take(lines, options).outcome == .unchanged)
        #expect(try desk.newestChange == newest)
        #expect(try desk.deals == totals)
    }

    @Test("a file known again tells its counts and its heading as before; one of just its size is read")
    func known() throws {
        let desk = try ImportDesk()
        let lines = ["2022年成交"] + ImportDesk.deals(["D-1": "3", "D-2": "2"]) + ["", "合计,,,5,"]
        let first = try desk.take(lines)
        #expect(first.counts.new == 2)
        let again = try desk.take(lines)
        #expect(again.outcome == .doubled)
        #expect((again.counts.read, again.counts.setAside) == (2, 3))
        #expect(first.notices.contains(.headingBelow(row: 2)))
        #expect(again.notices == first.notices + [.importedBefore(change: try desk.newestChange, correctedBy: nil)])
        let other = try desk.take(["2022年成交"] + ImportDesk.deals(["D-1": "4", "D-2": "2"]) + ["", "合计,,,6,"])
        #expect((other.outcome, other.counts.changed) == (.imported, 1))
    }

    @Test(
        "a file known by its bytes is refused where it is told to be of another kind, or of a venue that is not there")
    func knownAndWrong() throws {
        let desk = try ImportDesk()
        let lines = ["venue,code,title,listed_on", "SH,L-1,成果,2022-01-01"]
        #expect(try desk.take(lines).counts.new == 1)
        var options = ImportOptions()
        options.noun = .intention
        #expect(try desk.take(lines, options).refusal == .missingHeadings(noun: .intention, fields: ["received_on"]))
        options = ImportOptions()
        options.venue = "XX"
        #expect(try desk.take(lines, options).refusal == .unknownVenue("XX", nearest: nil))
    }

    @Test("byte-identical files of two venues are two files")
    func twoVenues() throws {
        let desk = try ImportDesk()
        let lines = ["code,kind,amount_yuan,signed_on", "D-1,transfer,5,2022-06-21"]
        for venue in ["SH", "BJ"] {
            var options = ImportOptions()
            options.venue = venue
            #expect(try desk.take(lines, options).counts.new == 1)
            #expect(try desk.take(lines, options).outcome == .doubled)
        }
        #expect(try desk.deals == Total(count: 2, fen: 1000))
        #expect(try desk.texts("SELECT venue_code FROM files ORDER BY 1") == ["BJ", "SH"])
    }

    @Test(
        "a byte-order mark and CRLF do not matter", arguments: [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]], ["\n", "\r\n"])
    func marks(mark: [UInt8], end: String) throws {
        let desk = try ImportDesk()
        let text = ImportDesk.deals(["D-1": "\" 27,275.25 \"", "D-2": "2"]).map { $0 + end }.joined()
        let report = try desk.take(bytes: mark + Array(text.utf8))
        #expect(report.counts.new == 2)
        #expect(try desk.deals == Total(count: 2, fen: 2_727_725))
    }

    @Test("blank rows are no data, and a heading alone is an empty file")
    func blank() throws {
        let desk = try ImportDesk()
        let report = try desk.take(ImportDesk.deals(["D-1": "1"]) + ["", ",,,,", "SH,D-2,transfer,2,2022-06-21"])
        #expect(report.counts.read == 2)
        #expect(report.counts.setAside == 2)
        #expect(report.outcome == .imported)
        let empty = try desk.take(["venue,code,kind,amount_yuan,signed_on"])
        #expect(empty.outcome == .empty)
        #expect(empty.notices == [.onlyHeading])
        #expect(empty.counts == RowCounts())
    }

    @Test("totals are equal whatever the order of the rows", arguments: 0..<5 as Range<UInt64>)
    func rowOrder(seed: UInt64) throws {
        var dice = Dice(seed: seed)
        let rows = (1...300).map { number in
            let (venue, day) = (number % 3 == 0 ? "BJ" : "SH", 1 + number % 28)
            return
                "\(venue),D-\(number),transfer,\(number).\(10 + number % 90),2021-0\(1 + number % 9)-\(day),甲\(number % 7)公司"
        }
        let heading = "venue,code,kind,amount_yuan,signed_on,seller"
        func totals(_ rows: [String]) throws -> [[String]] {
            let desk = try ImportDesk()
            #expect(try desk.take([heading] + rows).counts.new == 300)
            let daily = "SELECT measure || dimension || dimension_key || day || ' ' || count || ' ' || amount_fen"
            let names = "SELECT venue_code || code || amount_fen || seller FROM deals ORDER BY venue_code, code"
            return [try desk.texts("\(daily) FROM daily_totals ORDER BY 1"), try desk.texts(names)]
        }
        let inOrder = try totals(rows)
        #expect(inOrder[1].count == 300)
        #expect(try totals(rows.shuffled(using: &dice)) == inOrder)
    }

    @Test("a rehearsal sees its own files and leaves nothing")
    func rehearsal() throws {
        let desk = try ImportDesk()
        let newest = try desk.newestChange
        try desk.folder.write(Array("venue,code,title,listed_on\nSH,L-1,装置,2021-06-21\n".utf8), to: "l.csv")
        try desk.folder.write(
            Array("venue,code,kind,amount_yuan,signed_on,listing\nSH,D-1,transfer,7,2022-06-21,L-1\n".utf8), to: "d.csv"
        )
        let importer = Importer(desk.ledger, author: ImportDesk.author)
        let files = ["l.csv", "d.csv"].map(desk.folder.file)
        let reports = try desk.ledger.rehearse { () throws(StoreError) in
            var reports: [FileReport] = []
            for file in files { reports.append(try importer.run(file, ImportOptions())) }
            return reports
        }
        #expect(reports.map(\.counts.new) == [1, 1])
        #expect(reports.allSatisfy { $0.receipt == nil })
        #expect(reports.last?.moved[.deal] == Total(count: 1, fen: 700))
        #expect(try desk.newestChange == newest)
        #expect(try desk.texts("SELECT file_name FROM arrivals UNION ALL SELECT file_name FROM files") == [])
        #expect(try desk.deals == Total())
    }

    @Test("a published figure that an import moves is told, before and after")
    func figures() throws {
        let desk = try ImportDesk()
        let figures = [
            "as_of,metric,comparison,value,unit,published_on,source", "2022-06-21,deals,equal,2,项,2022-06-21,a paper",
        ]
        try desk.folder.write(Array((figures.joined(separator: "\n") + "\n").utf8), to: "figures.csv")
        _ = try FigureImporter(desk.ledger, author: ImportDesk.author).run(desk.folder.file("figures.csv"))
        let report = try desk.take(ImportDesk.deals(["D-1": "1", "D-2": "2"]))
        #expect(report.figures.map { [$0.before, $0.after] } == [[0, 2]])
        #expect(report.moved == [.deal: Total(count: 2, fen: 300)])
    }
}
