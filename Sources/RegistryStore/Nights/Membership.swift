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
    package func memberships() throws(StoreError) -> [Int64: Membership] {
        try storing { () throws(SQLiteError) in
            var found: [Int64: Membership] = [:]
            try connection.forEach("SELECT id, joined_on, left_on FROM venue WHERE is_void = 0") {
                row throws(SQLiteError) in
                guard let joined = try row.withTextBytes(at: 1, { bytes in try? Day.read(bytes) }) else { return true }
                let left = try row.optionalText(at: 2)?.withBytes { bytes in try? Day.read(bytes) }
                found[try row.integer(at: 0)] = Membership(joinedOn: joined, leftOn: left)
                return true
            }
            return found
        }
    }
}
