import ArgumentParser

/// Items that are named by a letter and a number: `R12`, `R12-R20`.
enum ItemNumbers {
    /// The most items that a range may name.
    private static let longestRange: Int64 = 100_000

    /// The items that are named, each once; nil where something else is.
    static func read(_ words: [String], letter: Character) throws -> [Int64]? {
        var numbers: [Int64] = []
        var seen = Set<Int64>()
        for word in words {
            let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { number($0, letter) }
            guard let first = ends.first ?? nil, ends.count <= 2, let last = ends.last ?? nil else { return nil }
            guard first <= last, last - first < longestRange else {
                throw ValidationError(Words.noRange(word, letter: letter))
            }
            for number in first...last where seen.insert(number).inserted { numbers.append(number) }
        }
        return numbers
    }

    private static func number(_ word: Substring, _ letter: Character) -> Int64? {
        guard word.first?.uppercased() == String(letter) else { return nil }
        return Int64(word.dropFirst()).flatMap { $0 > 0 ? $0 : nil }
    }
}
