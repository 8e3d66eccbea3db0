import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

/// A night's scoreboard, in every format.
struct ScoreboardView {
    let board: Scoreboard
    let zone: Zone

    /// A column: its key, and its value.
    private struct Field: Sendable {
        let name: String
        /// Left out of a table where no venue has any.
        var isForPeople = true
        let value: @Sendable (VenueNight) -> Int64
    }

    private static let fields: [Field] = [
        Field(name: "files_expected", isForPeople: false) { $0.expected },
        Field(name: "files_arrived") { $0.arrived },
        Field(name: "files_late", isForPeople: false) { $0.late },
        Field(name: "files_due", isForPeople: false) { $0.due },
        Field(name: "files_missing", isForPeople: false) { $0.missing },
        Field(name: "files_empty", isForPeople: false) { $0.empty },
        Field(name: "files_doubled") { $0.doubled },
        Field(name: "files_refused") { $0.refused },
        Field(name: "rows_read", isForPeople: false) { $0.counts.read },
        Field(name: "rows_new") { $0.counts.new },
        Field(name: "rows_changed") { $0.counts.changed },
        Field(name: "rows_unchanged") { $0.counts.unchanged },
        Field(name: "rows_rejected") { $0.counts.rejected },
        Field(name: "conflicts") { $0.conflicts },
        Field(name: "conflicts_open", isForPeople: false) { $0.openConflicts },
        Field(name: "records_missing") { $0.counts.missing },
        Field(name: "deals") { $0.moved.count },
    ]

    /// Rows for programs: all columns, the alarms in words in the last one; the headings alone where there is no night.
    static func write(_ view: ScoreboardView?, as format: RowFormat) throws(WriteError) {
        var rows = rowWriter(for: format, to: Terminal.standardOutput())
        let columns = ["night", "venue_code", "venue_name", "state"].map { Column($0) }
        try rows.begin(columns + fields.map { Column($0.name) } + [Column("deal_amount_fen"), Column("alarms")])
        for line in view?.board.venues ?? [] {
            try rows.row(view?.cells(line) ?? [])
        }
        try rows.end()
    }

    private func cells(_ line: VenueNight) -> [Cell] {
        [.text("\(board.night)")] + names(line) + Self.fields.map { .integer($0.value(line)) }
            + [.integer(line.moved.fen), .text(line.alarms.map(words).joined(Bilingual("; ", "；"))[.current])]
    }

    /// A venue as JSON.
    func object(_ line: VenueNight) -> JSONObject {
        var object = JSONObject()
        for (name, cell) in zip(["venue_code", "venue_name", "state"], names(line)) { object.add(name, cell) }
        for field in Self.fields { object.add(field.name, .integer(field.value(line))) }
        object.add("deal_amount_fen", .integer(line.moved.fen))
        object.add(
            "alarms",
            line.alarms.map { alarm in
                var said = JSONObject()
                said.add("alarm", .text(alarm.name))
                said.add("message", .text(words(alarm)[.current]))
                return said
            })
        return object
    }

    /// A table for people: columns in which every venue has nothing are left out.
    func showTable(as format: RowFormat) throws(WriteError) {
        guard !board.venues.isEmpty else { return }
        let shown = Self.fields.filter { field in
            field.isForPeople && (field.name == "files_arrived" || board.venues.contains { field.value($0) != 0 })
        }
        let amounts = board.venues.map { signed($0.moved.fen) }
        let hasAmounts = amounts.contains { !$0.isEmpty }
        var rows = SpokenRows(format, width: format == .table ? Terminal.width : nil)
        try rows.begin(
            [
                Column("venue_code", heading: Words.scoreboardVenue[.current]),
                Column("venue_name", heading: Words.scoreboardName[.current]),
                Column("state", isLabel: true),
            ]
                + shown.map { field in
                    Column(
                        field.name, heading: Words.scoreboardHeadings[field.name]?[.current], alignment: .right,
                        groupsThousands: true, givesWay: Self.dispensable.firstIndex(of: field.name))
                }
                + (hasAmounts
                    ? [Column("deal_amount_fen", heading: Words.scoreboardYuan[.current], alignment: .right)] : []))
        for (line, amount) in zip(board.venues, amounts) {
            try rows.row(
                names(line, exchange: Words.exchange[.current])
                    + shown.map { field in field.value(line) == 0 ? .null : .integer(field.value(line)) }
                    + (hasAmounts ? [.text(amount)] : []))
        }
        try rows.endAndTell()
    }

    /// What a night did to an amount; nothing where it did nothing.
    private func signed(_ fen: Int64) -> String {
        fen == 0 ? "" : "\(fen > 0 ? "+" : "")\(Amount(fen: fen).groupedYuan)"
    }

    /// In the order in which a table too wide does without them: what needs a person stays longest.
    private static let dispensable = [
        "rows_unchanged", "files_doubled", "files_arrived", "rows_changed", "records_missing", "conflicts",
        "rows_rejected", "files_refused",
    ]

    /// What a person has to look at, a line each.
    ///
    /// - Parameter told: files of whose refusal was told already.
    func alarms(butRefused told: Set<String> = []) -> [Bilingual] {
        let left = board.alarms.filter { _, alarm in
            if case .refused(let file, _) = alarm { !told.contains(file) } else { true }
        }
        return left.map { venue, alarm in
            Words.alarm(venue.map { "\($0.code) \($0.name)".visible }, words(alarm))
        }
    }

    private func words(_ alarm: Alarm) -> Bilingual { Words.of(alarm, in: zone) }

    /// - Parameter exchange: how the exchange itself is called, which is no venue; programs know it by its English name.
    private func names(_ line: VenueNight, exchange: String = Words.exchange.english) -> [Cell] {
        [
            line.venue.map { .text($0.code) } ?? .null, .text(line.venue?.name ?? exchange),
            .text(line.state.rawValue),
        ]
    }
}
