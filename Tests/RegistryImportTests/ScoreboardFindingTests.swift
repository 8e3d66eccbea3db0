import Registry
import RegistryStore
import Testing

@testable import RegistryImport

@Suite("What of a night waits for a person")
struct ScoreboardFindingTests {
    private static let profile = "match: '*deals*.csv', arrives_by: 18:00"
    private static let (placed, night, evening) = ("2022-06-21 17:00", "2022-06-21", "2022-06-21 20:00")

    @Test("what a file says against a hand is told until it is answered")
    func conflicts() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "SH")
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        var hand = ImportDesk.author
        hand = Author(
            actor: hand.actor, login: hand.login, uid: hand.uid, host: hand.host, command: "amend-deal", reason: "合同")
        _ = try board.desk.ledger.amend(
            RecordName("SH/D-1", of: .deal), ["amount": "90"], clearing: [], by: hand)
        try board.take(NightBoard.deals(1...2, yuan: 101), of: "SH", placed: Self.placed, night: Self.night)
        let before = try board.board(Self.night, at: Self.evening)
        #expect((before.venues[0].conflicts, before.venues[0].openConflicts) == (1, 1))
        #expect(before.alarmNames == ["SH conflicts"])
        let items = try board.desk.ledger.reviewItems().map(\.item)
        _ = try board.desk.ledger.answer(items, .keep, by: hand)
        let after = try board.board(Self.night, at: Self.evening)
        #expect((after.venues[0].conflicts, after.venues[0].openConflicts) == (1, 0))
        #expect(after.alarms.isEmpty)
    }

    @Test("an import that was taken back counts no more, until the file is taken again")
    func takenBack() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "SH")
        let report = try board.take(NightBoard.deals(1...2), of: "SH", placed: Self.placed, night: Self.night)
        let change = try #require(report.receipt?.change)
        _ = try board.desk.ledger.revert(change, by: ImportDesk.author)
        let night = try board.board(Self.night, at: Self.evening)
        #expect(night.states == ["SH missing"] && night.alarmNames == ["SH taken_back"])
        #expect(night.venues[0].moved == Total())
        #expect(try board.behind(asOf: Self.night, at: Self.evening) == ["SH"])
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-21 17:30", night: Self.night)
        let again = try board.board(Self.night, at: Self.evening)
        #expect(again.states == ["SH arrived"] && again.alarms.isEmpty)
        #expect(again.venues[0].moved == Total(count: 2, fen: 20_000))
        #expect(try board.behind(asOf: Self.night, at: Self.evening) == [])
    }

    @Test(
        "a night that more than doubles a venue's deals is told of venues with many",
        arguments: [(20, 21, true), (20, 20, false), (19, 30, false)])
    func doubled(before: Int, added: Int, isTold: Bool) throws {
        let board = try NightBoard()
        try board.take(NightBoard.deals(1...before), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        try board.take(NightBoard.deals(101...100 + added), of: "SH", placed: Self.placed, night: Self.night)
        let jump = Alarm.amountJump(before: Int64(before * 10_000), change: Int64(added * 10_000))
        #expect(try board.board(Self.night, at: Self.evening).venues[0].alarms == (isTold ? [jump] : []))
        #expect(try board.board("2022-06-20", at: Self.evening).alarms.isEmpty)
    }

    @Test("a night that takes back more than half of them is told too", arguments: [(49, true), (50, false)])
    func halved(yuan: Int, isTold: Bool) throws {
        let board = try NightBoard()
        try board.take(NightBoard.deals(1...20), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        try board.take(NightBoard.deals(1...20, yuan: yuan), of: "SH", placed: Self.placed, night: Self.night)
        let jump = Alarm.amountJump(before: 200_000, change: Int64(20 * (yuan - 100) * 100))
        #expect(try board.board(Self.night, at: Self.evening).venues[0].alarms == (isTold ? [jump] : []))
    }

    @Test("rejected rows are told until they are mended")
    func rejected() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', tolerated_rejects: 1", of: "SH")
        let lines = NightBoard.deals(1...2) + ["D-3,transfer,1.234,2022-06-10"]
        let report = try board.take(lines, of: "SH", placed: Self.placed, night: Self.night)
        #expect(report.outcome == .imported)
        let before = try board.board(Self.night, at: Self.evening)
        #expect(before.venues[0].counts.rejected == 1 && before.states == ["SH arrived"])
        #expect(before.alarmNames == ["SH rejected"])
        try board.take(
            NightBoard.deals(3...3), of: "SH", as: "mended.csv", placed: "2022-06-22 17:00", night: "2022-06-22")
        #expect(try board.board(Self.night, at: Self.evening).alarms.isEmpty)
    }

    @Test("records that a complete file lacks are told")
    func recordsMissing() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', full: all", of: "SH")
        try board.take(NightBoard.deals(1...3), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        try board.take(NightBoard.deals(2...4), of: "SH", placed: Self.placed, night: Self.night)
        let night = try board.board(Self.night, at: Self.evening)
        #expect(night.alarmNames == ["SH records_missing"] && night.venues[0].counts.missing == 1)
    }

    @Test("a venue is looked for while it is a member, and by the profile that holds")
    func members() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "HZ", "SH")
        #expect(try board.board("2022-06-17", at: Self.evening).states == ["SH missing"])
        #expect(try board.board("2022-06-20", at: Self.evening).states == ["HZ missing", "SH missing"])
        try board.setProfile("match: '*deals*.csv'", of: "SH")
        #expect(try board.board("2022-06-20", at: Self.evening).states == ["HZ missing"])
        try board.take(NightBoard.deals(1...2), of: "SH", placed: Self.placed, night: Self.night)
        #expect(try board.board(Self.night, at: Self.evening).states == ["HZ missing", "SH arrived"])
    }

    @Test("what is behind is what was due by a day and has not come since, as it was known then")
    func behind() throws {
        let board = try NightBoard()
        #expect(try board.behind(asOf: "2022-06-21", at: Self.evening) == [])
        try board.setProfile(Self.profile, of: "SH", "BJ")
        try board.setProfile("match: '*'", of: "NB")
        let start = try board.desk.newestChange
        #expect(try board.behind(asOf: "2022-06-21", at: "2022-06-21 17:00") == ["BJ", "SH"])
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-20 17:00", night: "2022-06-20")
        #expect(try board.behind(asOf: "2022-06-21", at: "2022-06-21 17:00") == ["BJ"])
        #expect(try board.behind(asOf: "2022-06-21", at: Self.evening) == ["BJ", "SH"])
        #expect(try board.behind(asOf: "2022-06-20", at: Self.evening) == ["BJ"])
        try board.take(NightBoard.deals(1...2), of: "BJ", placed: "2022-06-22 17:00", night: "2022-06-22")
        // What came later says that the earlier is in too.
        #expect(try board.behind(asOf: "2022-06-20", at: "2022-06-22 20:00") == [])
        #expect(try board.behind(asOf: "2022-06-22", at: "2022-06-22 20:00") == ["SH"])
        #expect(try board.behind(asOf: "2022-06-22", at: "2022-06-22 20:00", knownAt: start) == ["BJ", "SH"])
    }

    @Test("the newest night is the one that was due, or that of the newest run where it is later")
    func newest() throws {
        let board = try NightBoard()
        func newest(_ now: String) throws -> String? {
            try Scoreboard.newestNight(of: board.desk.ledger, now: board.second(now)).map { "\($0)" }
        }
        #expect(try newest(Self.evening) == nil)
        try board.setProfile(Self.profile, of: "SH")
        #expect(try newest("2022-06-21 17:59") == "2022-06-20")
        #expect(try newest(Self.evening) == "2022-06-21")
        try board.take(NightBoard.deals(1...2), of: "SH", placed: Self.placed, night: "2022-06-22")
        #expect(try newest(Self.evening) == "2022-06-22")
        try board.take(NightBoard.deals(3...4), of: "SH", placed: Self.placed, night: "2022-06-01")
        #expect(try newest(Self.evening) == "2022-06-21")
    }
}
