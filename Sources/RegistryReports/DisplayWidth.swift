extension String {
    /// The columns of a terminal that the text takes; it must hold no control character (see `visibleText`).
    package var displayWidth: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.displayWidth }
    }

    /// The longest beginning of whole characters that, with `…` after it, takes at most `width` columns.
    package func cut(to width: Int) -> String {
        var result = ""
        var room = width - 1
        for character in self {
            room -= character.displayWidth
            if room < 0 { break }
            result.append(character)
        }
        return result + "…"
    }
}

extension Character {
    /// 0, 1 or 2 columns of a terminal for the whole grapheme cluster: what joins the first scalar (a mark, a skin
    /// tone, the rest of a family) adds none of its own.
    package var displayWidth: Int {
        // Unicode UTS 51: U+FE0F asks for the form as an emoji, which is two columns wide.
        if unicodeScalars.contains("\u{FE0F}") { return 2 }
        return unicodeScalars.reduce(0) { Swift.max($0, $1.displayWidth) }
    }
}

extension Unicode.Scalar {
    fileprivate var displayWidth: Int {
        if WideCharacters.contains(self) { return 2 }
        switch value {
        case 0x20..<0x300: return 1
        // The vowels and final consonants that join a Hangul syllable.
        case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
        default: break
        }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return 1
        }
    }
}
