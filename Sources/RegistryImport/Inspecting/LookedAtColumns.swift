import Registry
import Spreadsheets

/// What the cells of each column look like, before they are read as anything.
struct LookedAtColumns {
    private(set) var columns: [FileInspection.ColumnFinding] = []
    private(set) var rows = 0
    private let dayColumns: [Bool]
    private static let mostExamples = 3

    init(_ map: ColumnMap, doubled: [(heading: String, field: String)], known: KnownHeadings) {
        let fields = map.noun.fields
        var dayColumns: [Bool] = []
        for (heading, use) in zip(map.headings, map.uses) {
            var names: [String] = []
            var unit: MoneyUnit?
            var vocabulary: Vocabulary?
            switch use {
            case .field(let field, let own):
                (names, unit) = ([fields[field].name], own)
                if case .term(let words) = fields[field].kind { vocabulary = words }
            case .period(let from, let until): names = [fields[from].name, fields[until].name]
            case .kindOrMode:
                names = ["kind", "mode"]
                if let kind = map.noun.place(of: "kind"), case .term(let words) = fields[kind].kind {
                    vocabulary = words
                }
            case .effectiveOn, .events, .passedOver, .unknown: break
            }
            var finding = FileInspection.ColumnFinding(heading: heading.text, use: use, fields: names, unit: unit)
            finding.vocabulary = vocabulary
            finding.doubles = doubled.first { $0.heading == heading.text && use == .unknown }?.field
            if use == .unknown, finding.doubles == nil { finding.nearest = known.nearest(to: heading) }
            columns.append(finding)
            dayColumns.append(
                names.contains { name in
                    if case .day? = map.noun.place(of: name).map({ fields[$0].kind }) { true } else { false }
                })
        }
        self.dayColumns = dayColumns
    }

    /// Of all columns of days together: a file writes them in one way.
    var order: DayForms.Order {
        var all = DayForms()
        for (column, isDay) in zip(columns, dayColumns)
        where isDay || (column.use == .unknown && column.isOfDays) { all.add(column.days) }
        return all.order
    }

    mutating func takeForms(of record: CSVRecord) {
        guard !record.isBlank else { return }
        rows += 1
        for place in 0..<min(record.fieldCount, columns.count) {
            let cell = record.field(place).trimmed
            guard !cell.isEmpty else { continue }
            columns[place].filled += 1
            guard cell.count <= 200 else { continue }
            let text = cell.text
            if columns[place].examples.count < Self.mostExamples, !columns[place].examples.contains(text) {
                columns[place].examples.append(text)
            }
            let isPeriod = if case .period = columns[place].use { true } else { false }
            if isPeriod {
                for part in text.split(whereSeparator: { "至到~～—".contains($0) }) {
                    columns[place].days.add(String(part.filter { $0 != " " }))
                }
            } else if dayColumns[place] || rows <= 1000 {
                columns[place].sampled += 1
                if columns[place].days.add(text) {
                    columns[place].looksLikeDay += 1
                } else if text.contains(where: { "0"..."9" ~= $0 }), text.allSatisfy({ "0123456789.,".contains($0) }) {
                    columns[place].looksLikeNumber += 1
                }
            }
        }
    }
}
