package import Spreadsheets

/// The writer of a form.
///
/// - Parameter width: columns of the terminal that a table must fit; nil never cuts, and the other forms ignore it.
package func rowWriter(for format: RowFormat, to sink: any ByteSink, width: Int? = nil) -> any RowWriter {
    switch format {
    case .table: TextTable(to: sink, width: width)
    case .json: JSONRows(.array, to: sink)
    case .jsonl: JSONRows(.lines, to: sink)
    case .csv: CSVRows(to: sink)
    case .markdown: MarkdownRows(to: sink)
    }
}
