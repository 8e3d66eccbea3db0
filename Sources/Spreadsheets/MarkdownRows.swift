/// Rows as a Markdown table, in the form of GitHub's specification (GFM, section 4.10).
///
/// A pipe, a backslash and `<` are escaped; a line break or any other control character becomes a space. A total
/// stands last, in the same form as a row.
package struct MarkdownRows: RowWriter {
    private let sink: any ByteSink
    private var columns: [Column] = []

    package init(to sink: any ByteSink) {
        self.sink = sink
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        try write(columns.map { Self.escaped($0.title) })
        try write(columns.map { $0.alignment == .right ? "---:" : "---" })
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) {
        try columns.check(cells.count)
        try write(cells.map { Self.escaped($0.plainText) })
    }

    package mutating func rawRow(_ cells: [RawCell]) throws(WriteError) {
        try columns.check(cells.count)
        for cell in cells {
            try sink.write("| ")
            switch cell {
            case .text(let bytes):
                for piece in bytes.pieces { try sink.write(Self.escaped(String(decoding: piece, as: UTF8.self))) }
            case .blob(let bytes):
                for piece in bytes.pieces { try sink.write(RawCell.hex(piece)) }
            default: try sink.write(cell.cell.plainText)
            }
            try sink.write(" ")
        }
        try sink.write("|\n")
    }

    package mutating func total(_ cells: [Cell]) throws(WriteError) {
        try row(cells)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        try sink.flush()
        return []
    }

    private func write(_ cells: [String]) throws(WriteError) {
        try sink.write("| " + cells.joined(separator: " | ") + " |\n")
    }

    /// A text as a cell, or within a line. Looks at single scalars: a pipe with an accent on it still divides cells.
    package static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "|", "\\", "<": result.append(contentsOf: ["\\", scalar])
            case "\n" where previous == "\r": break
            case _ where scalar.isControlOrLineBreak: result.append(" ")
            default: result.append(scalar)
            }
            previous = scalar
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    fileprivate var isControlOrLineBreak: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
