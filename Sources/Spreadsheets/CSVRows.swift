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
        try columns.check(cells.count)
        try write(cells)
    }

    package mutating func rawRow(_ cells: [RawCell]) throws(WriteError) {
        try columns.check(cells.count)
        for cell in cells {
            switch cell {
            case .null: line.appendNull()
            case .integer(let number): line.appendField(number)
            case .real(let number): line.appendField("\(number)")
            case .text(let bytes): line.appendField(bytes)
            case .blob(let bytes): line.appendHexField(bytes)
            }
            if line.byteCount >= RawCell.pieceSize { try handOn() }
        }
        line.endLine()
    }

    /// Lines of raw rows are gathered, since each call of the sink costs as much as a short line.
    private mutating func handOn() throws(WriteError) {
        try line.withBytes { (bytes) throws(WriteError) in try sink.write(bytes.bytes) }
        line.handOn()
    }

    @discardableResult
    package mutating func end() throws(WriteError) -> [RowNotice] {
        try handOn()
        try sink.flush()
        return []
    }

    private mutating func write(_ cells: [Cell]) throws(WriteError) {
        for cell in cells { line.appendField(cell) }
        line.endLine()
        try handOn()
    }
}
