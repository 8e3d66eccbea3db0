import Registry

extension Words {
    /// In both languages at once.
    static func noLanguage(_ word: String) -> String {
        "--lang takes zh or en, and not '\(word.visible)'\nregistry: --lang 只能是 zh（中文）或 en（英文），不能是“\(word.visible)”"
    }
}
