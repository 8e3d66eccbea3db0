/// Which of the words of the program somebody meant who typed another one.
enum Spelling {
    /// The word nearest to what was typed: one slip away, or two of what has four letters, a quarter of what has more than
    /// eight; the first of equals. A slip is a letter too many, too few or another one, or two that changed places.
    static func nearest(to typed: String, among words: [String]) -> String? {
        let letters = Array(typed)
        var most = letters.count < 4 ? 1 : max(2, letters.count / 4)
        var best: String?
        for word in words where abs(word.count - letters.count) <= most {
            let slips = slips(letters, Array(word))
            guard slips <= most else { continue }
            (best, most) = (word, slips - 1)
        }
        return best
    }

    /// The optimal string alignment distance.
    static func slips(_ typed: [Character], _ word: [Character]) -> Int {
        var (earlier, row): ([Int], [Int]) = ([], Array(0...word.count))
        for (i, a) in typed.enumerated() {
            var next = [i + 1]
            for (j, b) in word.enumerated() {
                var least = min(row[j] + (a == b ? 0 : 1), row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a == word[j - 1], b == typed[i - 1] { least = min(least, earlier[j - 1] + 1) }
                next.append(least)
            }
            (earlier, row) = (row, next)
        }
        return row[word.count]
    }
}
