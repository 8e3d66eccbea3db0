import Registry

extension Words {
    /// In both languages at once, since which of them is read is not known.
    static func noLanguage(_ word: String) -> Bilingual {
        Bilingual(
            same: "--lang takes zh or en, and not '\(word.visible)'\n"
                + "registry: --lang 只能是 zh（中文）或 en（英文），不能是“\(word.visible)”")
    }
}
