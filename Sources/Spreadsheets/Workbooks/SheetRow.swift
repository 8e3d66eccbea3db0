/// A cell of a sheet as it was read: where its text lies, and what is wrong with it.
struct SheetCell {
    /// Counted from 0.
    var column: Int
    /// The number of a shared text; -1 for one that lies in the batch.
    var shared: Int
    var text: Range<Int>
    var fault: CSVFault.Kind?
}

/// A row of a sheet: its number, and where its cells lie among those read with it.
struct SheetRow {
    let number: Int
    let cells: Range<Int>
}
