import Registry
import RegistryImport
import Spreadsheets

/// An entry of a profile as JSON.
enum ProfileView {
    static func object(_ file: VenueProfile.File) -> JSONObject {
        var object = JSONObject()
        func text(_ value: String?) -> Cell { value.map(Cell.text) ?? .null }
        object.add("match", .text("\(file.match)"))
        object.add("kind", text(file.noun?.plural))
        object.add("encoding", text(file.form.encoding?.rawValue))
        object.add("delimiter", text(file.form.delimiter.map(DelimiterName.name)))
        object.add("sheet", text(file.form.sheet))
        object.add("heading_row", file.headingRow.map { .integer(Int64($0)) } ?? .null)
        object.add("columns", self.object(file.columns))
        object.add("set", self.object(file.constants))
        object.add("code_from", texts: file.codeFrom)
        object.add("unit", text(file.unit?.rawValue))
        object.add("dates", text(file.dayFormat?.description))
        var words = JSONObject()
        for (field, own) in file.words.sorted(by: { $0.key < $1.key }) { words.add(field, self.object(own)) }
        object.add("values", words)
        object.add("full", text(file.full?.rawValue))
        object.add("expected_rows_least", file.expectedRows.map { .integer($0.lowerBound) } ?? .null)
        object.add(
            "expected_rows_most",
            file.expectedRows.flatMap { $0.upperBound == .max ? nil : .integer($0.upperBound) } ?? .null)
        object.add("arrives_by", text(file.arrivesBy?.description))
        object.add("tolerated_rejects", text(file.toleratedRejects?.description))
        object.add("blocks_on", texts: file.blocksOn.map(\.rawValue).sorted())
        return object
    }

    static func object(_ texts: [String: String]) -> JSONObject {
        var object = JSONObject()
        for (key, text) in texts.sorted(by: { $0.key < $1.key }) { object.add(key, .text(text)) }
        return object
    }
}
