import Registry

/// Sentences with gaps, `{}`, as somebody else's program says them.
enum Sentence {
    /// The text in the language, by the first sentence that it fits; nil where it fits none.
    static func translated(_ text: String, by sentences: [Bilingual], into language: Language) -> String? {
        for sentence in sentences {
            guard let gaps = gaps(of: text, in: sentence.english) else { continue }
            return filled(sentence[language], with: gaps)
        }
        return nil
    }

    static func filled(_ sentence: String, with gaps: [Substring]) -> String {
        var parts = sentence.split(separator: "{}", omittingEmptySubsequences: false)
        let first = parts.removeFirst()
        return zip(gaps, parts).reduce(String(first)) { $0 + $1.0 + $1.1 }
    }

    /// What stands in the gaps of a text that is the sentence.
    static func gaps(of text: String, in sentence: String) -> [Substring]? {
        var parts = sentence.split(separator: "{}", omittingEmptySubsequences: false)[...]
        guard let first = parts.popFirst(), text.hasPrefix(first) else { return nil }
        var rest = text[...].dropFirst(first.count)
        var gaps: [Substring] = []
        while let part = parts.popFirst() {
            if parts.isEmpty {
                guard rest.hasSuffix(part) else { return nil }
                gaps.append(rest.dropLast(part.count))
                rest = ""
            } else {
                guard let found = rest.firstRange(of: part) else { return nil }
                gaps.append(rest[..<found.lowerBound])
                rest = rest[found.upperBound...]
            }
        }
        return rest.isEmpty ? gaps : nil
    }
}
