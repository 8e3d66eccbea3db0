/// A text for people in the two languages that the registry's people read.
package struct Bilingual: Hashable, Sendable {
    package let english: String
    package let chinese: String

    package init(_ english: String, _ chinese: String) {
        self.english = english
        self.chinese = chinese
    }
}
