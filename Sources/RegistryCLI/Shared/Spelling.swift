import Registry

/// Which of the words of the program somebody meant who typed another one.
enum Spelling {
    /// The word nearest to what was typed: one slip away, or two of what has four letters, a quarter of what has more than
    /// eight; the first of equals.
    static func nearest(to typed: String, among words: [String]) -> String? {
        let letters = Array(typed)
        var most = letters.count < 4 ? 1 : max(2, letters.count / 4)
        var best: String?
        for word in words where abs(word.count - letters.count) <= most {
            guard let slips = EditDistance.slips(letters, Array(word), most: most) else { continue }
            (best, most) = (word, slips - 1)
        }
        return best
    }
}
