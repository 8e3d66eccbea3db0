/// A language in which people are spoken to. Codes, keys and what programs read are English in both.
package enum Language: String, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh"

    /// The language of a locale such as `zh_CN.UTF-8`; English for every other one.
    package init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

extension Bilingual {
    package subscript(language: Language) -> String {
        switch language {
        case .english: english
        case .chinese: chinese
        }
    }
}
