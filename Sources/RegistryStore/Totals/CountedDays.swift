package import Registry
import SQLite

/// The days of which a total tells what happened: all up to one, or those of a period.
package struct CountedDays: Hashable, Sendable {
    package let first: Day?
    package let last: Day

    package static func upTo(_ day: Day) -> CountedDays { CountedDays(first: nil, last: day) }
    package static func within(_ period: Period) -> CountedDays {
        CountedDays(first: period.first, last: period.last)
    }

    func contains(_ day: Day) -> Bool { day <= last && first.map { $0 <= day } ?? true }

    /// In SQL, of a column, with the values to be bound in their places.
    func condition(_ column: String) -> (sql: String, values: [Value]) {
        guard let first else { return ("\(column) <= ?", [.text("\(last)")]) }
        return ("\(column) BETWEEN ? AND ?", [.text("\(first)"), .text("\(last)")])
    }
}
