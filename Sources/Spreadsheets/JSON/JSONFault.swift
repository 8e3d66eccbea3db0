/// What is no JSON as RFC 8259 has it, and where.
package struct JSONFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Another byte than may stand there, or the end.
        case unexpected
        case badNumber
        case badEscape
        case badCharacter
        /// Lists and objects in one another, deeper than ``JSONScanner/mostDepth``.
        case tooDeep
        case textBehind
    }

    package let kind: Kind
    package let byteOffset: Int
}
