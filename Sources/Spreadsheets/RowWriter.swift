/// Writes one set of rows in one form: `begin`, any number of `row`, perhaps `total`, then `end`.
///
/// Every method throws what the sink throws, and `wrongCellCount` for a row that does not fit its columns.
package protocol RowWriter {
    mutating func begin(_ columns: [Column]) throws(WriteError)
    mutating func row(_ cells: [Cell]) throws(WriteError)
    /// A row that lies in another's memory, of which nothing is kept but what is on its way out.
    mutating func rawRow(_ cells: [RawCell]) throws(WriteError)
    /// A row of sums behind all others, for people: a table and Markdown show it, the forms for machines leave it out.
    mutating func total(_ cells: [Cell]) throws(WriteError)
    /// Completes the form and flushes the sink. Returns what the reader should be told on stderr.
    @discardableResult mutating func end() throws(WriteError) -> [RowNotice]
}

extension RowWriter {
    package mutating func rawRow(_ cells: [RawCell]) throws(WriteError) { try row(cells.map(\.cell)) }
    package mutating func total(_ cells: [Cell]) throws(WriteError) {}
}

/// What happened to rows on their way to a reader, other than an error.
package enum RowNotice: Sendable, Equatable {
    /// Cells of one column, named as people read it, were shortened to `width` terminal columns so that the table fits.
    case columnCut(heading: String, cells: Int, width: Int)
    /// A column, named as people read it, had no room beside the others in the terminal.
    case columnLeftOut(heading: String)
    /// Texts of so many bytes and more were cut there, whatever the width of the terminal.
    case longCut(bytes: Int)
    /// The table stays wider than asked, in terminal columns: no text is left that could be cut, and no column that could go.
    case wider(width: Int, asked: Int)
}

extension [Column] {
    /// Refuses a row that has another number of cells than there are columns.
    package func check(_ cellCount: Int) throws(WriteError) {
        if cellCount != count { throw .wrongCellCount(found: cellCount, expected: count) }
    }
}
