import Registry

extension RowsRecording {
    /// The field under which is told what is wrong with a row for what stands elsewhere.
    var fieldOfRefusal: String { noun == .certificate ? "deal" : "amount" }

    /// Whether anything is wrong with rows now that they are recorded.
    func rejectRows(_ refusals: [Int64: Refusal]) -> Bool {
        for (row, refusal) in refusals.sorted(by: { $0.key < $1.key }) where !rejections.has(row: row) {
            rejections.add(Rejection(row: row, column: heading(fieldOfRefusal), value: nil, refusal: refusal))
        }
        return !refusals.isEmpty
    }
}
