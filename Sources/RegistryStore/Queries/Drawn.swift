import Registry
import SQLite
package import Spreadsheets

extension Ledger {
    /// Of a programme its quota, what loans had drawn of it by the viewpoint's day, what is left, each in fen and in yuan, and
    /// the number of those loans; nothing of any other record.
    package func drawn(
        of name: RecordName, from viewpoint: Viewpoint
    ) throws(StoreError) -> [(column: String, value: Cell)] {
        guard name.noun == .service, let id = try id(of: name, from: viewpoint) else { return [] }
        let found = try storing { () throws(SQLiteError) -> (quota: Int64, drawn: Int64, loans: Int64)? in
            let past = try PastView.prefix(of: ["service"], from: viewpoint, on: connection)
            let row = try connection.prepare(
                """
                \(past.sql)SELECT p.amount_fen, coalesce(sum(l.amount_fen), 0), count(l.id) FROM service p
                LEFT JOIN service l ON l.service_id = p.id AND l.kind = 'loan' AND l.is_void = 0
                  AND l.started_on <= coalesce(?, '9999-12-31')
                WHERE p.id = ? AND p.kind = 'programme' GROUP BY p.id
                """)
            try row.bind(past.values + [viewpoint.asOf.map { .text("\($0)") } ?? .null, .integer(id)])
            guard try row.step() else { return nil }
            return (try row.integer(at: 0), try row.integer(at: 1), try row.integer(at: 2))
        }
        guard let found else { return [] }
        let sums = [("quota", found.quota), ("drawn", found.drawn), ("left", found.quota - found.drawn)]
        return sums.flatMap { name, fen in
            [("\(name)_fen", Cell.integer(fen)), ("\(name)_yuan", .decimal(Amount.decimal(fen: fen, places: 2)))]
        } + [("loans", .integer(found.loans))]
    }
}
