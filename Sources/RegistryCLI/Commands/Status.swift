import ArgumentParser
import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Say how a night stands, venue by venue, and what waits for a person.",
        discussion: """
            EXAMPLES
              registry status
              registry status --night 2022-06-21
              registry status --format json

            The night is that of the run that took a file (import --inbox), or the day of an import by hand of a venue's \
            file. A file is expected of a venue whose profile gives it an arrives_by, on nights for which that day is worked, \
            see set-profile; until its time has passed it is due, then missing, and late once it came. What comes on a \
            night for which nothing is due counts for the last night before. Without --night, the newest night of which \
            a file must be there by now, or that of the newest run.

            It ends with 1 when something needs a person: a file that is missing, late, refused or empty, with fewer or \
            more rows than expected_rows, or lacking records though it is complete; rejected rows and review items that are open; deals \
            whose amounts more than doubled in a night or fell below half (of venues with 20 deals or more).
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(
        help: "The day of the night (default: the newest one that was due, or run); tomorrow at the latest.",
        transform: Day.told)
    var night: Day?

    func run() throws {
        let ledger = try place.openForReading()
        let now = Int(time(nil))
        let asked = try night.map { try $0.checkedNight(today: ledger.today) }
        let night = if let asked { asked } else { try Scoreboard.newestNight(of: ledger, now: now) }
        let board = try night.map { night throws(StoreError) in
            ScoreboardView(board: try Scoreboard(of: night, in: ledger, now: now), zone: ledger.zone)
        }
        let standing = try Standing(of: ledger)
        switch output.format {
        case .table, .markdown: try showForPeople(board, standing)
        case .json: try showObject(board, standing)
        case .jsonl:
            for line in board?.board.venues ?? [] {
                try Terminal.show(String(decoding: board?.object(line).bytes ?? [], as: UTF8.self))
            }
        case .csv:
            try ScoreboardView.write(board, as: .csv)
        }
        standing.sayWhereToLook()
        if needsPerson(board, standing) { throw Failure(.unmet) }
    }

    private func needsPerson(_ board: ScoreboardView?, _ standing: Standing) -> Bool {
        board?.board.alarms.isEmpty == false || standing.needsPerson
    }

    private func showForPeople(_ board: ScoreboardView?, _ standing: Standing) throws {
        if let board {
            try Terminal.show(Words.night(board.board))
            try board.showTable(as: output.format)
            let mark = output.format == .markdown ? "- " : ""
            if !board.board.alarms.isEmpty { try Terminal.show("") }
            for alarm in board.alarms() { try Terminal.show(mark + alarm) }
            try Terminal.show("")
        }
        var rows = SpokenRows(output.format)
        try rows.begin([
            Column("status", heading: Words.standing[.current], isLabel: true),
            Column("value", heading: "", isLabel: true),
        ])
        for value in standing.values {
            try rows.row([.text(Words.heading(value.name)[.current]), .text(value.value.plainText)])
        }
        try rows.endAndTell()
    }

    private func showObject(_ board: ScoreboardView?, _ standing: Standing) throws {
        var object = JSONObject()
        for value in standing.values { object.add(value.name, value.value) }
        object.add("night", board.map { .text("\($0.board.night)") } ?? .null)
        object.add("is_due", .boolean(board?.board.isDue ?? false))
        object.add("needs_person", .boolean(needsPerson(board, standing)))
        object.add("venues", board.map { board in board.board.venues.map(board.object) } ?? [])
        try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
    }
}

/// How the registry stands as a whole: its changes, and what is open.
private struct Standing {
    let values: [(name: String, value: Cell)]
    private let unreviewed: Int64
    private let openReviews: Int64
    private let openRejects: Int64

    init(of ledger: Ledger) throws(StoreError) {
        let counts = try ledger.correctionCounts()
        let newest = try ledger.newestMoment()
        unreviewed = counts.unreviewed
        openReviews = Int64(try ledger.reviewItems().count { $0.state == .open })
        openRejects = try ledger.openRejects()
        values = [
            ("changes", .integer(counts.changes)), ("change", newest.map { .integer($0.change) } ?? .null),
            ("known_at", newest.map { .text($0.recordedAt) } ?? .null),
            ("seal", newest.map { .text($0.seal) } ?? .null), ("corrections", .integer(counts.corrections)),
            ("unreviewed", .integer(counts.unreviewed)), ("open_reviews", .integer(openReviews)),
            ("open_rejects", .integer(openRejects)),
        ]
    }

    var needsPerson: Bool { openReviews > 0 || openRejects > 0 }

    func sayWhereToLook() {
        if openReviews > 0 { Terminal.say(Words.seeReviews) }
        if openRejects > 0 { Terminal.say(Words.seeRejects) }
        if unreviewed > 0 { Terminal.say(Words.seeCorrections) }
    }
}
