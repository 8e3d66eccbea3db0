extension DayFormat {
    /// Whether a text would be a day if somebody told the order of day and month.
    package static func mayBeOrdered(_ text: String) -> Bool {
        [DayOrder.dayFirst, .monthFirst].contains { order in
            text.withBytes { bytes in (try? order.read(bytes)) != nil }
        }
    }
}

/// In which order a file writes day and month, where it does not write the year first: `21/6/2022`, `21-Jun-22`.
enum DayOrder: String, Sendable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"

    /// A day with its year first is read as ever. Two-digit years are of this century up to 68.
    func read(_ bytes: Bytes) throws(Refusal) -> Day {
        let text = Day.withoutTimeOfDay(halfWidth(bytes.text))
        let digits = text.prefix { "0"..."9" ~= $0 }.count
        if digits == 4 || digits == 8 { return try Day.read(bytes) }
        var parts = text.split { "-/. ,".contains($0) }.map(String.init)
        guard parts.count == 3 else { throw refusal(bytes) }
        if let named = parts.firstIndex(where: { Self.month($0) != nil }), named < 2 {
            // A month by its name is told wherever it stands.
            let name = parts.remove(at: named)
            parts.insert("\(Self.month(name) ?? 0)", at: self == .dayFirst ? 1 : 0)
        }
        let numbers = parts.compactMap { part in part.allSatisfy { "0"..."9" ~= $0 } ? Int(part) : nil }
        guard numbers.count == 3, parts[0].count <= 2, parts[1].count <= 2, [2, 4].contains(parts[2].count) else {
            throw refusal(bytes)
        }
        let (day, month) = self == .dayFirst ? (numbers[0], numbers[1]) : (numbers[1], numbers[0])
        let century = parts[2].count == 4 ? 0 : numbers[2] <= 68 ? 2000 : 1900
        guard let found = Day(year: century + numbers[2], month: month, day: day) else {
            throw .noSuchDay(bytes.text)
        }
        return found
    }

    private func refusal(_ bytes: Bytes) -> Refusal { .notADayOfFormat(bytes.text, format: rawValue) }

    /// `Jun`, `June`, `sept`.
    private static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        guard word.count >= 3,
            let place = months.firstIndex(where: { $0.hasPrefix(word) || word == "sept" && $0 == "september" })
        else { return nil }
        return place + 1
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
