import Registry

extension Words {
    static var emptySearch: Bilingual {
        Bilingual("TEXT is empty; give one character or more to look for.", "TEXT 为空；请给出要查找的一个或多个字。")
    }

    static func nothingHolds(_ text: String) -> Bilingual {
        Bilingual("nothing holds '\(text.visible)'", "没有含“\(text.visible)”的记录")
    }

    /// How many of those that were found are shown.
    static func found(_ shown: Int, of all: Int) -> Bilingual {
        let (shown, all) = (grouped(String(shown)), grouped(String(all)))
        return Bilingual(
            "\(shown) of \(all) found; --limit 0 shows all", "共找到 \(all) 条，只显示 \(shown) 条；--limit 0 显示全部")
    }
}
