import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("A rejected row that comes again as it was")
struct RepeatedRejectTests {
    private static let heading = "code,kind,amount_yuan,signed_on"
    private static let (night, evening) = ("2022-06-21", "2022-06-21 20:00")
    private static let bad = "D-3,transfer,1.234,2022-06-10"
    private static let blank = ",transfer,5,2022-06-10"

    /// A venue of whose deals a file was taken with two rows rejected, one of them without a code.
    private static func board() throws -> NightBoard {
        let board = try NightBoard()
        try board.setProfile("match: '*', tolerated_rejects: 90%", of: "SH")
        try board.setProfile("match: '*', tolerated_rejects: 90%", of: "BJ")
        try board.take(
            NightBoard.deals(1...2) + [bad, blank], of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        #expect(try board.desk.rejects == ["J1 open SH/D-3 4", "J2 open SH/- 5"])
        return board
    }

    private static func again(
        _ board: NightBoard, _ rows: [String] = [bad, blank], of venue: String = "SH", deals: ClosedRange<Int> = 1...4
    ) throws -> FileReport {
        let lines = NightBoard.deals(deals).filter { !$0.hasPrefix("D-3,") } + rows
        return try board.take(lines, of: venue, as: "newer.csv", placed: "2022-06-21 17:00", night: night)
    }

    @Test("is not opened twice while it waits, and the night that repeats it tells of it until it is mended")
    func open() throws {
        let board = try Self.board()
        let report = try Self.again(board)
        #expect((report.outcome, report.counts.new, report.counts.rejected) == (.imported, 1, 2))
        #expect(report.hasRowsToMend)
        #expect(try board.desk.rejects.count == 2)
        let before = try board.board(Self.night, at: Self.evening)
        #expect(before.venues[0].counts.rejected == 2)
        #expect(before.venues[0].alarms == [.rejected(file: report.shortName, rows: 2)])
        try board.take(
            NightBoard.deals(3...3), of: "SH", as: "mended.csv", placed: "2022-06-22 17:00", night: "2022-06-22")
        #expect(
            try board.board(Self.night, at: Self.evening).venues[0].alarms
                == [.rejected(file: report.shortName, rows: 1)])
        _ = try board.desk.ledger.drop([2], by: ImportDesk.author)
        for night in ["2022-06-20", Self.night] {
            #expect(try board.board(night, at: Self.evening).alarms.isEmpty, "\(night)")
        }
    }

    @Test("was not known to before the file that repeats it came")
    func asKnown() throws {
        let board = try Self.board()
        let change = try #require(try Self.again(board).receipt?.change)
        _ = try board.desk.ledger.drop([2], by: ImportDesk.author)
        #expect(try board.desk.rows(of: "repeated_reject", after: change - 1) == 0)
        #expect(try board.desk.rows(of: "repeated_reject", after: change) == 2)
    }

    @Test("of a file that says nothing new is told on its night too")
    func unchanged() throws {
        let board = try Self.board()
        let report = try Self.again(board, deals: 1...2)
        #expect((report.outcome, report.counts.rejected) == (.unchanged, 2))
        #expect(
            try board.board(Self.night, at: Self.evening).venues[0].alarms
                == [.rejected(file: report.shortName, rows: 2)])
        _ = try board.desk.ledger.drop([1, 2], by: ImportDesk.author)
        #expect(try board.board(Self.night, at: Self.evening).alarms.isEmpty)
    }

    @Test("stays dropped, however often it comes, and waits again only where the dropping is taken back")
    func dropped() throws {
        let board = try Self.board()
        let dropped = try board.desk.ledger.drop([1, 2], by: ImportDesk.author)
        let report = try Self.again(board)
        #expect((report.outcome, report.counts.new, report.counts.rejected) == (.imported, 1, 2))
        #expect(report.closedRejects == 2 && !report.hasRowsToMend)
        #expect(report.notices.contains(.rejectsKnown(count: 2)))
        #expect(try board.desk.rejects == ["J1 dropped SH/D-3 4", "J2 dropped SH/- 5"])
        let after = try board.board(Self.night, at: Self.evening)
        #expect(after.alarms.isEmpty && after.venues[0].counts.rejected == 2)
        _ = try board.desk.ledger.revert(try #require(dropped.receipt?.change), by: ImportDesk.author)
        #expect(try board.board(Self.night, at: Self.evening).alarmNames == ["SH rejected"])
    }

    @Test("stays mended")
    func mended() throws {
        let board = try Self.board()
        try board.take(
            NightBoard.deals(3...3), of: "SH", as: "mended.csv", placed: "2022-06-20 18:00", night: "2022-06-20")
        let report = try Self.again(board)
        #expect(report.closedRejects == 1 && report.hasRowsToMend)
        #expect(try board.desk.rejects == ["J1 mended SH/D-3 4", "J2 open SH/- 5"])
        #expect(
            try board.board(Self.night, at: Self.evening).venues[0].alarms
                == [.rejected(file: report.shortName, rows: 1)])
    }

    @Test("is a reject of its own where it says another thing, or is another venue's or another kind's")
    func others() throws {
        let board = try Self.board()
        _ = try board.desk.ledger.drop([1, 2], by: ImportDesk.author)
        _ = try Self.again(board, ["D-3,transfer,1.2345,2022-06-10"])
        #expect(try board.desk.rejects.last == "J3 open SH/D-3 5")
        _ = try Self.again(board, [Self.bad], of: "BJ")
        #expect(try board.desk.rejects.last == "J4 open BJ/D-3 5")
    }

    @Test("counts on where only the import is taken back that first left it")
    func firstTakenBack() throws {
        let board = try Self.board()
        let first = try board.desk.newestChange
        _ = try Self.again(board)
        _ = try board.desk.ledger.revert(first, by: ImportDesk.author)
        #expect(try board.desk.rejects == ["J1 open SH/D-3 4", "J2 open SH/- 5"])
        #expect(try board.board(Self.night, at: Self.evening).alarmNames == ["SH rejected"])
        #expect(try board.board("2022-06-20", at: Self.evening).alarmNames == ["SH taken_back"])
        _ = try board.desk.ledger.drop([1], by: ImportDesk.author)
        #expect(try board.desk.rejects == ["J1 dropped SH/D-3 4", "J2 open SH/- 5"])
    }

    @Test("many of them that say the same are looked up once")
    func many() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', tolerated_rejects: 100%", of: "SH")
        let rows = Array(repeating: Self.blank, count: 3000)
        try board.take(NightBoard.deals(1...1) + rows, of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        #expect(try board.desk.rejects.count == 3000)
        let report = try Self.again(board, rows)
        #expect(report.counts.rejected == 3000)
        #expect(try board.desk.rejects.count == 3000)
    }
}

extension FileReport {
    /// As its arrival is called.
    fileprivate var shortName: String { Importer.shortName(name) }
}
