import Registry
import RegistryReports
import Spreadsheets

/// Rows for people in their language: headings, and the codes of vocabularies. What programs read is left as it is.
struct SpokenRows: RowWriter {
    private var rows: any RowWriter
    private let isForPeople: Bool
    private let noun: Noun?
    /// By the place of their columns.
    private var keys: [String] = []

    /// - Parameters:
    ///   - width: columns of the terminal that a table must fit; nil never cuts.
    ///   - noun: of the records in the rows, where they are of one.
    init(
        _ format: RowFormat, of noun: Noun? = nil, to sink: any ByteSink = Terminal.standardOutput(),
        width: Int? = Terminal.width
    ) {
        rows = rowWriter(for: format, to: sink, width: width)
        isForPeople = format.isForPeople
        self.noun = noun
    }

    mutating func begin(_ columns: [Column]) throws(WriteError) {
        keys = columns.map(\.name)
        try rows.begin(isForPeople && Language.current != .english ? columns.map(spoken) : columns)
    }

    private func spoken(_ column: Column) -> Column {
        column.heading == nil ? column.under(Words.heading(column.name, of: noun)[.current]) : column
    }

    mutating func row(_ cells: [Cell]) throws(WriteError) { try rows.row(spoken(cells)) }
    mutating func total(_ cells: [Cell]) throws(WriteError) { try rows.total(spoken(cells)) }
    @discardableResult mutating func end() throws(WriteError) -> [RowNotice] { try rows.end() }

    private func spoken(_ cells: [Cell]) -> [Cell] {
        guard isForPeople, Language.current != .english else { return cells }
        return zip(keys, cells).map { key, cell in
            guard case .text(let code) = cell else { return cell }
            return .text(Words.term(code, in: key, of: noun)[.current])
        } + cells.dropFirst(keys.count)
    }
}

extension RowWriter {
    /// Completes the rows, and says what the reader should be told of them.
    mutating func endAndTell() throws(WriteError) {
        for words in Words.of(try end()) { Terminal.say(words) }
    }
}
