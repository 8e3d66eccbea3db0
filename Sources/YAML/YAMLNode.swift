/// A piece of a YAML document (YAML 1.1) and where it stands: a text, a list, or keys with their values.
package struct YAMLNode: Sendable {
    package indirect enum Content: Sendable {
        /// As it was written, without the quotes; `isPlain` where there were none.
        case text(String, isPlain: Bool)
        case list([YAMLNode])
        case keys([(key: YAMLNode, value: YAMLNode)])
    }

    package let place: YAMLPlace
    package let content: Content

    package init(_ content: Content, at place: YAMLPlace) {
        self.content = content
        self.place = place
    }

    package var text: String? {
        if case .text(let text, _) = content { text } else { nil }
    }

    /// Nothing was written, or `~` or `null`.
    package var isNothing: Bool {
        if case .text(let text, isPlain: true) = content { ["", "~", "null"].contains(text) } else { false }
    }
}

/// Both counted from 1, the column in characters.
package struct YAMLPlace: Hashable, Comparable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: YAMLPlace, right: YAMLPlace) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

/// Why a text is not taken as a document. Data, not words.
package struct YAMLFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case tooLarge(most: Int)
        case tooDeep(most: Int)
        case tooManyPieces(most: Int)
        case notUTF8
        case empty
        case severalDocuments
        /// `&name` or `*name`: by these a small text can stand for one without bound.
        case alias
        /// `!name`: what a piece is, is told by where it stands.
        case tag(String)
        /// In the words of the library.
        case syntax(String)
    }

    package let kind: Kind
    package let place: YAMLPlace?

    package init(_ kind: Kind, at place: YAMLPlace? = nil) {
        self.kind = kind
        self.place = place
    }
}
