import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

/// The last parts of a report: the last night, the corrections, and what it stands on.
extension ReportBasis {
    /// - Parameter now: in seconds since 1970-01-01T00:00:00Z.
    func night(now: Int) throws -> ReportPage.Section {
        var section = ReportPage.Section("night", say(ReportWords.night))
        guard isOfNow else {
            section.paragraphs.append(say(ReportWords.nightThen))
            return section
        }
        let behind = try ledger.venuesBehind(asOf: asOf, knownAt: moment, now: now)
        if !behind.isEmpty { section.paragraphs.append(say(ReportWords.notIn(behind))) }
        guard let night = try Scoreboard.newestNight(of: ledger, now: now) else {
            section.paragraphs.append(say(ReportWords.noNight))
            return section
        }
        let board = try Scoreboard(of: night, in: ledger, now: now)
        var table = ReportPage.Table(
            say(ReportWords.nightCaption(night)),
            [
                Words.column("venue"), Words.column("state"), ReportWords.files, ReportWords.newRecords,
                ReportWords.rejected,
            ].map(say) + [name(.dealAmount)], numbers: [2, 3, 4, 5])
        for line in board.venues {
            table.rows.append([
                line.venue.map { "\($0.code) \($0.name)" } ?? say(ReportWords.exchange),
                say(term(line.state.rawValue, in: "state")),
                grouped(String(line.arrived)), grouped(String(line.counts.new)),
                grouped(String(line.counts.rejected)), money(line.moved.fen),
            ])
        }
        section.tables.append(table)
        return section
    }

    /// How many corrections are told one by one.
    private static let mostCorrections = 50

    func corrections() throws -> ReportPage.Section {
        var section = ReportPage.Section("corrections", say(ReportWords.corrections))
        let base = since?.change ?? 0
        section.paragraphs.append(say(ReportWords.since(change: base, at: since?.recordedAt)))
        var table = ReportPage.Table(
            say(ReportWords.corrections),
            [
                Words.column("change"), ReportWords.recordedAt, Words.column("record"), Words.column("kind"),
                Words.column("effective_on"), Words.column("reason"),
            ].map(say), numbers: [])
        var count = 0
        try ledger.list(
            .corrections, Filter(), from: Viewpoint(knownAt: moment),
            columns: ["change_id", "recorded_at", "name", "kind", "effective_on", "reason"]
        ) { _ throws(StoreError) in
        } row: { cells throws(StoreError) in
            guard case .integer(let change) = cells[0], change > base else { return false }
            count += 1
            if count <= Self.mostCorrections {
                table.rows.append(
                    cells.enumerated().map { place, cell in
                        place == 3 ? say(term(cell.plainText, in: "kind")) : cell.plainText
                    })
            }
            return true
        }
        if count > Self.mostCorrections { table.notes.append(say(ReportWords.more(count - Self.mostCorrections))) }
        if count == 0 {
            section.paragraphs.append(say(ReportWords.noCorrections))
        } else {
            section.tables.append(table)
        }
        return section
    }

    /// - Parameter form: as which the command that reproduces the report writes it.
    func computed(as form: PageForm) -> ReportPage.Section {
        var section = ReportPage.Section("computed", say(ReportWords.computed))
        section.paragraphs.append(say(ReportWords.explanation))
        var table = ReportPage.Table(
            say(ReportWords.basis), [say(Words.column("measure")), say(ReportWords.value)], numbers: [])
        table.rows.append([say(ReportWords.asOf), "\(asOf)"])
        if let moment {
            table.rows.append([say(Words.column("known_at")), moment.recordedAt])
            table.rows.append([say(Words.column("change")), "\(moment.change)"])
            table.rows.append([say(Words.column("seal")), moment.seal])
        }
        let day = publishedOf.map { "--as-published \($0)" } ?? "--as-of \(asOf)"
        let known = asked.map { " --known-at \($0.change)" } ?? ""
        let last = since.map { " --since \($0.change)" } ?? ""
        table.rows.append([
            say(ReportWords.command),
            "registry report \(day)\(known)\(last) --lang \(Language.current.rawValue) --format \(form.rawValue)",
        ])
        section.tables.append(table)
        return section
    }
}
