import Registry
import RegistryImport
import Spreadsheets

/// What a look at a file found, line by line, for people.
enum InspectionWords {
    static func lines(_ found: FileInspection) -> [String] {
        var lines = [form(found), headings(found)]
        if !found.otherSheets.isEmpty {
            let others = found.otherSheets.map { found.hiddenSheets.contains($0) ? "\($0) (hidden)" : $0 }
            lines.append("other sheets: \(others.joined(separator: ", "))")
        }
        if let unit = found.titleUnit { lines.append("unit: \(unit.chinese), as the title says") }
        let noun = found.isNounKnown ? "" : " (a guess; say it with --kind)"
        lines.append("rows are read as \(found.noun.plural)\(noun)")
        lines += known(found)
        lines += unknown(found)
        lines += found.columns.compactMap(days)
        for column in found.columns where column.withoutUnit > 0 {
            lines.append("no unit: \(column.heading), \(rows(column.withoutUnit)); tell it with unit")
        }
        lines += found.columns.flatMap(words)
        if !found.missing.isEmpty {
            let fields = found.missing.map { $0.name == "venue" ? "venue (give --venue)" : $0.name }
            lines.append("required and not there: \(fields.joined(separator: ", "))")
        }
        lines.append(
            "rows: \(found.rowsRead) read\(found.isCutShort ? ", and more behind them" : ""), "
                + "\(found.rowsSetAside) set aside below the headings, \(found.rowsAtFault) at fault")
        lines += faults(found)
        for (row, values) in found.firstRows where !values.isEmpty {
            lines.append("row \(row): " + values.map { "\($0.field) \($0.value)" }.joined(separator: " · "))
        }
        return lines
    }

    private static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

    static func kind(_ found: FileInspection) -> String {
        switch found.kind {
        case .workbook: "workbook"
        case .jsonLines: "JSON lines"
        case .delimited(let delimiter): "text with \(delimiterWord(delimiter)) between cells"
        }
    }

    private static func delimiterWord(_ delimiter: UInt8) -> String {
        switch delimiter {
        case UInt8(ascii: ","): "commas"
        case UInt8(ascii: ";"): "semicolons"
        case UInt8(ascii: "\t"): "tabs"
        case UInt8(ascii: "|"): "bars"
        default: "'\(DelimiterName.name(delimiter))'"
        }
    }

    private static func form(_ found: FileInspection) -> String {
        var words = "\(found.name): \(kind(found))"
        if let sheet = found.sheet { words += ", sheet \(sheet)" }
        if found.isCompressed { words += ", compressed" }
        return found.kind == .workbook ? words : words + "; \(found.encoding.rawValue), \(sign(found.encodingSign))"
    }

    static func sign(_ sign: FileInspection.EncodingSign) -> String {
        switch sign {
        case .told: "as told"
        case .mark: "by its byte-order mark"
        case .zeros: "by the zeros in it"
        case .valid: "since all bytes are"
        case .headings: "since its headings are known then"
        case .guess: "a guess: it reads so, but other encodings may too; look at the headings"
        }
    }

    private static func headings(_ found: FileInspection) -> String {
        guard found.kind != .jsonLines else { return "headings: the keys of the objects" }
        var words =
            "headings: row \(found.headingRow)" + (found.isHeadingKnown ? "" : " (a guess: few of them are known)")
        if !found.preamble.isEmpty { words += "; above them: " + found.preamble.prefix(3).joined(separator: " / ") }
        return words
    }

    private static func known(_ found: FileInspection) -> [String] {
        let known = found.columns.filter { !$0.fields.isEmpty }.map { column in
            "\(column.heading) is \(column.fields.joined(separator: "/"))"
                + (column.unit.map { " in \($0.chinese)" } ?? "")
        }
        let passed = found.columns.filter { $0.use == .passedOver }.map(\.heading)
        return (known.isEmpty ? [] : ["known: \(known.joined(separator: ", "))"])
            + (passed.isEmpty ? [] : ["of no meaning here: \(passed.joined(separator: ", "))"])
    }

    private static func unknown(_ found: FileInspection) -> [String] {
        found.columns.filter { $0.use == .unknown && !$0.heading.isEmpty }.map { column in
            var words = "not known: \(column.heading)"
            if let field = column.doubles {
                words += ", which would be \(field), as another heading is"
            } else if !column.nearest.isEmpty {
                words += "; near: " + column.nearest.map { "\($0.heading) (\($0.field))" }.joined(separator: ", ")
            }
            return column.examples.isEmpty
                ? words + "; empty" : words + "; as \(column.examples.joined(separator: " | "))"
        }
    }

    private static func days(_ column: FileInspection.ColumnFinding) -> String? {
        let isDay = column.use != .unknown && !column.days.counts.isEmpty
        guard isDay else { return nil }
        let forms = column.days.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
            .map { "\($0.key) (\($0.value))" }.joined(separator: ", ")
        let order =
            switch column.days.order {
            case .notAsked: ""
            case .certain(let order): "; the order is \(order)"
            case .ambiguous: "; whether day or month is first cannot be told"
            case .mixed: "; some can only have the day first, some only the month"
            }
        return "days: \(column.heading) as \(forms)\(order)"
    }

    private static func words(_ column: FileInspection.ColumnFinding) -> [String] {
        guard !column.words.isEmpty, let vocabulary = column.vocabulary else { return [] }
        let shown = column.wordsInOrder.prefix(20).map { word, count in
            "\(word) (\(count))" + (likelyTerm(word, in: vocabulary).map { ", perhaps \($0)" } ?? "")
        }
        let more = column.words.count - shown.count
        return [
            "words of no \(vocabulary.name): \(column.heading): \(shown.joined(separator: "; "))"
                + (more > 0 || column.wordsOmitted > 0 ? "; and more" : "")
        ]
    }

    private static func faults(_ found: FileInspection) -> [String] {
        let all = found.rowFaults + found.columns.flatMap(\.faults)
        let count = found.rowFaultCount + found.columns.reduce(0) { $0 + $1.faultCount }
        let lines = all.map { fault in
            "\(found.name):\(fault.row)" + (fault.column.map { ":\($0)" } ?? "") + ": \(Words.of(fault.refusal))"
        }
        return lines + (count > lines.count ? ["and \(count - lines.count) faults more"] : [])
    }
}
