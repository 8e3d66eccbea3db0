import Registry
import RegistryImport
import Spreadsheets

/// What a look at a file found, as one JSON object.
enum InspectionView {
    static func object(_ found: FileInspection, _ draft: ProfileDraft) -> JSONObject {
        var object = JSONObject()
        func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .null }
        object.add("file", .text(found.name))
        switch found.kind {
        case .workbook: object.add("form", .text("workbook"))
        case .jsonLines: object.add("form", .text("json_lines"))
        case .delimited(let delimiter):
            object.add("form", .text("delimited"))
            object.add("delimiter", .text(DelimiterName.name(delimiter)))
        }
        let isText = found.kind != .workbook
        object.add("encoding", isText ? .text(found.encoding.rawValue) : .null)
        object.add("encoding_told_by", isText ? .text("\(found.encodingSign)") : .null)
        object.add("is_compressed", .boolean(found.isCompressed))
        object.add("sheet", text(found.sheet))
        object.add("other_sheets", texts: found.otherSheets)
        object.add("heading_row", .integer(Int64(found.headingRow)))
        object.add("is_heading_known", .boolean(found.isHeadingKnown))
        object.add("preamble", texts: found.preamble)
        object.add("title_unit", text(found.titleUnit?.rawValue))
        object.add("kind", .text(found.noun.plural))
        object.add("is_kind_known", .boolean(found.isNounKnown))
        object.add("missing", texts: found.missing.map(\.name))
        object.add("columns", found.columns.map(column))
        object.add("rows_read", .integer(Int64(found.rowsRead)))
        object.add("rows_set_aside", .integer(Int64(found.rowsSetAside)))
        object.add("rows_at_fault", .integer(Int64(found.rowsAtFault)))
        object.add("is_cut_short", .boolean(found.isCutShort))
        object.add("row_faults", found.rowFaults.map(fault))
        object.add(
            "first_rows",
            found.firstRows.map { row, values in
                var stored = JSONObject()
                stored.add("row", .integer(Int64(row)))
                for (field, value) in values { stored.add(field, .text(value.english)) }
                return stored
            })
        object.add("profile", .text(draft.text))
        return object
    }

    private static func column(_ column: FileInspection.ColumnFinding) -> JSONObject {
        var object = JSONObject()
        object.add("heading", .text(column.heading))
        object.add("fields", texts: column.fields)
        object.add("is_known", .boolean(column.use != .unknown))
        object.add("unit", column.unit.map { .text($0.rawValue) } ?? .null)
        object.add("filled", .integer(Int64(column.filled)))
        object.add("nearest", texts: column.nearest.map(\.heading))
        object.add("doubles", column.doubles.map(Cell.text) ?? .null)
        object.add("examples", texts: column.examples)
        var forms = JSONObject()
        for (form, count) in column.days.counts.sorted(by: { $0.key < $1.key }) where column.use != .unknown {
            forms.add(form, .integer(Int64(count)))
        }
        object.add("day_forms", forms)
        object.add("day_order", .text(order(column.days.order)))
        object.add(
            "unmapped_words",
            column.wordsInOrder.map { word, count in
                var unmapped = JSONObject()
                unmapped.add("word", .text(word))
                unmapped.add("count", .integer(Int64(count)))
                unmapped.add(
                    "perhaps", column.vocabulary.flatMap { likelyTerm(word, in: $0) }.map(Cell.text) ?? .null)
                return unmapped
            })
        object.add("without_unit", .integer(Int64(column.withoutUnit)))
        object.add("faults", column.faults.map(fault))
        object.add("fault_count", .integer(Int64(column.faultCount)))
        return object
    }

    private static func order(_ order: DayForms.Order) -> String {
        switch order {
        case .notAsked: "not_asked"
        case .certain(let order): order
        case .ambiguous: "ambiguous"
        case .mixed: "mixed"
        }
    }

    private static func fault(_ fault: Rejection) -> JSONObject {
        var object = JSONObject()
        object.add("row", .integer(fault.row))
        object.add("column", fault.column.map(Cell.text) ?? .null)
        object.add("message", .text(Words.of(fault.refusal)[.current]))
        return object
    }
}
