extension String {
    /// The text with nothing in it that could steer a terminal or hide: control characters, line separators, marks of
    /// writing direction and other format characters become escapes such as `\n` and `\u{1B}`.
    ///
    /// The joiners U+200C and U+200D and the tags of flags stay, since characters are built with them.
    package var visibleText: String { visible(hasLines: false) }

    /// The same of a text of lines, whose ends stay, and of what stands between tabs.
    package var visibleLines: String { visible(hasLines: true) }

    private func visible(hasLines: Bool) -> String {
        if utf8.allSatisfy({ (0x20..<0x7F).contains($0) || hasLines && ($0 == 0x0A || $0 == 0x09) }) { return self }
        var result = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.popFirst() {
            // A carriage return alone would write over what stands before it.
            let isOfLines = scalar == "\n" || scalar == "\t" || scalar == "\r" && rest.first == "\n"
            if scalar.mustBeEscaped, !(hasLines && isOfLines) {
                result.append(contentsOf: scalar.visibleEscape.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    fileprivate var mustBeEscaped: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format:
            switch value {
            case 0x200C, 0x200D, 0xE0020...0xE007F: false
            default: true
            }
        default: false
        }
    }

    fileprivate var visibleEscape: String {
        switch self {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default: "\\u{" + String(value, radix: 16, uppercase: true) + "}"
        }
    }
}
