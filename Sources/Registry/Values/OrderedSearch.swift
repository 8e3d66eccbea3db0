extension Array {
    /// Of an array in which what fulfils a condition comes last, the place of the first that does; the end where none does.
    @inlinable
    package func firstPlace(where isBeyond: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
