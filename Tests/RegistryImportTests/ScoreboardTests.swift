import Registry
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

/// 2022-06-21 is a Tuesday.
@Suite("A night's scoreboard")
struct ScoreboardTests {
    private static let profile = "match: '*deals*.csv', arrives_by: 18:00"

    @Test("a file is due until its time has passed, then missing, and late once it came")
    func dueMissingLate() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "SH", "BJ")
        try board.take(NightBoard.deals(1...2), of: "BJ", placed: "2022-06-21 18:00", night: "2022-06-21")
        #expect(try board.board("2022-06-21", at: "2022-06-21 17:59").states == ["BJ arrived", "SH due"])
        #expect(try board.board("2022-06-21", at: "2022-06-21 17:59").alarms.isEmpty)
        let evening = try board.board("2022-06-21", at: "2022-06-21 18:00")
        #expect(evening.states == ["BJ arrived", "SH missing"])
        #expect(evening.alarmNames == ["SH missing"])
        #expect((evening.venues[1].expected, evening.venues[1].missing, evening.venues[1].arrived) == (1, 1, 0))
        let due = try board.second("2022-06-21 18:00")
        let later = try board.board("2022-06-21", at: "2022-06-27 08:00")
        #expect(later.venues[1].alarms == [.missing(match: "*deals*.csv", due: due, workingDays: 4)])
        try board.take(NightBoard.deals(1...3), of: "SH", placed: "2022-06-21 18:01", night: "2022-06-21")
        let night = try board.board("2022-06-21", at: "2022-06-21 20:00")
        #expect(night.states == ["BJ arrived", "SH late"])
        #expect(night.venues[1].late == 1 && night.venues[1].missing == 0 && night.venues[1].counts.new == 3)
        #expect(
            night.venues[1].alarms == [
                .late(file: "\(Self.folder(board))/SH-deals.csv", due: due, placed: due + 60)
            ])
        #expect(night.venues[1].moved == Total(count: 3, fen: 30_000))
    }

    private static func folder(_ board: NightBoard) -> String {
        board.desk.folder.path.split(separator: "/").last.map(String.init) ?? ""
    }

    @Test("what came on no night that is due is the late file of the last one; the next one wants its own")
    func overWeekend() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "SH")
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-18 09:00", night: "2022-06-18")
        #expect(try board.board("2022-06-17", at: "2022-06-20 08:00").states == ["SH late"])
        #expect(try board.board("2022-06-20", at: "2022-06-20 20:00").states == ["SH missing"])
        let saturday = try board.board("2022-06-18", at: "2022-06-20 08:00")
        #expect(saturday.states == ["SH arrived"] && saturday.venues[0].counts.new == 2)
        #expect(!saturday.isDue && saturday.alarms.isEmpty)
        let sunday = try board.board("2022-06-19", at: "2022-06-20 08:00")
        #expect(sunday.states == ["SH not_due"] && !sunday.isDue)
    }

    @Test("a night after midnight takes what was due on the working day before, and has none to take on Monday")
    func dayBefore() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*', arrives_by: 18:00 the day before", of: "SH")
        try board.take(NightBoard.deals(1...2), of: "SH", placed: "2022-06-17 17:30", night: "2022-06-18")
        #expect(try board.board("2022-06-18", at: "2022-06-18 08:00").states == ["SH arrived"])
        #expect(try board.board("2022-06-20", at: "2022-06-20 08:00").states == ["SH not_due"])
        #expect(try board.board("2022-06-21", at: "2022-06-21 08:00").states == ["SH missing"])
    }

    @Test("over a holiday nothing is due, and the weekend worked in its stead is")
    func holiday() throws {
        let board = try NightBoard()
        try board.setProfile(Self.profile, of: "SH")
        #expect(try board.board("2022-02-01", at: "2022-02-02 08:00").states == ["SH missing"])
        #expect(try board.board("2022-01-30", at: "2022-02-02 08:00").states == ["SH not_due"])
        let lines = ["日期,类型"] + (1...6).map { "2022-02-0\($0),休" } + ["2022-01-31,休", "2022-01-30,班"]
        try board.desk.folder.write(Array(lines.joined(separator: "\n").utf8), to: "calendar.csv")
        let report = try CalendarImporter(board.desk.ledger, author: ImportDesk.author).run(
            board.desk.folder.file("calendar.csv"), ImportOptions())
        #expect(report.outcome == .imported)
        #expect(try board.board("2022-02-01", at: "2022-02-02 08:00").states == ["SH not_due"])
        let sunday = try board.board("2022-01-30", at: "2022-02-07 08:00")
        #expect(sunday.states == ["SH missing"])
        let due = try board.second("2022-01-30 18:00")
        #expect(sunday.venues[0].alarms == [.missing(match: "*deals*.csv", due: due, workingDays: 1)])
    }

    @Test("refused, empty, doubled and unexpected files are told; one sent again and taken answers for it")
    func outcomes() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*deals*', arrives_by: 18:00, expected_rows: 2-3", of: "SH", "BJ", "HZ", "NB")
        let (placed, night) = ("2022-06-21 17:00", "2022-06-21")
        let heading = "code,kind,amount_yuan,signed_on"
        try board.take([heading, "D-1,transfer,1.234,2022-06-10"], of: "SH", placed: placed, night: night)
        try board.take([heading], of: "BJ", placed: placed, night: night)
        try board.take(NightBoard.deals(1...2), of: "HZ", placed: placed, night: night)
        try board.take(NightBoard.deals(1...2), of: "HZ", placed: "2022-06-21 17:10", night: night)
        try board.take(NightBoard.deals(1...4), of: "NB", placed: placed, night: night)
        let first = try board.board(night, at: "2022-06-21 20:00")
        #expect(first.states == ["BJ empty", "HZ arrived", "NB arrived", "SH refused"])
        #expect(first.alarmNames == ["BJ empty", "NB rows_unexpected", "SH refused"])
        #expect(first.venues.map(\.doubled) == [0, 1, 0, 0] && first.venues.map(\.empty) == [1, 0, 0, 0])
        #expect(first.venues.map(\.refused) == [0, 0, 0, 1] && first.venues.map(\.counts.rejected) == [0, 0, 0, 1])
        #expect(first.venues[3].alarms == [.refused(file: "\(Self.folder(board))/SH-deals.csv", reason: "1 at fault")])
        #expect(first.venues[3].missing == 0 && first.venues[3].expected == 1)
        for venue in ["SH", "BJ"] {
            try board.take(NightBoard.deals(1...2), of: venue, placed: "2022-06-21 17:30", night: night)
        }
        let second = try board.board(night, at: "2022-06-21 20:00")
        #expect(second.states == ["BJ arrived", "HZ arrived", "NB arrived", "SH arrived"])
        #expect(second.alarmNames == ["NB rows_unexpected"])
    }

    @Test("an empty file is well where no rows may be expected, and is in")
    func mayBeEmpty() throws {
        let board = try NightBoard()
        try board.setProfile("match: '*deals*', arrives_by: 18:00, expected_rows: 0-500", of: "SH")
        try board.take(["code,kind,amount_yuan,signed_on"], of: "SH", placed: "2022-06-21 17:00", night: "2022-06-21")
        let night = try board.board("2022-06-21", at: "2022-06-21 20:00")
        #expect(night.states == ["SH arrived"] && night.alarms.isEmpty && night.venues[0].empty == 1)
        #expect(try board.behind(asOf: "2022-06-21", at: "2022-06-21 20:00") == [])
    }
}
