import Registry
import RegistryProof
import RegistryReports
import RegistryStore
import Spreadsheets

/// What lies between two states, in every format.
struct DifferenceView {
    let difference: Difference
    let ledger: Ledger
    let most: Int
    let withAdded: Bool
    /// Those that moved.
    private let metrics: [Metric]

    init(difference: Difference, ledger: Ledger, most: Int, withAdded: Bool) {
        self.difference = difference
        self.ledger = ledger
        self.most = most
        self.withAdded = withAdded
        let all = difference.kinds.map(\.moved) + difference.changes.map(\.moved)
        metrics = Metric.allCases.filter { metric in
            all.contains { metric.value(of: $0[metric.measure] ?? Total()) != 0 }
        }
    }

    // MARK: For people

    func showTables(as format: RowFormat) throws {
        try table(format, ["noun", "deed", "records"] + metrics.map(\.heading)) { row in
            for kind in difference.kinds {
                try row(
                    [.text(kind.noun.plural), .text(kind.deed.rawValue), .integer(kind.records)]
                        + cells(kind.moved))
            }
        }
        try showChanges(as: format)
        let isCut = try showRecords(as: format)
        try table(format, ["total", "before", "after", "difference"]) { row in
            for metric in Metric.allCases {
                let values = [difference.before, difference.after, difference.moved].map { totals in
                    metric.value(of: totals[metric.measure] ?? Total())
                }
                if metric.isOfServices, values.allSatisfy({ $0 == 0 }) { continue }
                try row([.text(Words.name(of: metric)[.current])] + values.map { Self.cell(metric, $0) })
            }
        }
        if isCut { Terminal.say(Words.firstRecords(most)) }
        Terminal.say(Words.between(difference.from, difference.to, asOf: difference.asOf))
    }

    private func showChanges(as format: RowFormat) throws {
        guard !difference.changes.isEmpty else { return }
        try table(format, ["change", "actor", "command"] + metrics.map(\.heading) + ["reason"]) { row in
            for moves in difference.changes {
                let note = try ledger.note(ofChange: moves.change)
                try row(
                    [.integer(moves.change), .text(note.actor), .text(note.command)] + cells(moves.moved)
                        + [.text(note.reason ?? "")])
            }
        }
        if difference.changesInAll > difference.changes.count {
            Terminal.say(Words.lastChanges(most, of: difference.changesInAll))
        }
    }

    /// - Returns: whether there are more than were shown.
    private func showRecords(as format: RowFormat) throws -> Bool {
        var count = 0
        var isCut = false
        let columns = ["noun", "name", "deed", "change"] + metrics.map(\.heading) + ["fields"]
        var found: [[Cell]] = []
        try difference.records(of: ledger, withAdded: withAdded) { record throws(StoreError) in
            guard count < most else {
                isCut = true
                return false
            }
            count += 1
            found.append(
                [.text(record.noun.rawValue), .text(record.name), .text(record.deed.rawValue), .integer(record.change)]
                    + cells(record.moved) + [.text(record.fields.map(\.words).joined(Bilingual("; ", "；"))[.current])])
            return true
        }
        guard !found.isEmpty else { return false }
        try table(format, columns) { row in for cells in found { try row(cells) } }
        return isCut
    }

    private func table(
        _ format: RowFormat, _ columns: [String], _ fill: (([Cell]) throws -> Void) throws -> Void
    ) throws {
        var rows = SpokenRows(format)
        try rows.begin(columns.map { Column($0, alignment: Self.texts.contains($0) ? .left : .right) })
        try fill { try rows.row($0) }
        try rows.endAndTell()
        try Terminal.show("")
    }

    private static let texts = ["noun", "deed", "name", "actor", "command", "reason", "fields", "total"]
    /// Nothing where a total did not move.
    private func cells(_ moved: [Measure: Total]) -> [Cell] {
        metrics.map { metric in
            let value = metric.value(of: moved[metric.measure] ?? Total())
            return value == 0 ? .null : .text((value > 0 ? "+" : "") + Self.cell(metric, value).plainText)
        }
    }

    private static func cell(_ metric: Metric, _ value: Int64) -> Cell {
        .text(metric.isMoney ? Amount(fen: value).groupedYuan : grouped(String(value)))
    }

    // MARK: For programs

    /// One row a line of any section, under columns that all share.
    func showRows(as format: RowFormat) throws {
        var rows = rowWriter(for: format, to: Terminal.standardOutput())
        try rows.begin(
            (["section", "noun", "name", "deed", "change", "records"] + Metric.allCases.map(\.column)
                + ["fields", "recorded_at", "actor", "command", "reason"]).map { Column($0) })
        func row(
            _ section: String, _ cells: [Cell], _ moved: [Measure: Total], fields: Cell = .null, note: ChangeNote? = nil
        ) throws(WriteError) {
            let values = Metric.allCases.map { Cell.integer($0.value(of: moved[$0.measure] ?? Total())) }
            let told: [Cell] =
                note.map {
                    [.text($0.recordedAt), .text($0.actor), .text($0.command), $0.reason.map(Cell.text) ?? .null]
                }
                ?? [.null, .null, .null, .null]
            try rows.row([.text(section)] + cells + values + [fields] + told)
        }
        for kind in difference.kinds {
            try row(
                "kind", [.text(kind.noun.rawValue), .null, .text(kind.deed.rawValue), .null, .integer(kind.records)],
                kind.moved)
        }
        for moves in difference.changes {
            try row(
                "change", [.null, .null, .null, .integer(moves.change), .null], moves.moved,
                note: ledger.note(ofChange: moves.change))
        }
        try eachRecord { record in
            let fields = record.fields.map(\.words.english).joined(separator: "; ")
            try row(
                "record",
                [
                    .text(record.noun.rawValue), .text(record.name), .text(record.deed.rawValue),
                    .integer(record.change), .null,
                ], record.moved, fields: fields.isEmpty ? .null : .text(fields))
        }
        for (name, totals) in [
            ("before", difference.before), ("after", difference.after), ("difference", difference.moved),
        ] {
            try row("total", [.null, .text(name), .null, .null, .null], totals)
        }
        try rows.end()
    }

    func showObject() throws {
        let sink = Terminal.standardOutput()
        var head = JSONObject()
        head.add("from", Self.object(difference.from))
        head.add("to", Self.object(difference.to))
        head.add("as_of", .text("\(difference.asOf)"))
        head.add(
            "kinds",
            difference.kinds.map { kind in
                var object = JSONObject()
                object.add("noun", .text(kind.noun.rawValue))
                object.add("deed", .text(kind.deed.rawValue))
                object.add("records", .integer(kind.records))
                object.add("moved", Self.object(kind.moved))
                return object
            })
        head.add(
            "changes",
            try difference.changes.map { moves in
                var object = JSONObject()
                object.add(try ledger.note(ofChange: moves.change))
                object.add("moved", Self.object(moves.moved))
                return object
            })
        head.add("changes_in_all", .integer(Int64(difference.changesInAll)))
        // The records are written as they are read, a line each.
        try sink.write(Array(head.bytes.dropLast()))
        try sink.write(", \"records\": [")
        var isFirst = true
        try eachRecord { record in
            try sink.write(isFirst ? "\n" : ",\n")
            isFirst = false
            try sink.write(Self.object(record).bytes)
        }
        var totals = JSONObject()
        totals.add("before", Self.object(difference.before))
        totals.add("after", Self.object(difference.after))
        totals.add("difference", Self.object(difference.moved))
        try sink.write(isFirst ? "], \"totals\": " : "\n], \"totals\": ")
        try sink.write(totals.bytes)
        try sink.write("}\n")
        try sink.flush()
    }

    /// Shows the records, up to as many as are wanted. A failure of the output ends it, and is thrown when it is over.
    private func eachRecord(_ body: (RecordDifference) throws -> Void) throws {
        var count = 0
        var failure: (any Error)?
        try difference.records(of: ledger, withAdded: withAdded) { record throws(StoreError) in
            guard count < most else { return false }
            count += 1
            do { try body(record) } catch { failure = error }
            return failure == nil
        }
        if let failure { throw failure }
    }

    private static func object(_ moment: Moment) -> JSONObject {
        var object = JSONObject()
        object.add("change", .integer(moment.change))
        object.add("known_at", .text(moment.recordedAt))
        object.add("seal", .text(moment.seal))
        return object
    }

    private static func object(_ totals: [Measure: Total]) -> JSONObject {
        var object = JSONObject()
        for metric in Metric.allCases {
            object.add(metric.column, .integer(metric.value(of: totals[metric.measure] ?? Total())))
        }
        return object
    }

    private static func object(_ record: RecordDifference) -> JSONObject {
        var object = JSONObject()
        object.add("noun", .text(record.noun.rawValue))
        object.add("name", .text(record.name))
        object.add("deed", .text(record.deed.rawValue))
        object.add("change", .integer(record.change))
        object.add("moved", Self.object(record.moved))
        object.add(
            "fields",
            record.fields.map { field in
                var object = JSONObject()
                object.add("field", .text(field.field))
                object.add("old", field.old)
                object.add("new", field.new)
                return object
            })
        return object
    }
}

extension FieldDifference {
    /// `amount: 1,200,000.00 → 1,300,000.00`.
    var words: Bilingual {
        let name = isMoney ? String(field.dropLast(4)) : field
        return Bilingual("\(name): ", "\(Words.heading(name).chinese)：") + shown(old) + " → " + shown(new)
    }

    private func shown(_ cell: Cell) -> Bilingual {
        if isMoney, case .integer(let fen) = cell { return Bilingual(same: Amount(fen: fen).groupedYuan) }
        return cell == .null ? Words.none : Words.term(cell.plainText, in: field)
    }
}

extension Metric {
    /// What people read above it.
    fileprivate var heading: String { isMoney ? "\(rawValue)_yuan" : rawValue }
}
