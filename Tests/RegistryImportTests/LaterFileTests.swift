import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("A file that a night lacked and a later one took")
struct LaterFileTests {
    private static let (night, next) = ("2022-06-21", "2022-06-22")
    private static let heading = "code,kind,amount_yuan,signed_on"
    private static let bad = [heading, "D-1,transfer,1.234,2022-06-10"]

    private static func board() throws -> NightBoard {
        let board = try NightBoard()
        try board.setProfile("match: '*deals*.csv', arrives_by: 18:00", of: "SH")
        return board
    }

    private static func states(_ board: NightBoard) throws -> [String] {
        let night = try board.board(night, at: "2022-06-23 08:00")
        return night.states + night.alarmNames
    }

    @Test("is the late one of its night where that was refused and the later night has one of its own beside it")
    func mended() throws {
        let board = try Self.board()
        try board.take(Self.bad, of: "SH", placed: "2022-06-21 17:00", night: Self.night)
        #expect(try Self.states(board) == ["SH refused", "SH refused"])
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-22 09:00", night: Self.next)
        // It may be the next night's own.
        #expect(try Self.states(board) == ["SH refused", "SH refused"])
        try board.take(NightBoard.deals(1...4), of: "SH", placed: "2022-06-22 17:00", night: Self.next)
        #expect(try Self.states(board) == ["SH late", "SH late"])
        let night = try board.board(Self.night, at: "2022-06-23 08:00").venues[0]
        #expect((night.late, night.missing, night.refused) == (1, 0, 1))
        #expect(try board.board(Self.next, at: "2022-06-23 08:00").states == ["SH arrived"])
    }

    @Test("is told by the day in its name where nothing came")
    func dated() throws {
        let board = try Self.board()
        let (own, other) = ("deals-20220622.csv", "deals-20220621.csv")
        try board.take(NightBoard.deals(3...4), of: "SH", as: own, placed: "2022-06-22 17:00", night: Self.next)
        #expect(try Self.states(board) == ["SH missing", "SH missing"])
        try board.take(NightBoard.deals(1...2), of: "SH", as: other, placed: "2022-06-22 17:10", night: Self.next)
        #expect(try Self.states(board) == ["SH late", "SH late"])
    }

    @Test("is the very same file that was taken back and is read afresh, on whatever night")
    func readAfresh() throws {
        let board = try Self.board()
        let report = try board.take(
            NightBoard.deals(1...2), of: "SH", placed: "2022-06-21 17:00", night: Self.night)
        _ = try board.desk.ledger.revert(try #require(report.receipt?.change), by: ImportDesk.author)
        #expect(try Self.states(board) == ["SH missing", "SH taken_back"])
        let again = try board.take(
            NightBoard.deals(1...2), of: "SH", placed: "2022-06-22 09:00", night: Self.next)
        #expect(again.outcome == .imported)
        #expect(try Self.states(board) == ["SH late", "SH late"])
        _ = try board.desk.ledger.revert(try #require(again.receipt?.change), by: ImportDesk.author)
        #expect(try Self.states(board) == ["SH missing", "SH taken_back"])
    }

    @Test("the same thing is said once, and of a file that was refused again what is wrong with it now")
    func refusedAgain() throws {
        let board = try Self.board()
        try board.take(Self.bad, of: "SH", placed: "2022-06-21 16:00", night: Self.night)
        try board.take(Self.bad, of: "SH", placed: "2022-06-21 16:30", night: Self.night)
        #expect(try Self.states(board) == ["SH refused", "SH refused"])
        try board.take(
            Self.bad + ["D-2,transfer,x,2022-06-10"], of: "SH", placed: "2022-06-21 17:00", night: Self.night)
        let night = try board.board(Self.night, at: "2022-06-23 08:00").venues[0]
        #expect(night.refused == 3 && night.alarms.count == 1)
        guard case .refused(_, let reason) = night.alarms[0] else { throw NotRefused() }
        #expect(reason == "2 at fault")
    }

    private struct NotRefused: Error {}

    @Test("a venue that left before a night, or joined after it, is not behind for it, as it was known then")
    func members() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', arrives_by: 18:00", of: "SH", "HZ")
        #expect(try board.behind(asOf: "2022-06-17", at: "2022-06-23 08:00") == ["SH"])
        #expect(try board.behind(asOf: "2022-06-20", at: "2022-06-23 08:00") == ["HZ", "SH"])
        let before = try board.desk.newestChange
        var hand = ImportDesk.author
        hand = Author(
            actor: hand.actor, login: hand.login, uid: hand.uid, host: hand.host, command: "amend-venue", reason: "退出")
        _ = try board.desk.ledger.amend(
            RecordName("SH", of: .venue), ["left_on": "2022-06-20"], clearing: [], by: hand)
        #expect(try board.behind(asOf: "2022-06-17", at: "2022-06-23 08:00") == ["SH"])
        #expect(try board.behind(asOf: "2022-06-20", at: "2022-06-23 08:00") == ["HZ"])
        #expect(try board.behind(asOf: "2022-06-20", at: "2022-06-23 08:00", knownAt: before) == ["HZ", "SH"])
    }
}
