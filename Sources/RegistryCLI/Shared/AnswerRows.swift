import RegistryReports
import RegistryStore
import Spreadsheets

/// The rows of a statement on their way to standard output, and their number.
final class AnswerRows {
    private(set) var count = 0
    private let names: [String]
    private let format: RowFormat
    private var writer: any RowWriter

    init(_ names: [String], as format: RowFormat) throws(InquiryFault) {
        self.names = names
        self.format = format
        writer = rowWriter(for: format, to: Terminal.standardOutput(), width: Terminal.width)
        // An object has each key once.
        guard format == .json || format == .jsonl else { return }
        var seen: Set<String> = []
        if let twice = names.first(where: { !seen.insert($0).inserted }) { throw .sameName(twice) }
    }

    func take(_ cells: [RawCell]) throws(WriteError) {
        if count == 0 { try writer.begin(zip(names, cells).map { name, cell in Column(answer: name, first: cell) }) }
        count += 1
        try writer.rawRow(cells)
    }

    func finish() throws(WriteError) {
        if count == 0 { try writer.begin(names.map { Column(answer: $0, first: .null) }) }
        try writer.endAndTell()
    }
}

extension Column {
    /// A column under the name that the statement gave it. Its first value tells whether numbers stand in it; where that is
    /// null, the first that is not.
    fileprivate init(answer name: String, first: RawCell) {
        let known = Column.ofView(name)
        switch first {
        case .integer, .real: self.init(name, alignment: .right, groupsThousands: known.groupsThousands)
        case .text, .blob: self.init(name)
        case .null: self.init(name, alignment: .ofValues, groupsThousands: known.groupsThousands)
        }
    }
}
