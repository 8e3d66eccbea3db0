/// A pattern of file names: `*` is any characters or none, `?` is one, `[0-9]` one of several. Case does not matter.
package struct FilePattern: Hashable, Sendable, CustomStringConvertible {
    private enum Part: Hashable {
        case any
        case one
        case character(Character)
        case oneOf([ClosedRange<Character>], isExcluded: Bool)
    }

    private let parts: [Part]
    package let description: String

    /// Nil for nothing, for a folder, and for a bracket that is not closed.
    package init?(_ text: String) {
        guard !text.isEmpty, !text.contains("/") else { return nil }
        description = text
        var parts: [Part] = []
        var rest = text.lowercased()[...]
        while let character = rest.popFirst() {
            switch character {
            case "*": if parts.last != .any { parts.append(.any) }
            case "?": parts.append(.one)
            case "[":
                guard let end = rest.dropFirst().firstIndex(of: "]") else { return nil }
                guard let part = Self.oneOf(rest[..<end]) else { return nil }
                parts.append(part)
                rest = rest[end...].dropFirst()
            default: parts.append(.character(character))
            }
        }
        self.parts = parts
    }

    private static func oneOf(_ inside: Substring) -> Part? {
        let isExcluded = inside.first == "!" || inside.first == "^"
        let characters = Array(isExcluded ? inside.dropFirst() : inside)
        guard !characters.isEmpty else { return nil }
        var ranges: [ClosedRange<Character>] = []
        var place = 0
        while place < characters.count {
            if place + 2 < characters.count, characters[place + 1] == "-" {
                guard characters[place] <= characters[place + 2] else { return nil }
                ranges.append(characters[place]...characters[place + 2])
                place += 3
            } else {
                ranges.append(characters[place]...characters[place])
                place += 1
            }
        }
        return .oneOf(ranges, isExcluded: isExcluded)
    }

    /// Whether a whole name is of the pattern; in time of their product at most.
    package func fits(_ name: String) -> Bool {
        let name = Array(name.lowercased())
        var (part, place) = (0, 0)
        var retry: (part: Int, place: Int)?
        while place < name.count {
            if part < parts.count, parts[part] == .any {
                retry = (part, place)
                part += 1
            } else if part < parts.count, Self.fits(name[place], parts[part]) {
                part += 1
                place += 1
            } else if let again = retry {
                // The last star takes one character more.
                retry = (again.part, again.place + 1)
                (part, place) = (again.part + 1, again.place + 1)
            } else {
                return false
            }
        }
        return parts[part...].allSatisfy { $0 == .any }
    }

    private static func fits(_ character: Character, _ part: Part) -> Bool {
        switch part {
        case .any, .one: true
        case .character(let own): own == character
        case .oneOf(let ranges, let isExcluded): ranges.contains { $0.contains(character) } != isExcluded
        }
    }
}
