/// Rows of a file from first to last, whatever its form.
///
/// A row is lent as a `CSVRecord`. Where the form is not CSV, its offset is -1, and its raw bytes are the values with
/// commas between them.
package protocol RowSource: ~Copyable {
    /// The next row, blank ones included; nil at the end, and ever after.
    mutating func next() throws(ReadingError) -> CSVRecord?
    /// Says how many columns the heading has: a form that leaves empty cells out fills rows up to it.
    mutating func expect(columns: Int)
}

extension RowSource where Self: ~Copyable {
    package mutating func expect(columns: Int) {}
}
