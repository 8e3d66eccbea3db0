/// A text with places for values, in the part of Mustache (mustache(5)) that a report needs: `{{name}}`, and a section
/// `{{#name}}…{{/name}}` for each item of a list or where a text is there.
///
/// Every value is escaped by the engine, and none can be kept from it. A line that holds a tag of a section and nothing
/// else leaves nothing.
package struct Template: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case value(String)
        case section(String, [Piece])
    }

    private let pieces: [Piece]

    /// - Throws: ``TemplateFault`` for a tag that is not closed, or closes what was not opened.
    package init(_ text: String) throws(TemplateFault) {
        var open: [(name: String, pieces: [Piece])] = []
        var pieces: [Piece] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "{{") {
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                throw .unclosed(String(rest[start.lowerBound...].prefix(40)))
            }
            let tag = rest[start.upperBound..<end.lowerBound]
            let isOfSection = tag.first.map { "#/".contains($0) } ?? false
            var before = rest[..<start.lowerBound]
            rest = rest[end.upperBound...]
            // A tag of a section that is alone on its line takes the line with it.
            let line = before.lastIndex(of: "\n").map { before[before.index(after: $0)...] } ?? before
            if isOfSection, line.allSatisfy({ $0 == " " }), rest.first == "\n" {
                before = before[..<line.startIndex]
                rest = rest.dropFirst()
            }
            if !before.isEmpty { pieces.append(.text(String(before))) }
            let name = String(isOfSection ? tag.dropFirst() : tag)
            switch tag.first {
            case "#":
                open.append((name, pieces))
                pieces = []
            case "/":
                guard let last = open.popLast(), last.name == name else { throw .unopened(name) }
                pieces = last.pieces + [.section(name, pieces)]
            default: pieces.append(.value(name))
            }
        }
        if let last = open.last { throw .unclosed(last.name) }
        self.pieces = pieces + (rest.isEmpty ? [] : [.text(String(rest))])
    }

    /// - Parameter escaped: how a value is written in the form of the text.
    package func filled(with values: TemplateValues, escaped: (String) -> String) -> String {
        var text = ""
        Self.fill(&text, pieces, [values], escaped)
        return text
    }

    private static func fill(
        _ text: inout String, _ pieces: [Piece], _ values: [TemplateValues], _ escaped: (String) -> String
    ) {
        for piece in pieces {
            switch piece {
            case .text(let own): text += own
            case .value(let name): if case .text(let value)? = find(name, values) { text += escaped(value) }
            case .section(let name, let inner):
                let items: [TemplateValues] =
                    switch find(name, values) {
                    case .list(let items)?: items
                    case .text(let own)? where !own.isEmpty: [[:]]
                    case .text?, nil: []
                    }
                for item in items { fill(&text, inner, values + [item], escaped) }
            }
        }
    }

    /// The value of the innermost section that has the name.
    private static func find(_ name: String, _ values: [TemplateValues]) -> TemplateValue? {
        values.reversed().lazy.compactMap { $0[name] }.first
    }
}

package typealias TemplateValues = [String: TemplateValue]

package enum TemplateValue: Sendable {
    case text(String)
    case list([TemplateValues])
}

package enum TemplateFault: Error, Hashable {
    case unclosed(String)
    case unopened(String)
}
