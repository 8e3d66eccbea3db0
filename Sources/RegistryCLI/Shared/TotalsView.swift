import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

/// The totals of some days, perhaps beside those of others, in every format.
struct TotalsView {
    let span: CountedSpan
    let moment: Moment?
    /// The seal that the totals stand on, where it is asked for.
    var seal: String?
    let totals: [Measure: Total]
    /// What they are set beside.
    var other: (span: CountedSpan, totals: [Measure: Total])?
    var money = MoneyShown()
    /// Codes of the venues that are not in yet.
    let venuesBehind: [String]

    private func beside(_ metric: Metric) -> NumberBeside {
        NumberBeside(now: metric.value(of: totals), before: other.map { metric.value(of: $0.totals) } ?? 0)
    }

    func show(as format: RowFormat) throws(WriteError) {
        switch format {
        case .table, .markdown:
            if let other { try showComparison(with: other.span, as: format) } else { try showTable(as: format) }
            if let seal { try Terminal.show(Words.seal(seal)) }
            if let moment { Terminal.say(Words.times(nil, moment)) }
        case .json, .jsonl: try showObject()
        case .csv:
            let values = values + compared.flatMap { part in part.values.map { ("\(part.name)_\($0)", $1) } }
            var rows = rowWriter(for: .csv, to: Terminal.standardOutput())
            try rows.begin(values.map { Column($0.name) })
            try rows.row(values.map(\.value))
            try rows.end()
        }
    }

    private var values: [(name: String, value: Cell)] {
        span.values + [
            ("known_at", moment.map { .text($0.recordedAt) } ?? .null),
            ("change", moment.map { .integer($0.change) } ?? .null),
        ] + (seal.map { [("seal", .text($0))] } ?? [])
            + Metric.allCases.map { ($0.column, .integer($0.value(of: totals))) }
    }

    /// What the others were, and how they differ.
    private var compared: [(name: String, values: [(name: String, value: Cell)])] {
        guard let other else { return [] }
        func all(_ cell: (NumberBeside) -> Cell) -> [(name: String, value: Cell)] {
            Metric.allCases.map { ($0.column, cell(beside($0))) }
        }
        return [
            ("compare", other.span.values + all { .integer($0.before) }),
            ("difference", all { .integer($0.difference) }),
            ("growth_percent", Metric.allCases.map { ($0.rawValue, beside($0).growthCell) }),
        ]
    }

    private func showObject() throws(WriteError) {
        var object = JSONObject()
        for (name, value) in values { object.add(name, value) }
        for part in compared {
            var inner = JSONObject()
            for (name, value) in part.values { inner.add(name, value) }
            object.add(part.name, inner)
        }
        object.add("venues_behind", texts: venuesBehind)
        try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
    }

    private func showTable(as format: RowFormat) throws(WriteError) {
        var rows = SpokenRows(format)
        try rows.begin(
            [
                Column("total", heading: span.title[.current], isLabel: true),
                Column("count", alignment: .right, groupsThousands: true),
                Column(money.suffix, heading: money.heading, alignment: .right),
            ] + (money.isExact ? [Column("short", heading: "", alignment: .right)] : []))
        let lines: [(name: Metric?, amount: Metric?)] = [
            (.intentions, .intentionAmount), (.listings, nil), (.deals, .dealAmount), (.venues, nil),
            (.serviceMembers, nil), (.demands, .demandAmount), (.registrations, .registeredAmount),
            (nil, .registeredTechnicalAmount), (.instalments, .instalmentAmount), (.paymentsIn, .paymentInAmount),
            (.paymentsOut, .paymentOutAmount), (nil, .heldAmount), (.settledDeals, .settledAmount),
            (.certificatesIssued, nil), (.certificatesValid, .certifiedAmount),
            (.services, nil), (.programmes, .programmeAmount), (.servicePoints, nil),
        ]
        for line in lines {
            guard let metric = line.name ?? line.amount, metric.isTold(of: totals) else { continue }
            let fen = line.amount?.value(of: totals)
            var cells: [Cell] = [
                .text(Words.name(of: metric, within: span.period)[.current]),
                line.name.map { .integer($0.value(of: totals)) } ?? .null,
                fen.map { .text(money.text($0)) } ?? .null,
            ]
            if money.isExact { cells.append(fen.flatMap(short) ?? .null) }
            try rows.row(cells)
        }
        try rows.endAndTell()
    }

    /// Where it says more than the yuan beside it.
    private func short(_ fen: Int64) -> Cell? {
        let amount = Amount(fen: fen)
        return amount.isShortened(in: .current) ? .text(amount.short[.current]) : nil
    }

    private func showComparison(with other: CountedSpan, as format: RowFormat) throws(WriteError) {
        var rows = SpokenRows(format)
        try rows.begin(
            [Column("total", heading: "", isLabel: true)]
                + NumberBeside.columns(now: span.title, before: other.title))
        for metric in Metric.allCases where metric.isTold(of: totals) || metric.isTold(of: self.other?.totals ?? [:]) {
            try rows.row(
                [.text(money.name(of: metric, within: span.period))]
                    + beside(metric).cells { money.text($0, of: metric) })
        }
        try rows.endAndTell()
        try money.showOddDifferences(Metric.allCases.map { ($0, beside($0)) })
    }
}

extension CountedSpan {
    fileprivate var values: [(name: String, value: Cell)] {
        let day = [("as_of", Cell.text("\(asOf)"))]
        guard let period else { return day }
        return day + [
            ("from", .text("\(period.first)")), ("to", .text("\(period.last)")), ("period", .text("\(period)")),
            ("has_ended", .boolean(hasEnded)),
        ]
    }
}

extension Metric {
    /// The key that programs read it by: money is in fen.
    var column: String { isMoney ? "\(rawValue)_fen" : rawValue }

    func value(of totals: [Measure: Total]) -> Int64 { value(of: totals[measure] ?? Total()) }

    /// Whether people are told of it: of the services only where anything of them was recorded.
    func isTold(of totals: [Measure: Total]) -> Bool { !isOfServices || totals[measure] != nil }
}
