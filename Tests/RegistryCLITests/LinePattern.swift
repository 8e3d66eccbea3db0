/// Lines as they are expected: `…` is anything within a line, a line `...` is any lines.
enum LinePattern {
    static func matches(_ lines: [String], _ patterns: [String]) -> Bool {
        matches(lines[...], patterns[...])
    }

    private static func matches(_ lines: ArraySlice<String>, _ patterns: ArraySlice<String>) -> Bool {
        guard let pattern = patterns.first else { return lines.isEmpty }
        let rest = patterns.dropFirst()
        guard pattern != "..." else {
            return (lines.startIndex...lines.endIndex).contains { matches(lines[$0...], rest) }
        }
        guard let line = lines.first,
            matches(line[...], pattern.split(separator: "…", omittingEmptySubsequences: false))
        else { return false }
        return matches(lines.dropFirst(), rest)
    }

    /// Whether a line is the parts in their order, with anything between them.
    private static func matches(_ line: Substring, _ parts: [Substring]) -> Bool {
        guard let first = parts.first, line.hasPrefix(first) else { return false }
        var rest = line.dropFirst(first.count)
        guard parts.count > 1, let last = parts.last else { return rest.isEmpty }
        for part in parts.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
