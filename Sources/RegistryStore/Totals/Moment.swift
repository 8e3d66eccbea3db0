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

    /// The registry as it was known at a time, after a change, or when it had a seal.
    ///
    /// - Parameter text: the ledger's own stamp `2026-11-23T06:13:00.123456Z`; a shorter one, with `Z` for UTC or without
    ///   for the registry's zone (`2026-11-23 14:13`); a bare day, which means its end there; the number of a change, of
    ///   up to seven digits; or a seal, of which the first eight digits or more will do.
    /// - Throws: ``StoreError/notATime(text:)``, ``StoreError/knownAtTooEarly(asked:first:)``,
    ///   ``StoreError/noSuchChange(number:newest:)``, ``StoreError/openChange(number:)``, ``StoreError/noSuchSeal(text:)``,
    ///   ``StoreError/severalSeals(text:changes:)``.
    package func moment(knownAt text: String) throws(StoreError) -> Moment {
        if let number = Self.changeNumber(text) { return try moment(ofChange: number) }
        guard let stamp = stamp(text) else {
            guard Self.isSeal(text) else { throw .notATime(text: text) }
            return try moment(sealedAs: text)
        }
        if let moment = try moment(notAfter: stamp) { return moment }
        throw .knownAtTooEarly(asked: stamp.description, first: try recordedAt(1) ?? "")
    }

    /// The state that a change left.
    ///
    /// - Throws: ``StoreError/noSuchChange(number:newest:)``, ``StoreError/openChange(number:)``.
    package func moment(ofChange number: Int64) throws(StoreError) -> Moment {
        if let moment = try moment(where: "id = ? AND seal IS NOT NULL", [.integer(number)]) { return moment }
        let isOpen = try storing { () throws(SQLiteError) in
            try connection.first("SELECT 1 FROM change WHERE id = ?", .integer(number)) { _ throws(SQLiteError) in true
            }
        }
        if isOpen == true { throw .openChange(number: number) }
        throw .noSuchChange(number: number, newest: try newestMoment()?.change ?? 0)
    }

    /// The state whose seal begins so.
    private func moment(sealedAs text: String) throws(StoreError) -> Moment {
        let first = text.lowercased()
        // Every digit of a seal stands before g.
        let changes = try storing { () throws(SQLiteError) in
            try connection.query(
                "SELECT id FROM change WHERE seal >= ? AND seal < ? ORDER BY id LIMIT 3", .text(first),
                .text(first + "g")
            ) { row throws(SQLiteError) in try row.integer(at: 0) }
        }
        guard let change = changes.first else { throw .noSuchSeal(text: text) }
        guard changes.count == 1 else { throw .severalSeals(text: text, changes: changes) }
        return try moment(ofChange: change)
    }

    /// The last change recorded by then. Both numbers and times only grow, so that it is found by halving.
    func moment(notAfter stamp: Stamp) throws(StoreError) -> Moment? {
        let asked = stamp.description
        var (known, unknown) = (0 as Int64, (try newestMoment()?.change ?? 0) + 1)
        while unknown - known > 1 {
            let middle = (known + unknown) / 2
            if let time = try recordedAt(middle), time <= asked { known = middle } else { unknown = middle }
        }
        return known == 0 ? nil : try moment(ofChange: known)
    }

    private func recordedAt(_ change: Int64) throws(StoreError) -> String? {
        try storing { () throws(SQLiteError) in
            try connection.first("SELECT recorded_at FROM change WHERE id = ?", .integer(change)) {
                row throws(SQLiteError) in try row.optionalText(at: 0)
            } ?? nil
        }
    }

    /// Eight digits are a day or a seal.
    private static func changeNumber(_ text: String) -> Int64? {
        guard (1...7).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int64(text)
    }

    private static func isSeal(_ text: String) -> Bool {
        (8...64).contains(text.utf8.count) && text.allSatisfy { $0.isASCII && $0.isHexDigit }
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
