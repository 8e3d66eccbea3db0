import Registry
import RegistryProof
import RegistryReports
import RegistryStore
import Spreadsheets

/// What makes up a total, in every format.
struct ExplanationView {
    let ledger: Ledger
    let noun: Noun
    let asOf: Day
    let moment: Moment?

    /// Each is a total of its own: what came in and what went out, services and the quotas of programmes.
    private var measures: [Measure] { noun.measures.filter(\.explainsRecords) }

    /// As `totals` names its number of records.
    private func name(of measure: Measure) -> String {
        Metric.allCases.first { $0.measure == measure && !$0.isMoney }?.rawValue ?? measure.rawValue
    }

    /// A line of totals for each measure, under its name where there are several.
    private func totalLines(_ totals: [Measure: Total]) -> [(title: String, total: Total)] {
        let counted = measures.map { (measure: $0, total: totals[$0] ?? Total()) }.filter { $0.total != Total() }
        guard counted.count > 1 else { return [(Words.heading("total")[.current], counted.first?.total ?? Total())] }
        return counted.map { (Words.term(name(of: $0.measure), in: "metric")[.current], $0.total) }
    }

    private var hasMoney: Bool { noun.valuedBy != nil }

    // MARK: The parts of a total

    func show(
        _ groups: [GroupTotals], by grouping: Grouping, of totals: [Measure: Total], as format: RowFormat
    ) throws {
        let parts = groups.flatMap { group in
            measures.map { (key: group.key, measure: $0, total: group.totals[$0] ?? Total()) }
        }.filter { $0.total != Total() }
        let hasSeveral = measures.count > 1
        if format == .json {
            let objects = parts.map { part in
                var object = JSONObject()
                object.add("key", .text(part.key))
                if hasSeveral { object.add("metric", .text(name(of: part.measure))) }
                object.add("count", .integer(part.total.count))
                object.add("amount_fen", hasMoney ? .integer(part.total.fen) : .null)
                return object
            }
            return try showObject(totals) { $0.add("parts", objects) }
        }
        let isForPeople = format.isForPeople
        var rows = SpokenRows(format, of: noun)
        try rows.begin(
            [Column("key")] + (hasSeveral ? [Column("metric")] : [])
                + [Column("count", alignment: .right, groupsThousands: true)]
                + (hasMoney ? [Column(isForPeople ? "yuan" : "amount_fen", alignment: .right)] : []))
        func shown(_ key: String) -> String {
            key.isEmpty ? Words.none[.current] : Words.term(key, in: grouping.column, of: noun)[.current]
        }
        func cells(_ key: String, _ metric: String, _ total: Total) -> [Cell] {
            [.text(isForPeople ? shown(key) : key)] + (hasSeveral ? [.text(metric)] : []) + [.integer(total.count)]
                + (hasMoney ? [amount(total.fen, isForPeople)] : [])
        }
        for part in parts { try rows.row(cells(part.key, name(of: part.measure), part.total)) }
        if isForPeople {
            for measure in measures {
                try rows.total(cells(Words.heading("total")[.current], name(of: measure), totals[measure] ?? Total()))
            }
        }
        try rows.endAndTell()
        sayMoment()
    }

    // MARK: The records of a total

    /// - Parameter totals: nil for one record, whose rows are all there.
    func show(_ flows: [ExplainedFlow], of totals: [Measure: Total]? = nil, as format: RowFormat) throws {
        let originals = ledger.originals(of: flows)
        switch format {
        case .json:
            let objects = try zip(flows, originals).map { try object($0, $1) }
            try showObject(totals ?? Self.sum(flows)) { $0.add("rows", objects) }
        case .table, .markdown: try showTable(flows, originals, totals ?? Self.sum(flows), as: format)
        case .jsonl, .csv:
            var rows = rowWriter(for: format, to: Terminal.standardOutput())
            try rows.begin(columns.map { Column($0) })
            for (flow, original) in zip(flows, originals) { try rows.row(cells(flow, original)) }
            try rows.end()
        }
    }

    private static func sum(_ flows: [ExplainedFlow]) -> [Measure: Total] {
        flows.reduce(into: [:]) { sums, explained in
            let flow = explained.flow
            sums[flow.measure] = (sums[flow.measure] ?? Total()) + Total(count: flow.count, fen: flow.fen)
        }
    }

    /// Which total a row belongs to is told where there are several.
    private var columns: [String] { Self.common + (measures.count > 1 ? ["metric"] : []) }

    private static let common = [
        "name", "day", "deed", "count", "amount_fen", "change", "recorded_at", "actor", "reason", "file", "row",
        "byte_offset", "original", "original_state",
    ]

    private func cells(_ explained: ExplainedFlow, _ original: OriginalRow) throws(StoreError) -> [Cell] {
        let note = try ledger.note(ofChange: explained.change)
        let source = explained.source
        var cells: [Cell] = [
            .text(explained.name), .text("\(explained.flow.day)"), .text(explained.deed),
            .integer(explained.flow.count), hasMoney ? .integer(explained.flow.fen) : .null,
            .integer(explained.change), .text(note.recordedAt), .text(note.actor),
            note.reason.map(Cell.text) ?? .null, source.map { .text($0.file) } ?? .null,
            source.map { .integer($0.row) } ?? .null, source?.offset.map(Cell.integer) ?? .null,
            original.text.map(Cell.text) ?? .null, .text(Words.state(of: original)),
        ]
        if measures.count > 1 { cells.append(.text(name(of: explained.flow.measure))) }
        return cells
    }

    private func object(_ explained: ExplainedFlow, _ original: OriginalRow) throws(StoreError) -> JSONObject {
        var object = JSONObject()
        for (name, cell) in zip(columns, try cells(explained, original)) { object.add(name, cell) }
        return object
    }

    private func showTable(
        _ flows: [ExplainedFlow], _ originals: [OriginalRow], _ totals: [Measure: Total], as format: RowFormat
    ) throws {
        var rows = SpokenRows(format, of: noun)
        let right: Set = ["count", "yuan", "change"]
        let columns = ["name", "day", "deed", "count"] + (hasMoney ? ["yuan"] : []) + ["change", "source", "original"]
        try rows.begin(
            columns.map { Column($0, alignment: right.contains($0) ? .right : .left, groupsThousands: $0 == "count") })
        for (explained, original) in zip(flows, originals) {
            let flow = explained.flow
            let source = explained.source.map { "\($0.file):\($0.row)" } ?? ""
            try rows.row(
                [.text(explained.name), .text("\(flow.day)"), .text(explained.deed), .integer(flow.count)]
                    + (hasMoney ? [amount(flow.fen, true)] : [])
                    + [.integer(explained.change), .text(source), .text(Words.of(original)[.current])])
        }
        for (title, total) in totalLines(totals) {
            try rows.total(
                [.text(title), .null, .null, .integer(total.count)] + (hasMoney ? [amount(total.fen, true)] : [])
                    + [.null, .null, .null])
        }
        try rows.endAndTell()
        sayMoment()
    }

    private func amount(_ fen: Int64, _ isForPeople: Bool) -> Cell {
        isForPeople ? .text(Amount(fen: fen).groupedYuan) : .integer(fen)
    }

    private func showObject(_ totals: [Measure: Total], _ add: (inout JSONObject) -> Void) throws {
        var object = JSONObject()
        object.add("as_of", .text("\(asOf)"))
        object.add("known_at", moment.map { .text($0.recordedAt) } ?? .null)
        object.add("change", moment.map { .integer($0.change) } ?? .null)
        object.add("noun", .text(noun.rawValue))
        if measures.count == 1 {
            let whole = totals[measures[0], default: Total()]
            object.add("count", .integer(whole.count))
            object.add("amount_fen", hasMoney ? .integer(whole.fen) : .null)
        } else {
            object.add(
                "totals",
                measures.map { measure in
                    var object = JSONObject()
                    object.add("metric", .text(name(of: measure)))
                    object.add("count", .integer(totals[measure, default: Total()].count))
                    object.add("amount_fen", hasMoney ? .integer(totals[measure, default: Total()].fen) : .null)
                    return object
                })
        }
        add(&object)
        try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
    }

    private func sayMoment() {
        if let moment { Terminal.say(Words.times(asOf, moment)) }
    }
}
