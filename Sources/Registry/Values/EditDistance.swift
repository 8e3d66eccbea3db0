/// How many slips lie between what was written and what was meant: a character too many, too few or another one, or two
/// beside one another that changed places (the optimal string alignment distance).
package enum EditDistance {
    /// - Returns: nil where there are more than `most`.
    package static func slips(_ left: [Character], _ right: [Character], most: Int = .max) -> Int? {
        guard abs(left.count - right.count) <= most else { return nil }
        var (earlier, row): ([Int], [Int]) = ([], Array(0...right.count))
        for (i, a) in left.enumerated() {
            var next = [i + 1]
            next.reserveCapacity(row.count)
            for (j, b) in right.enumerated() {
                var slips = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a == right[j - 1], b == left[i - 1] { slips = min(slips, earlier[j - 1] + 1) }
                next.append(slips)
            }
            (earlier, row) = (row, next)
            // Two rows on, two characters that changed places are one slip.
            if let least = row.min(), least > most, earlier.allSatisfy({ $0 >= most }) { return nil }
        }
        return row[right.count] <= most ? row[right.count] : nil
    }
}
