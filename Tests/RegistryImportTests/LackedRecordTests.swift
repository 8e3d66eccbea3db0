import Registry
import RegistryStore
import SQLite
import Testing

@testable import RegistryImport

@Suite("Records that a complete file lacked")
struct LackedRecordTests {
    private static let (night, evening) = ("2022-06-21", "2022-06-21 20:00")
    private static let reason = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "void-deal", reason: "误报")

    /// A venue whose complete file of a night lacks two of five deals.
    private static func board(full: String = "all") throws -> NightBoard {
        let board = try NightBoard()
        try board.setProfile("match: '*', full: \(full)", of: "SH")
        try board.take(NightBoard.deals(1...5), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        try board.take(NightBoard.deals(1...3), of: "SH", placed: "2022-06-21 17:00", night: night)
        #expect(try lacking(board) == 2)
        return board
    }

    private static func lacking(_ board: NightBoard, _ night: String = night) throws -> Int64 {
        let board = try board.board(night, at: evening)
        let told = board.alarms.reduce(Int64(0)) { sum, line in
            if case .recordsMissing(_, let records) = line.alarm { sum + records } else { sum }
        }
        #expect(told == board.venues[0].counts.missing)
        return told
    }

    @Test("are told until each is void or ended, and again where that is taken back")
    func voided() throws {
        let board = try Self.board()
        let ledger = board.desk.ledger
        let done = try ledger.void(RecordName("SH/D-4", of: .deal), by: Self.reason)
        #expect(try Self.lacking(board) == 1)
        _ = try ledger.terminate(
            RecordName("SH/D-5", of: .deal), on: NightBoard.day("2022-06-21"), by: Self.reason)
        #expect(try Self.lacking(board) == 0)
        #expect(try board.board(Self.night, at: Self.evening).alarms.isEmpty)
        _ = try ledger.revert(try #require(done.receipt?.change), by: Self.reason)
        #expect(try Self.lacking(board) == 1)
    }

    @Test("are each counted once, however many files of the night say so")
    func twice() throws {
        let board = try Self.board()
        try board.take(
            NightBoard.deals(1...2), of: "SH", as: "more.csv", placed: "2022-06-21 18:00", night: Self.night)
        #expect(try Self.lacking(board) == 3)
        let alarms = try board.board(Self.night, at: Self.evening).alarms
        #expect(alarms.count == 1)
    }

    @Test("lack no more once a later file has them, of whatever form, unless that one is taken back")
    func back() throws {
        let board = try Self.board()
        let report = try board.take(
            NightBoard.deals(4...4), of: "SH", as: "part.csv", placed: "2022-06-22 17:00", night: "2022-06-22")
        #expect(report.outcome == .unchanged)
        #expect(try Self.lacking(board) == 1)
        let changed = try board.take(
            NightBoard.deals(5...5, yuan: 7), of: "SH", as: "other.csv", placed: "2022-06-23 17:00",
            night: "2022-06-23")
        #expect(try Self.lacking(board) == 0)
        _ = try board.desk.ledger.revert(try #require(changed.receipt?.change), by: Self.reason)
        #expect(try Self.lacking(board) == 1)
        // And one that lacks them again tells it of its own night.
        try board.take(NightBoard.deals(1...3), of: "SH", as: "n.csv", placed: "2022-06-24 17:00", night: "2022-06-24")
        #expect(try Self.lacking(board, "2022-06-24") == 2)
        #expect(try Self.lacking(board) == 1)
    }

    @Test("lack no more once a file has them that is known already, and changes nothing")
    func known() throws {
        let board = try Self.board()
        let ledger = board.desk.ledger
        _ = try ledger.move(
            RecordName("SH/D-5", of: .deal), to: RecordName("SH/D-50", of: .deal), by: Self.reason)
        #expect(try Self.lacking(board) == 2)
        let change = try board.desk.newestChange
        let elsewhere = try board.take(
            ["code,kind,amount_yuan,signed_on", "D-4,transfer,100,2022-06-10"], of: "BJ", placed: "2022-06-22 18:00",
            night: "2022-06-22")
        #expect(elsewhere.counts.new == 1)
        let other = try board.take(
            ["code,kind,amount_yuan,signed_on", "D-4,transfer,100,2022-06-10"], of: "BJ", placed: "2022-06-22 18:30",
            night: "2022-06-22")
        #expect(other.outcome == .doubled)
        #expect(try Self.lacking(board) == 2)
        let report = try board.take(
            NightBoard.deals(1...5), of: "SH", as: "again.csv", placed: "2022-06-22 17:00", night: "2022-06-22")
        #expect((report.outcome, report.counts.unchanged, report.receipt == nil) == (.doubled, 5, true))
        #expect(try board.desk.newestChange == change + 1)
        #expect(try Self.lacking(board) == 0)
        // And one that lacks them again tells it, whether it is known or not.
        let lacking = try board.take(
            NightBoard.deals(1...3), of: "SH", as: "n.csv", placed: "2022-06-23 17:00", night: "2022-06-23")
        #expect((lacking.outcome, lacking.counts.missing) == (.unchanged, 2))
        #expect(try Self.lacking(board, "2022-06-23") == 2)
        #expect(try Self.lacking(board) == 0)
    }

    @Test("were not known before the file that lacks them came")
    func asKnown() throws {
        let board = try Self.board()
        let report = try board.take(
            NightBoard.deals(1...2, yuan: 7), of: "SH", as: "newer.csv", placed: "2022-06-22 17:00", night: "2022-06-22"
        )
        let change = try #require(report.receipt?.change)
        _ = try board.desk.ledger.void(RecordName("SH/D-4", of: .deal), by: Self.reason)
        #expect(try board.desk.rows(of: "lacked_record", after: change - 1) == 2)
        #expect(try board.desk.rows(of: "lacked_record", after: change) == 5)
        #expect(try board.desk.rows(of: "lacked_record", after: change + 1) == 5)
    }

    @Test("are of no concern where the file that lacked them was taken back")
    func takenBack() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', full: all", of: "SH")
        try board.take(NightBoard.deals(1...5), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        let report = try board.take(NightBoard.deals(2...6), of: "SH", placed: "2022-06-21 17:00", night: Self.night)
        #expect(try Self.lacking(board) == 1)
        _ = try board.desk.ledger.revert(try #require(report.receipt?.change), by: Self.reason)
        #expect(try Self.lacking(board) == 0)
    }

    @Test("of a night before the names of them were kept are counted as the file told them")
    func older() throws {
        let board = try Self.board()
        try board.desk.ledger.connection.run("DELETE FROM lacked_record")
        #expect(try Self.lacking(board) == 2)
        try board.take(NightBoard.deals(1...5), of: "SH", placed: "2022-06-21 19:00", night: Self.night)
        #expect(try Self.lacking(board) == 0)
    }
}
