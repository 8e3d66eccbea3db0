/// Rows as JSON objects, one a line, whose keys are the column names in the order of the columns.
package struct JSONRows: RowWriter {
    package enum Layout: Sendable {
        /// One array: `[`, an object a line, `]`.
        case array
        /// Objects alone, a line each (JSON lines).
        case lines
    }

    private let sink: any ByteSink
    private let layout: Layout
    private var columns: [Column] = []
    private var openings: [[UInt8]] = []
    private var line: [UInt8] = []
    private var text = RawJSONText()
    private var isFirst = true

    package init(_ layout: Layout, to sink: any ByteSink) {
        self.layout = layout
        self.sink = sink
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        isFirst = true
        openings = columns.enumerated().map { position, column in
            var opening = Array((position == 0 ? "" : ", ").utf8)
            JSONText.append(column.name, to: &opening)
            opening.append(contentsOf: ": ".utf8)
            return opening
        }
        if layout == .array { try sink.write("[") }
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) {
        try columns.check(cells.count)
        beginObject()
        for (opening, cell) in zip(openings, cells) {
            line.append(contentsOf: opening)
            JSONText.append(cell, to: &line)
        }
        try endObject()
    }

    package mutating func rawRow(_ cells: [RawCell]) throws(WriteError) {
        try columns.check(cells.count)
        beginObject()
        for (opening, cell) in zip(openings, cells) {
            line.append(contentsOf: opening)
            try append(cell)
        }
        try endObject()
    }

    private mutating func append(_ cell: RawCell) throws(WriteError) {
        switch cell {
        case .null: JSONText.appendNull(to: &line)
        case .integer(let number): JSONText.append(number, to: &line)
        case .real(let number): JSONText.append(decimal: "\(number)", to: &line)
        case .text(let bytes):
            line.append(UInt8(ascii: "\""))
            for piece in bytes.pieces {
                text.append(piece, to: &line)
                try handOn(from: RawCell.pieceSize)
            }
            line.append(UInt8(ascii: "\""))
        case .blob(let bytes):
            line.append(UInt8(ascii: "\""))
            for piece in bytes.pieces {
                RawCell.appendHex(piece, to: &line)
                try handOn(from: RawCell.pieceSize)
            }
            line.append(UInt8(ascii: "\""))
        }
        try handOn(from: RawCell.pieceSize)
    }

    private mutating func beginObject() {
        if layout == .array { line.append(contentsOf: (isFirst ? "\n  " : ",\n  ").utf8) }
        isFirst = false
        line.append(UInt8(ascii: "{"))
    }

    private mutating func endObject() throws(WriteError) {
        line.append(UInt8(ascii: "}"))
        if layout == .lines { line.append(UInt8(ascii: "\n")) }
        try handOn(from: RawCell.pieceSize)
    }

    private mutating func handOn(from least: Int) throws(WriteError) {
        guard line.count >= least else { return }
        try sink.write(line)
        line.removeAll(keepingCapacity: true)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        try handOn(from: 0)
        if layout == .array { try sink.write(isFirst ? "]\n" : "\n]\n") }
        try sink.flush()
        return []
    }
}
