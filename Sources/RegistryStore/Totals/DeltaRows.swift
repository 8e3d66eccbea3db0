import Registry
import SQLite

/// Inserts what a change does to totals, many days of a line in one statement: it finds the end of the table once for all.
struct DeltaRows: ~Copyable {
    /// More gain nothing.
    private static let most = 16
    private static let dayLength = 10

    private let change: Int64
    private let connection: Connection
    private let one: Statement
    /// Made for a line that is long enough.
    private var many: Statement?
    private let days: UnsafeMutableBufferPointer<UInt8>

    init(_ change: Int64, on connection: Connection) throws(SQLiteError) {
        days = .allocate(capacity: Self.most * Self.dayLength)
        days.initialize(repeating: 0)
        (self.change, self.connection) = (change, connection)
        one = try connection.prepare(Self.sql(rows: 1))
    }

    deinit { days.deallocate() }

    private static func sql(rows: Int) -> String {
        let values = (0..<rows).map { "(?1, ?2, ?3, ?4, ?\(5 + 3 * $0), ?\(6 + 3 * $0), ?\(7 + 3 * $0))" }
        return """
            INSERT INTO daily_delta (change_id, measure, dimension, dimension_key, day, count, fen)
            VALUES \(values.joined(separator: ", "))
            """
    }

    /// - Parameter names: measure, dimension and key.
    /// - Parameter sums: in the order of their days.
    mutating func add(_ names: [String], _ sums: [(day: Day, total: Total)]) throws(SQLiteError) {
        var rest = sums[...]
        if rest.count >= Self.most {
            let many =
                if let made = self.many.take() { made } else {
                    try connection.prepare(Self.sql(rows: Self.most))
                }
            try bind(names, to: many)
            while rest.count >= Self.most {
                try bind(rest.prefix(Self.most), to: many)
                try many.run()
                rest = rest.dropFirst(Self.most)
            }
            self.many = consume many
        }
        try bind(names, to: one)
        for index in rest.indices {
            try bind(rest[index...index], to: one)
            try one.run()
        }
    }

    private func bind(_ names: [String], to statement: borrowing Statement) throws(SQLiteError) {
        try statement.bind(change, at: 1)
        for (place, name) in names.enumerated() { try statement.bind(name, at: Int32(place + 2)) }
    }

    private func bind(_ sums: ArraySlice<(day: Day, total: Total)>, to statement: borrowing Statement)
        throws(SQLiteError)
    {
        for (row, sum) in sums.enumerated() {
            let text = UnsafeMutableBufferPointer(rebasing: days[row * Self.dayLength..<(row + 1) * Self.dayLength])
            sum.day.write(to: text)
            let place = Int32(5 + 3 * row)
            try statement.bindText(UnsafeBufferPointer(text), at: place)
            try statement.bind(sum.total.count, at: place + 1)
            try statement.bind(sum.total.fen, at: place + 2)
        }
    }
}
