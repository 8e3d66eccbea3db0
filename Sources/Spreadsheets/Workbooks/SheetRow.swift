/// A cell of a sheet as it was read: where its text lies, and what is wrong with it.
struct SheetCell {
    /// Counted from 0.
    var column: Int
    /// The number of a shared text; -1 for one that lies in the batch.
    var shared: Int
    var text: Range<Int>
    var fault: CSVFault.Kind?
}

/// Some rows of a sheet, read together.
struct SheetBatch {
    struct Row {
        let number: Int
        let cells: Range<Int>
    }

    var rows: [Row] = []
    var cells: [SheetCell] = []
    let texts = ByteRoom(capacity: 1 << 16)
}
