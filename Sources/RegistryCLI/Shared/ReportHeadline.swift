import Registry
import RegistryReports
import RegistryStore

/// The first part of a report: its figures, beside the published ones.
extension ReportBasis {
    func headline() throws -> ReportPage.Section {
        var section = ReportPage.Section("headline", say(ReportWords.headline))
        section.cards = publishedOf == nil ? computedCards : publishedCards
        if publishedOf != nil { section.paragraphs.append(say(ReportWords.asPublished)) }
        let shown = Metric.allCases.flatMap(publishedFigures)
        guard !shown.isEmpty else {
            section.paragraphs.append(say(ReportWords.nonePublished))
            return section
        }
        var table = ReportPage.Table(
            say(ReportWords.published),
            [
                Words.column("measure"), ReportWords.asOf, Words.column("published"), Words.column("computed"),
                Words.column("verdict"), Words.column("source"),
            ].map(say), numbers: [2, 3])
        for figure in shown.map(\.figure) {
            let then = figure.asOf == asOf ? totals : try ledger.totals(asOf: figure.asOf, knownAt: moment)
            let view = FigureView(figure, computed: figure.metric.value(of: then))
            table.rows.append([
                say(ReportWords.name(of: figure)), "\(figure.asOf)", printed(figure),
                say(ReportWords.value(view.computedInShort, in: figure.unit)),
                say(term(view.verdict.rawValue, in: "verdict")), figure.source,
            ])
        }
        section.tables.append(table)
        return section
    }

    private var computedCards: [ReportPage.Card] {
        Metric.allCases.filter { $0.isTold(of: totals) }.map { metric in
            let value = metric.value(of: totals)
            let amount = Amount(fen: value)
            let note = metric.isMoney && amount.isShortened(in: .current) ? say(amount.spoken) : ""
            return ReportPage.Card(say(Words.name(of: metric)), atAGlance(metric, value), note: note)
        }
    }

    /// Each figure as it was printed, ours before those that others report and an exact one before a rough one; what was
    /// not published is computed, and says so.
    private var publishedCards: [ReportPage.Card] {
        Metric.allCases.compactMap { metric in
            let value = metric.value(of: totals)
            let own = publishedFigures(of: metric)
            let exact = own.filter { $0.figure.comparison == .equal }
            guard let figure = (exact.first(where: \.isOwn) ?? exact.first ?? own.first)?.figure else {
                guard metric.isTold(of: totals) else { return nil }
                return ReportPage.Card(
                    say(Words.name(of: metric)), atAGlance(metric, value), note: say(ReportWords.notPublished))
            }
            let view = FigureView(figure, computed: value)
            let note = view.verdict == .equal ? ReportWords.asPrinted : ReportWords.butComputed(view)
            return ReportPage.Card(say(ReportWords.name(of: figure)), printed(figure), note: say(note))
        }
    }

    private func printed(_ figure: Figure) -> String {
        said(figure.comparison) + say(ReportWords.value("\(figure.value)", in: figure.unit))
    }

    /// Those of the day that is told as published, else the newest up to the day.
    private func publishedFigures(of metric: Metric) -> [KeptFigure] {
        let own = figures.filter { $0.figure.metric == metric && $0.figure.asOf <= asOf }
        let day = publishedOf ?? own.map(\.figure.asOf).max()
        return own.filter { $0.figure.asOf == day }
    }
}
