import Registry
import SQLite

/// A state of the registry's knowledge: everything up to a change.
package struct Moment: Hashable, Sendable {
    package let change: Int64
    package let recordedAt: String
    package let seal: String
    /// Whether no change came after it.
    package let isNewest: Bool
}

extension Ledger {
    /// The registry as it is known now. Nil only for a registry without a change, which ``create`` never leaves.
    package func newestMoment() throws(StoreError) -> Moment? {
        try moment(where: "seal IS NOT NULL", [])
    }

    /// The registry as it was known at a time.
    ///
    /// - Parameter text: the ledger's own stamp `2026-11-23T06:13:00.123456Z`; a shorter one, with `Z` for UTC or without
    ///   for the registry's zone (`2026-11-23 14:13`); or a bare day, which means its end there.
    /// - Throws: ``StoreError/notATime(text:)``, ``StoreError/knownAtTooEarly(asked:first:)``.
    package func moment(knownAt text: String) throws(StoreError) -> Moment {
        guard let stamp = stamp(text) else { throw .notATime(text: text) }
        if let moment = try moment(where: "seal IS NOT NULL AND recorded_at <= ?", [.text(stamp.description)]) {
            return moment
        }
        let first = try storing { () throws(SQLiteError) in
            try connection.first("SELECT recorded_at FROM change WHERE id = 1") {
                row throws(SQLiteError) in try row.optionalText(at: 0)
            }
        }
        throw .knownAtTooEarly(asked: stamp.description, first: (first ?? nil) ?? "")
    }

    private func moment(where condition: String, _ values: [Value]) throws(StoreError) -> Moment? {
        try storing { () throws(SQLiteError) in
            let rows = try connection.prepare(
                """
                SELECT id, recorded_at, seal, id = (SELECT max(id) FROM change) FROM change
                WHERE \(condition) ORDER BY id DESC LIMIT 1
                """)
            try rows.bind(values)
            guard try rows.step() else { return nil }
            return Moment(
                change: try rows.integer(at: 0), recordedAt: try rows.text(at: 1), seal: try rows.text(at: 2),
                isNewest: try rows.integer(at: 3) == 1)
        }
    }

    private func stamp(_ text: String) -> Stamp? {
        if let stamp = Stamp(text) { return stamp }
        func day(_ part: Substring) -> Day? {
            String(part).withBytes { bytes in try? Day.read(bytes) }
        }
        let isUTC = text.hasSuffix("Z")
        let parts = (isUTC ? text.dropLast() : text[...]).split(whereSeparator: { $0 == "T" || $0 == " " })
        guard let date = parts.first, let day = day(date) else { return nil }
        if parts.count == 1, !isUTC { return Stamp(microseconds: Int64(zone.end(of: day)) * 1_000_000 - 1) }
        let clock = parts.count == 2 ? parts[1].split(separator: ":") : []
        let numbers = clock.compactMap { $0.count <= 2 && $0.allSatisfy(\.isNumber) ? Int($0) : nil }
        guard (2...3).contains(clock.count), numbers.count == clock.count, numbers[0] < 24, numbers[1] < 60,
            numbers.count == 2 || numbers[2] < 60, numbers.allSatisfy({ $0 >= 0 })
        else { return nil }
        let second = numbers.count == 3 ? numbers[2] : 0
        let moment =
            isUTC
            ? Int(day.number) * 86_400 + numbers[0] * 3600 + numbers[1] * 60 + second
            : zone.second(of: day, hour: numbers[0], minute: numbers[1], second: second)
        // The whole second counts.
        return Stamp(microseconds: Int64(moment) * 1_000_000 + 999_999)
    }
}
