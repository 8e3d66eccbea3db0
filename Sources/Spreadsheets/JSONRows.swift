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
        try cells.check(against: columns)
        line.removeAll(keepingCapacity: true)
        if layout == .array { line.append(contentsOf: (isFirst ? "\n  " : ",\n  ").utf8) }
        isFirst = false
        line.append(UInt8(ascii: "{"))
        for (opening, cell) in zip(openings, cells) {
            line.append(contentsOf: opening)
            JSONText.append(cell, to: &line)
        }
        line.append(UInt8(ascii: "}"))
        if layout == .lines { line.append(UInt8(ascii: "\n")) }
        try sink.write(line)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        if layout == .array { try sink.write(isFirst ? "]\n" : "\n]\n") }
        try sink.flush()
        return []
    }
}
