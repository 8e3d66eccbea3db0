package import Registry
import SQLite

/// For how long a venue belongs to the exchange: from the day it joins until the day it leaves.
package struct Membership: Hashable, Sendable {
    package let joinedOn: Day
    package let leftOn: Day?

    package func holds(on day: Day) -> Bool { joinedOn <= day && (leftOn.map { day < $0 } ?? true) }
}

extension Ledger {
    /// Of all venues that are not void, by their ids.
    ///
    /// - Parameter last: the newest change that counts.
    package func memberships(asOf last: Int64 = .max) throws(StoreError) -> [Int64: Membership] {
        try storing { () throws(SQLiteError) in
            var found: [Int64: Membership] = [:]
            try connection.forEach(
                """
                SELECT id, joined_on, left_on FROM venue WHERE is_void = 0 AND change_id <= ?1
                UNION ALL
                SELECT id, joined_on, left_on FROM venue_history
                WHERE is_void = 0 AND change_id <= ?1 AND replaced_by > ?1
                """, .integer(last)
            ) { row throws(SQLiteError) in
                guard let joined = try row.optionalDay(at: 1) else { return true }
                found[try row.integer(at: 0)] = Membership(joinedOn: joined, leftOn: try row.optionalDay(at: 2))
                return true
            }
            return found
        }
    }
}
