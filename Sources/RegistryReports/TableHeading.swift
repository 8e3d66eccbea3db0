/// A heading that stands on several lines where its column is narrow.
struct TableHeading {
    /// It breaks behind `_` and blanks, and beside wide characters, but not before a mark that closes.
    private let pieces: [String]

    init(_ text: String) {
        var pieces: [String] = []
        var previous: Character?
        for character in text {
            if let before = previous, let last = pieces.indices.last, Self.joins(before, character) {
                pieces[last].append(character)
            } else {
                pieces.append(String(character))
            }
            previous = character
        }
        self.pieces = pieces
    }

    private static func joins(_ before: Character, _ character: Character) -> Bool {
        if "）】，。、；：".contains(character) || "（【".contains(before) { return true }
        return before != "_" && before != " " && before.displayWidth == 1 && character.displayWidth == 1
    }

    /// The width of its longest piece.
    var leastWidth: Int { pieces.reduce(0) { max($0, $1.displayWidth) } }

    /// At least one line; a piece that is wider than the column is cut.
    func lines(within width: Int) -> [String] {
        var lines = [""]
        for piece in pieces {
            let piece = piece.displayWidth > width ? piece.cut(to: width) : piece
            if lines[lines.count - 1].displayWidth + piece.displayWidth > width, lines != [""] { lines.append("") }
            lines[lines.count - 1] += piece
        }
        return lines
    }
}
