package import Registry
package import YAML

/// What is wrong with a venue's profile, and where. Its words stand in the catalogue.
package struct ProfileFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case yaml(YAMLFault.Kind)
        case notKeys
        case notAList
        case notAText
        case unknownKey(String, nearest: String?, known: [String])
        case doubledKey(String, firstLine: Int)
        case missing(String)
        /// - Parameter expected: what would be taken, in English.
        case badValue(String, expected: String, nearest: String?)
        case unknownField(String, nearest: String?, fields: [String])
        case unknownTerm(String, vocabularies: [Vocabulary])
        /// A later entry whose files an earlier one takes already.
        case doubledMatch(String, firstLine: Int)
        case ofAnotherVenue(String, venue: String)
    }

    package let kind: Kind
    /// `files[2].values.kind`; nil for the text as a whole.
    package let key: String?
    /// Counted from 1; nil where it is of the text as a whole.
    package let line: Int?
    /// In characters, counted from 1.
    package let column: Int?

    init(_ kind: Kind, key: String?, at place: YAMLPlace?) {
        self.kind = kind
        self.key = key
        line = place?.line
        column = place?.column
    }
}

/// All that is wrong with a profile, in the order of its places.
package struct ProfileFaults: Error, Hashable, Sendable {
    package let all: [ProfileFault]
}
