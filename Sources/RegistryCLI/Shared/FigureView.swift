import Registry
import RegistryStore
import Spreadsheets

/// A published figure beside the computed one, both in the unit that was printed.
struct FigureView {
    let figure: Figure
    /// Fen, or records.
    let value: Int64
    /// The changes that moved it since it was published, where it is off.
    var movers: [FigureMover] = []

    init(_ figure: Figure, computed value: Int64) {
        self.figure = figure
        self.value = value
    }

    func isMovedAlike(_ other: FigureView) -> Bool {
        figure.asOf == other.figure.asOf && figure.metric == other.figure.metric
            && movers.map(\.change.number) == other.movers.map(\.change.number)
    }

    var verdict: Verdict { figure.verdict(computed: value) }

    /// Exact, in the figure's unit, without trailing zeros.
    var computed: String { text(of: value) }

    /// For people: rounded two places behind the last one that was printed, so that what is off shows that it is.
    var computedInShort: String {
        decimalQuotient(value, by: Int64(figure.unit.size), places: figure.value.places + 2)
    }

    private func text(of value: Int64) -> String {
        var places = 0
        var size = figure.unit.size
        while size > 1 {
            size /= 10
            places += 1
        }
        guard places > 0 else { return String(value) }
        return trimmed(Amount.decimal(fen: value, places: places))
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

    /// A change that moved it, with how much in the figure's unit.
    func object(of mover: FigureMover) -> JSONObject {
        var object = JSONObject()
        object.add(mover.change)
        object.add("moved", .decimal(text(of: mover.moved)))
        return object
    }

    /// The changes that moved it, for people: the newest few.
    func sayMovers() {
        let most = 10
        for mover in movers.prefix(most) {
            Terminal.say(Words.mover(mover, of: figure, by: text(of: mover.moved)))
        }
        if movers.count > most {
            Terminal.say(Words.moreMovers(movers.count - most))
        }
    }
}

extension JSONObject {
    /// Who made a change, when, with which command and why.
    mutating func add(_ change: ChangeNote) {
        add("change", .integer(change.number))
        add("recorded_at", .text(change.recordedAt))
        add("actor", .text(change.actor))
        add("command", .text(change.command))
        add("reason", change.reason.map(Cell.text) ?? .null)
    }
}
