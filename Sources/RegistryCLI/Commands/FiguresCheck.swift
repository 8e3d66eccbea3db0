import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct FiguresCheck: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Set each published figure beside the computed one; exit 1 when one is off.",
        discussion: """
            EXAMPLES
              registry figures check
              registry figures check --as-of 2022-06-21 --known-at 78 --format json

            For a figure that is off, the changes that moved it since it was published (or, where it is older than the
            registry, since it was first recorded) are named, in JSON under moved_by. With --known-at a figure is the one of
            then, or the first that came, where none had come yet.
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Option(help: "Only the figures of this day.", transform: Day.told)
    var asOf: Day?

    @Option(help: TimesOptions.knownAtHelp)
    var knownAt: String?

    @Flag(help: "With the seal that the computed figures stand on.")
    var withSeal = false

    func run() throws {
        let ledger = try place.openForReading()
        let moment = try ledger.moment(knownAt: knownAt)
        let seal = withSeal ? try (moment ?? ledger.newestMoment())?.seal : nil
        var checks: [FigureView] = []
        for kept in try ledger.figures(knownAt: moment) where asOf == nil || kept.figure.asOf == asOf {
            let totals = try ledger.totals(asOf: kept.figure.asOf, knownAt: moment)
            let total = totals[kept.figure.metric.measure] ?? Total()
            var view = FigureView(kept.figure, computed: kept.figure.metric.value(of: total))
            if !view.verdict.holds { view.movers = try ledger.movers(of: kept, knownAt: moment) }
            checks.append(view)
        }
        do throws(WriteError) {
            if output.format == .json || output.format == .jsonl {
                try showObjects(checks, seal)
            } else {
                try showRows(checks, seal)
            }
        } catch {
            // Nobody reads any more; the verdict is still told by the exit code.
            guard error == .brokenPipe else { throw error }
        }
        if checks.isEmpty {
            Terminal.say(Words.noFigures(of: asOf))
        }
        // Figures of one day and metric are mostly moved by the same.
        for (place, check) in checks.enumerated()
        where !checks[..<place].contains(where: { $0.isMovedAlike(check) }) {
            check.sayMovers()
        }
        let off = checks.filter { !$0.verdict.holds }.count
        guard off == 0 else { throw Failure(.unmet, Words.off(off, of: checks.count)) }
    }

    private func showObjects(_ checks: [FigureView], _ seal: String?) throws(WriteError) {
        let sink = Terminal.standardOutput()
        let isArray = output.format == .json
        if isArray { try sink.write("[\n") }
        for (place, check) in checks.enumerated() {
            var object = check.object()
            if let seal { object.add("seal", .text(seal)) }
            object.add("moved_by", check.movers.map { check.object(of: $0) })
            try sink.write(object.bytes)
            try sink.write(isArray && place + 1 < checks.count ? ",\n" : "\n")
        }
        if isArray { try sink.write("]\n") }
        try sink.flush()
    }

    private func showRows(_ checks: [FigureView], _ seal: String?) throws(WriteError) {
        var rows = SpokenRows(output.format)
        let sealCell: [Cell] = output.format == .csv ? seal.map { [.text($0)] } ?? [] : []
        try rows.begin(
            (["as_of", "metric", "comparison", "published", "computed", "unit", "verdict"]
                + (sealCell.isEmpty ? [] : ["seal"]))
                .map { Column($0, alignment: ["published", "computed"].contains($0) ? .right : .left) })
        for check in checks {
            let figure = check.figure
            try rows.row(
                [
                    .text("\(figure.asOf)"), .text(figure.metric.rawValue), .text(figure.comparison.rawValue),
                    .decimal(figure.value.description),
                    .decimal(output.format.isForPeople ? check.computedInShort : check.computed),
                    .text("\(figure.unit)"),
                    .text(check.verdict.rawValue),
                ] + sealCell)
        }
        try rows.endAndTell()
        if sealCell.isEmpty, let seal { try Terminal.show(Words.seal(seal)) }
    }
}
