import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A run of `import --inbox`: what it takes, what it says, how it ends.
struct NightRun {
    let ledger: Ledger
    let author: Author
    let folder: String
    /// The folder of the readers' snapshot, which ends the night.
    let publish: String?
    let night: Day
    let isDryRun: Bool
    let format: RowFormat

    func run() throws {
        let inbox = try checked { () throws(InboxFault) in try Inbox(at: folder) }
        let snapshot = try publish.map { try snapshotPath(in: $0) }
        let lock = isDryRun ? nil : try checked { () throws(InboxFault) in try InboxLock(of: inbox, host: author.host) }
        defer { withExtendedLifetime(lock) {} }
        var importer = Importer(ledger, author: author, watch: StopSignals.watch)
        importer.reason = { Words.reasonInBoth(of: $0) }
        importer.wording = { Words.inBoth($0) }
        try ledger.prepareForManyRows()
        let desk = NightDesk(isDryRun: isDryRun, night: night, ledger: ledger, folder: folder)
        let work = Night(over: inbox, of: night, with: importer, isRehearsing: isDryRun)
        func take() throws(NightFault) {
            try work.run(desk.telling)
        }
        var failure: NightFault?
        do throws(NightFault) {
            if isDryRun { try rehearse(take) } else { try take() }
        } catch {
            // What is in already is in, and is told before the trouble is.
            failure = error
        }
        ImportProgress.end()
        var board: ScoreboardView?
        if !isDryRun, failure == nil {
            do throws(StoreError) { board = try scoreboard() } catch { failure = .store(error) }
        }
        do throws(WriteError) {
            try ImportTalk.show(
                desk.reports + desk.left.map { FileReport($0, in: inbox) }, as: format, isDryRun: isDryRun)
            if format.isForPeople, let board, !board.board.venues.isEmpty {
                try Terminal.show("")
                try board.showTable(as: format)
            }
        } catch {
            guard error == .brokenPipe else { throw error }
        }
        for alarm in board?.alarms(butRefused: desk.refusedNames) ?? [] { Terminal.say(alarm, .warning) }
        let needsPerson = desk.needsPerson || board?.board.alarms.isEmpty == false
        Terminal.say(desk.summary, needsPerson ? .warning : .plain)
        if !isDryRun { ledger.settle() }
        if let failure { throw failure }
        if needsPerson, board != nil { Terminal.say(Words.seeStatus(of: night)) }
        if let snapshot { try end(with: snapshot) }
        if needsPerson { throw Failure(desk.isAllRefused ? .dataRefused : .unmet) }
    }

    private func rehearse(_ take: () throws(NightFault) -> Void) throws(NightFault) {
        let failure: NightFault?
        do throws(StoreError) {
            failure = try ledger.rehearse { () throws(StoreError) in
                do throws(NightFault) { try take() } catch { return error }
                return nil
            }
        } catch {
            throw .store(error)
        }
        if let failure { throw failure }
    }

    private func scoreboard() throws(StoreError) -> ScoreboardView {
        ScoreboardView(board: try Scoreboard(of: night, in: ledger, now: Int(time(nil))), zone: ledger.zone)
    }

    /// In the folder the snapshot has the registry's own name.
    private func snapshotPath(in folder: String) throws -> String {
        var status = stat()
        guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            throw Failure(.cannotCreate, Words.publishNeedsFolder(folder))
        }
        let name = ledger.path.split(separator: "/").last.map(String.init) ?? "registry.sqlite"
        let path = folder.hasSuffix("/") ? "\(folder)\(name)" : "\(folder)/\(name)"
        try Ledger.requireReplaceable(path)
        return path
    }

    private func end(with snapshot: String) throws {
        guard !isDryRun else { return Terminal.say(Words.wouldPublish(ledger.path, as: snapshot)) }
        Terminal.say(Words.published(try ledger.publish(as: snapshot)))
    }

    private func checked<Result: ~Copyable>(_ work: () throws(InboxFault) -> Result) throws -> Result {
        do throws(InboxFault) { return try work() } catch { throw NightFault.inbox(error) }
    }
}

/// Gathers what becomes of the files of a night, and says it as it happens.
private final class NightDesk {
    private(set) var reports: [FileReport] = []
    private(set) var left: [LeftFile] = []
    /// Those of which was said why they are refused.
    private(set) var refusedNames: Set<String> = []
    private let isDryRun: Bool
    private let night: Day
    /// Errors of one file that are said; its report has all.
    private static let mostSaid = 20

    private let ledger: Ledger
    /// The inbox.
    private let folder: String

    init(isDryRun: Bool, night: Day, ledger: Ledger, folder: String) {
        (self.isDryRun, self.night, self.ledger, self.folder) = (isDryRun, night, ledger, folder)
    }

    private var refused: [FileReport] { reports.filter { $0.outcome == .refused } }
    private var isPartRejected: Bool { reports.contains(where: \.hasRowsToMend) }
    var needsPerson: Bool { !refused.isEmpty || isPartRejected || left.contains { $0.reason.needsPerson } }

    var summary: Bilingual {
        Words.night(
            night, taken: reports.count - refused.count, refused: refused.count, left: left.count, isDryRun: isDryRun)
    }

    var telling: Night.Telling {
        Night.Telling(
            left: { file in
                self.left.append(file)
                Terminal.say(
                    Words.file(file.name, Words.of(file.reason)), file.reason.needsPerson ? .warning : .plain)
            },
            began: { file in ImportProgress.begin(StopSignals.watch, path: file.path) },
            done: { file, report, place in
                ImportProgress.end()
                self.reports.append(report)
                if report.outcome == .refused { self.refusedNames.insert(Importer.shortName(file.path)) }
                self.say(file, report, place)
                if let place, let lacking = report.missing, lacking.count > 0 {
                    let path = MissingFile.name(beside: "\(self.folder)/\(place)")
                    MissingFile.tell(lacking, lackedBy: file.shownName, in: path)
                }
            },
            beside: { file, report, place in
                [
                    (".report.txt", Array(NightReport(file, report, place: place, night: self.night).text.utf8)),
                    (".report.json", ImportTalk.object(report, isDryRun: false).bytes + Array("\n".utf8)),
                ]
            }, list: { missing, path throws(StoreError) in try MissingFile.write(missing, of: self.ledger, to: path) })
    }

    private func say(_ file: InboxFile, _ report: FileReport, _ place: String?) {
        let name = file.shownName
        let weight: Terminal.Weight = report.outcome == .refused || report.hasRowsToMend ? .warning : .plain
        Terminal.say(Words.file(name, Words.outcome(of: report, movedTo: place)), weight)
        for rejection in report.rejections.prefix(Self.mostSaid) {
            Terminal.say(Words.place(rejection, in: name), weight)
        }
        let more = report.rejections.count + report.rejectionsOmitted - Self.mostSaid
        if more > 0 { Terminal.say(Words.file(name, Words.moreErrorsInReport(more)), weight) }
        for notice in report.notices.prefix(Self.mostSaid) { Terminal.say(Words.file(name, Words.of(notice))) }
    }

    /// Whether files came, and none was taken.
    var isAllRefused: Bool { !refused.isEmpty && refused.count == reports.count }
}
