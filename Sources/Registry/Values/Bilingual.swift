/// A text for people in the two languages that the registry's people read.
package struct Bilingual: Hashable, Sendable {
    package let english: String
    package let chinese: String

    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }

    /// What reads the same in both: a name, a number, a code.
    package init(same text: String) { self.init(text, text) }

    package var isEmpty: Bool { english.isEmpty }

    package static func + (left: Bilingual, right: Bilingual) -> Bilingual {
        Bilingual(left.english + right.english, left.chinese + right.chinese)
    }

    package static func + (left: String, right: Bilingual) -> Bilingual {
        Bilingual(left + right.english, left + right.chinese)
    }

    package static func + (left: Bilingual, right: String) -> Bilingual {
        Bilingual(left.english + right, left.chinese + right)
    }

    package static func += (left: inout Bilingual, right: Bilingual) { left = left + right }

    /// The same change to both.
    package func mapped(_ change: (String) -> String) -> Bilingual { Bilingual(change(english), change(chinese)) }
}

extension Sequence<Bilingual> {
    /// One behind another, with a mark between two.
    package func joined(_ mark: Bilingual) -> Bilingual {
        Bilingual(
            map(\.english).joined(separator: mark.english), map(\.chinese).joined(separator: mark.chinese))
    }

    /// As a sentence lists things: `a, b` and `a、b`.
    package func listed() -> Bilingual { joined(Bilingual(", ", "、")) }
}

extension Sequence<String> {
    /// As a sentence lists things, which are called the same in both languages.
    package func listed() -> Bilingual {
        Bilingual(joined(separator: ", "), joined(separator: "、"))
    }
}

extension DefaultStringInterpolation {
    /// Both at once, so that neither is lost; the compiler tells of it, since one of them is meant.
    @available(*, deprecated, message: "a text in two languages is read in one of them first")
    package mutating func appendInterpolation(_ text: Bilingual) { appendLiteral("\(text.english) \(text.chinese)") }
}
