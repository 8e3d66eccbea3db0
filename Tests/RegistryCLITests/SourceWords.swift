import TestSupport

/// The pairs of texts in a source file, as they are written there.
struct SourceWords {
    struct Pair {
        let english: String
        let chinese: String
        let line: Int
    }

    /// What stands in the literals of the two arguments of each `Bilingual(…, …)`, without what is filled in.
    static func pairs(in source: String) -> [Pair] {
        var pairs: [Pair] = []
        var rest = source[...]
        while let found = rest.firstRange(of: "Bilingual(") {
            let (arguments, end) = read(source[found.upperBound...])
            if arguments.count == 2 {
                let line = source[..<found.lowerBound].count { $0 == "\n" } + 1
                pairs.append(Pair(english: arguments[0], chinese: arguments[1], line: line))
            }
            // Pairs may stand within the arguments of one.
            rest = source[min(found.upperBound, end)...]
        }
        return pairs
    }

    /// The text of the literals of each argument up to the closing bracket; nested calls and interpolations say nothing.
    private static func read(_ source: Substring) -> ([String], String.Index) {
        var arguments = [""]
        var (depth, isText) = (1, false)
        var place = source.startIndex
        // Brackets that are open within interpolations, each in a literal of its own.
        var open: [Int] = []
        while place < source.endIndex {
            let character = source[place]
            let next = source.index(after: place)
            if isText {
                if character == "\\", next < source.endIndex {
                    if source[next] == "(" {
                        open.append(depth)
                        depth += 1
                        isText = false
                    }
                    place = source.index(after: next)
                    continue
                }
                if character == "\"" {
                    isText = false
                } else if open.isEmpty, depth == 1 {
                    arguments[arguments.count - 1].append(character)
                }
            } else {
                switch character {
                case "\"": isText = true
                case "(", "[", "{": depth += 1
                case ")", "]", "}":
                    depth -= 1
                    if depth == 0 { return (arguments, next) }
                    if open.last == depth {
                        open.removeLast()
                        isText = true
                    }
                case "," where depth == 1: arguments.append("")
                default: break
                }
            }
            place = next
        }
        return (arguments, place)
    }
}
