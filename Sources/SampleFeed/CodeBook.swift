/// The codes that venues have given out: `D-2021-0042` has the kind of record, the year, and the venue's number in that year.
struct CodeBook {
    /// How many of them, by venue and by the code's part before the number.
    private var given: [String: Int] = [:]

    mutating func next(_ letter: String, venue: Int, year: Int) -> String {
        let front = "\(letter)-\(year)-"
        let key = "\(venue)/\(front)"
        given[key, default: 0] += 1
        return front + padded(given[key, default: 0], to: 4)
    }
}
