import Registry
import RegistryImport
import RegistryReports
import RegistryStore
import Spreadsheets

/// What an import says: errors and notices on standard error, its counts on standard output.
enum ImportTalk {
    /// `FILE:ROW:COLUMN: what is wrong, with the value and the mend`.
    static func say(_ report: FileReport, path: String, isDryRun: Bool = false) {
        let path = report.sheet.map { "\(path)[\($0)]" } ?? path
        func say(_ words: Bilingual) { Terminal.say(Words.file(path, words)) }
        if let refusal = report.refusal { say(Words.of(refusal)) }
        self.say(report.rejections, path: path)
        if report.rejectionsOmitted > 0 { say(Words.moreErrors(report.rejectionsOmitted)) }
        for notice in report.notices { say(Words.of(notice)) }
        if report.outcome != .refused, report.counts.rejected > 0 {
            say(Words.rejected(report, isDryRun: isDryRun))
        } else if report.faultyRows > 0 {
            say(Words.noneRecorded(report.faultyRows, of: report.counts.read))
        }
    }

    static func say(_ rejections: [Rejection], path: String) {
        for rejection in rejections { Terminal.say(Words.place(rejection, in: path)) }
    }

    static func show(_ reports: [FileReport], as format: RowFormat, isDryRun: Bool) throws(WriteError) {
        let sink = Terminal.standardOutput()
        switch format {
        case .json:
            try sink.write("[\n")
            for (place, report) in reports.enumerated() {
                try sink.write(object(report, isDryRun: isDryRun).bytes)
                try sink.write(place + 1 < reports.count ? ",\n" : "\n")
            }
            try sink.write("]\n")
        case .jsonl:
            for report in reports {
                try sink.write(object(report, isDryRun: isDryRun).bytes)
                try sink.write("\n")
            }
        case .table, .csv, .markdown:
            var rows = SpokenRows(format, to: sink)
            try rows.begin(
                [Column("file"), Column("kind"), Column("outcome")]
                    + ["read", "new", "changed", "unchanged", "rejected", "set_aside", "change"]
                    .map {
                        // What is new in a change of a record is its new value.
                        Column(
                            $0, heading: $0 == "new" ? Words.newRows[.current] : nil, alignment: .right,
                            groupsThousands: $0 != "change")
                    })
            for report in reports {
                try rows.row(
                    [.text(report.name), report.kind.map(Cell.text) ?? .null, .text(report.outcomeName)]
                        + counts(report).map { .integer($0.1) } + [report.receipt.map { .integer($0.change) } ?? .null])
            }
            try rows.endAndTell()
        }
        try sink.flush()
        sayMoves(reports, isDryRun: isDryRun)
    }

    private static func counts(_ report: FileReport) -> [(String, Int64)] {
        let counts = report.counts
        return [
            ("read", counts.read), ("new", counts.new), ("changed", counts.changed), ("unchanged", counts.unchanged),
            ("rejected", counts.rejected), ("set_aside", counts.setAside),
        ]
    }

    static func object(_ report: FileReport, isDryRun: Bool) -> JSONObject {
        var object = JSONObject()
        object.add("file", .text(report.name))
        object.add("sheet", report.sheet.map(Cell.text) ?? .null)
        object.add("kind", report.kind.map(Cell.text) ?? .null)
        object.add("outcome", .text(report.outcomeName))
        for (name, count) in counts(report) { object.add(name, .integer(count)) }
        object.add("conflicts", .integer(report.counts.conflicts))
        // Of those; the others are rows that contradict a hand.
        object.add("duplicates", .integer(report.doubts[.duplicate] ?? 0))
        object.add("powers_of_ten", .integer(report.doubts[.powerOfTen] ?? 0))
        object.add("missing", .integer(report.counts.missing))
        object.add("change", report.receipt.map { .integer($0.change) } ?? .null)
        object.add("seal", report.receipt.map { .text($0.seal) } ?? .null)
        object.add("dry_run", .boolean(isDryRun))
        object.add("errors", errors(report))
        object.add("errors_omitted", .integer(Int64(report.rejectionsOmitted)))
        object.add(
            "notices",
            report.notices.map { notice in
                var said = JSONObject()
                said.add("message", .text(Words.of(notice)[.current]))
                return said
            })
        object.add("moved", objects(ofMoved: report.moved))
        object.add(
            "figures",
            report.figures.map { move in
                var moved = FigureView(move.figure, computed: move.after).object()
                moved.add("before", .decimal(FigureView(move.figure, computed: move.before).computed))
                return moved
            })
        return object
    }

    private static func errors(_ report: FileReport) -> [JSONObject] {
        var errors: [JSONObject] = []
        for words in [report.refusal.map(Words.of), report.left.map(Words.of)].compactMap({ $0 }) {
            var error = JSONObject()
            for name in ["row", "column", "value"] { error.add(name, .null) }
            error.add("message", .text(words[.current]))
            errors.append(error)
        }
        for rejection in report.rejections {
            var error = JSONObject()
            error.add("row", .integer(rejection.row))
            error.add("column", rejection.column.map(Cell.text) ?? .null)
            error.add("value", rejection.value.map(Cell.text) ?? .null)
            error.add("message", .text(Words.of(rejection.refusal)[.current]))
            errors.append(error)
        }
        return errors
    }

    /// What all files together move: records, yuan, and each published figure.
    private static func sayMoves(_ reports: [FileReport], isDryRun: Bool) {
        var moved: [Measure: Total] = [:]
        for report in reports { moved.merge(report.moved, uniquingKeysWith: +) }
        guard !moved.isEmpty else { return }
        say(moved: moved, isDryRun: isDryRun)
        var figures: [(figure: Figure, before: Int64, after: Int64)] = []
        for move in reports.flatMap(\.figures) {
            if let place = figures.firstIndex(where: { $0.figure == move.figure }) {
                figures[place].after = move.after
            } else {
                figures.append((move.figure, move.before, move.after))
            }
        }
        for move in figures {
            Terminal.say(
                Words.figure(
                    FigureView(move.figure, computed: move.before), FigureView(move.figure, computed: move.after)))
        }
    }

    /// What a change moves, measure by measure.
    static func say(moved: [Measure: Total], isDryRun: Bool) {
        guard !moved.isEmpty else { return }
        Terminal.say(Words.moved(isDryRun: isDryRun))
        for measure in Measure.allCases {
            guard let total = moved[measure] else { continue }
            Terminal.say(Words.moved(measure, by: total))
        }
    }

    static func objects(ofMoved moved: [Measure: Total]) -> [JSONObject] {
        Measure.allCases.compactMap { measure in
            guard let total = moved[measure] else { return nil }
            var object = JSONObject()
            object.add("measure", .text(measure.rawValue))
            object.add("count", .integer(total.count))
            object.add("amount_fen", .integer(total.fen))
            return object
        }
    }
}
