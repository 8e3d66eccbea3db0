/// Rows as CSV under a heading of column names, each line ended by a line feed.
package struct CSVRows: RowWriter {
    private let sink: any ByteSink
    private var columns: [Column] = []
    private var line = CSVLine()

    package init(to sink: any ByteSink) {
        self.sink = sink
    }

    package mutating func begin(_ columns: [Column]) throws(WriteError) {
        self.columns = columns
        try write(columns.map { .text($0.name) })
    }

    package mutating func row(_ cells: [Cell]) throws(WriteError) {
        try cells.check(against: columns)
        try write(cells)
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        try sink.flush()
        return []
    }

    private mutating func write(_ cells: [Cell]) throws(WriteError) {
        line.clear()
        for cell in cells { line.appendField(cell) }
        line.endLine()
        try line.withBytes { (bytes) throws(WriteError) in try sink.write(bytes.bytes) }
    }
}
