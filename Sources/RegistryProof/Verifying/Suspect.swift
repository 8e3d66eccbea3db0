/// A version of a row that is not what its stored check says: either of the two was altered, which its seal tells.
struct Suspect {
    let id: Int64
    let change: Int64
    /// Whether it was replaced, so that it lies in the table's history.
    let isReplaced: Bool
    /// The row as it would be sealed now.
    let line: [UInt8]
    /// The check that was kept of the sealed row; nil where there is none.
    let check: UInt32?
}
