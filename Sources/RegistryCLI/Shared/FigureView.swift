import Registry
import Spreadsheets

/// A published figure beside the computed one, both in the unit that was printed.
struct FigureView {
    let figure: Figure
    /// Fen, or records.
    let value: Int64

    init(_ figure: Figure, computed value: Int64) {
        self.figure = figure
        self.value = value
    }

    var verdict: Verdict { figure.verdict(computed: value) }

    /// Exact, in the figure's unit, without trailing zeros.
    var computed: String {
        var places = 0
        var size = figure.unit.size
        while size > 1 {
            size /= 10
            places += 1
        }
        guard places > 0 else { return String(value) }
        var text = Amount.decimal(fen: value, places: places)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return text
    }

    func object() -> JSONObject {
        var object = JSONObject()
        object.add("as_of", .text("\(figure.asOf)"))
        object.add("metric", .text(figure.metric.rawValue))
        object.add("comparison", .text(figure.comparison.rawValue))
        object.add("published", .decimal(figure.value.description.replacing(",", with: "")))
        object.add("unit", .text("\(figure.unit)"))
        object.add("computed", .decimal(computed))
        object.add("verdict", .text(verdict.rawValue))
        object.add("published_on", .text("\(figure.publishedOn)"))
        object.add("source", .text(figure.source))
        return object
    }
}
