import Registry

extension RowsRecording {
    /// Whether anything is wrong with rows now that they are recorded.
    func rejectRows(_ refusals: [Int64: Refusal]) -> Bool {
        for (row, refusal) in refusals.sorted(by: { $0.key < $1.key }) where !rejections.has(row: row) {
            rejections.add(Rejection(row: row, column: heading("amount"), value: nil, refusal: refusal))
        }
        return !refusals.isEmpty
    }
}
