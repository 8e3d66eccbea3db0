import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// What was published of a day, as it was printed, each figure beside the one that is computed now.
struct PublishedTotals {
    let asOf: Day
    /// Our own figures first, in the order of the metrics.
    let figures: [KeptFigure]
    /// The state from which our own were published.
    let moment: Moment?
    let totals: [Measure: Total]
    let withSeal: Bool

    /// - Throws: a refusal where nothing was published of the day; ``StoreError``.
    init(of day: Day, from ledger: Ledger, knownAt moment: Moment?, withSeal: Bool) throws {
        let published = try PublishedDay(day, among: ledger.figures(by: moment), of: ledger)
        let order = Metric.allCases
        figures = order.flatMap { metric in
            published.figures.filter { $0.figure.metric == metric }.sorted { $0.isOwn && !$1.isOwn }
        }
        self.moment = published.moment
        totals = try ledger.totals(asOf: day, knownAt: moment)
        asOf = day
        self.withSeal = withSeal
    }

    /// The figure itself, ours before those that others report; nil where none is exact.
    private func value(_ metric: Metric) -> Int64? {
        figures.first { $0.figure.metric == metric && $0.figure.comparison == .equal }?.figure.exactValue
    }

    private func view(_ kept: KeptFigure) -> FigureView {
        FigureView(kept.figure, computed: kept.figure.metric.value(of: totals))
    }

    private var values: [(name: String, value: Cell)] {
        [
            ("as_of", .text("\(asOf)")), ("known_at", moment.map { .text($0.recordedAt) } ?? .null),
            ("change", moment.map { .integer($0.change) } ?? .null),
        ] + (withSeal ? [("seal", moment.map { .text($0.seal) } ?? .null)] : [])
            + Metric.allCases.map { ($0.column, value($0).map { .integer($0) } ?? .null) }
    }

    func show(as format: RowFormat) throws(WriteError) {
        switch format {
        case .csv:
            var rows = rowWriter(for: .csv, to: Terminal.standardOutput())
            try rows.begin(values.map { Column($0.name) })
            try rows.row(values.map(\.value))
            try rows.end()
        case .json, .jsonl:
            var object = JSONObject()
            for (name, value) in values { object.add(name, value) }
            object.add(
                "published",
                figures.map { kept in
                    var object = view(kept).object()
                    object.add("origin", .text(kept.isOwn ? "own" : "reported"))
                    return object
                })
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        case .table, .markdown: try showTable(as: format)
        }
    }

    private func showTable(as format: RowFormat) throws(WriteError) {
        var rows = SpokenRows(format)
        try rows.begin([
            Column("total", heading: Words.asPublished(asOf)[.current], isLabel: true), Column("comparison"),
            Column("published", alignment: .right), Column("unit"),
            Column("computed", alignment: .right), Column("verdict"), Column("published_on"), Column("source"),
        ])
        for kept in figures {
            let view = view(kept)
            try rows.row([
                .text(Words.name(of: kept.figure.metric)[.current]), .text(kept.figure.comparison.rawValue),
                .decimal(kept.figure.value.description), .text("\(kept.figure.unit)"), .decimal(view.computedInShort),
                .text(view.verdict.rawValue), .text("\(kept.figure.publishedOn)"), .text(kept.figure.source),
            ])
        }
        try rows.endAndTell()
        guard let moment else { return }
        try Terminal.show(Words.publishedFrom(change: moment.change, seal: withSeal ? moment.seal : nil))
    }
}
