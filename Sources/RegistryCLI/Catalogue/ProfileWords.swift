import Registry
import RegistryImport
import YAML

extension Words {
    /// What is wrong, behind the key at which it is.
    static func of(_ fault: ProfileFault) -> String { (fault.key.map { "\($0): " } ?? "") + of(fault.kind) }

    private static func of(_ kind: ProfileFault.Kind) -> String {
        switch kind {
        case .yaml(let kind): of(kind)
        case .notKeys: "keys with values are wanted here, as key: value"
        case .notAList: "a list is wanted here: each entry on a line that begins with '- '"
        case .notAText: "one text is wanted here, no list and no keys"
        case .unknownKey(let key, let nearest, let known):
            "'\(key)' is no key here; " + meant(nearest, "keys are \(known.joined(separator: ", "))")
        case .doubledKey(let key, let line): "'\(key)' stands in line \(line) already; keep one of them"
        case .missing(let key): "has no '\(key)'; add it"
        case .badValue(let value, let expected, let nearest):
            "'\(value)' is not taken; " + meant(nearest, "wanted: \(expected)")
        case .unknownField(let field, let nearest, let fields):
            "'\(field)' is no field; " + meant(nearest, "fields are \(fields.joined(separator: ", "))")
        case .unknownTerm(let word, let vocabularies):
            "'\(word)' is no \(vocabularies.map(\.name).joined(separator: " or ")); known are "
                + vocabularies.flatMap(\.terms).map { "\($0.code) (\($0.chinese))" }.joined(separator: ", ")
        case .doubledMatch(let match, let line):
            "'\(match)' stands in line \(line) already, and its first entry takes all such files; take one away"
        case .ofAnotherVenue(let own, let venue): "the profile says it is of \(own), not of \(venue); mend one of them"
        }
    }

    private static func meant(_ nearest: String?, _ otherwise: String) -> String {
        nearest.map { "did you mean '\($0)'?" } ?? otherwise
    }

    private static func of(_ kind: YAMLFault.Kind) -> String {
        switch kind {
        case .tooLarge(let most): "is larger than \(most >> 20) MiB, which no profile is"
        case .tooDeep(let most): "is nested more than \(most) deep"
        case .tooManyPieces(let most): "has more than \(most) pieces"
        case .notUTF8: "is not UTF-8; save it as UTF-8"
        case .empty: "is empty; registry inspect FILE writes a profile to begin with"
        case .severalDocuments: "a second document begins; a profile is one, so take the '---' away"
        case .alias: "anchors (&) and aliases (*) are not taken; write it out, or quote a text that begins so"
        case .tag(let tag): "the tag '\(tag)' is not taken; quote a text that begins with '!'"
        case .syntax(let problem):
            "is no YAML: \(problem); a text that begins with * or & wants quotes, so does one with ': ' or ' #' in it"
        }
    }
}
