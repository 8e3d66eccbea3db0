package import Registry
import SQLite

/// A record in a list of those to be voided, and the row that names it.
package struct NamedRow: Sendable {
    package let row: Int64
    package let name: RecordName

    package init(row: Int64, name: RecordName) { (self.row, self.name) = (row, name) }
}

/// What became of a list of records that never were.
package struct VoidedMany: Sendable {
    package let names: [RecordName]
    package let moved: [Measure: Total]
    /// Nil in a rehearsal.
    package let receipt: Receipt?
}

extension Ledger {
    /// Voids records as one change, all of them or none.
    ///
    /// - Returns: what became of them, or what is wrong with which row, where anything is: then nothing was done.
    package func void(_ rows: [NamedRow], by author: Author) throws(StoreError) -> Result<VoidedMany, RowsRefused> {
        var wrong: [RowsRefused.Row] = []
        var voided: [RecordName] = []
        var moved: [Measure: Total] = [:]
        do throws(StoreError) {
            let receipt = try write(by: author) { change throws(StoreError) in
                let desk = try WriterDesk(change)
                var left = try once(rows, &wrong)
                // What a record of the list names may be of the list too: it goes behind it.
                while !left.isEmpty {
                    var named: [(row: NamedRow, why: StoreError)] = []
                    for row in left {
                        do throws(StoreError) {
                            let standing = try self.standing(row.name)
                            try self.void(standing.id, standing.name, desk)
                            voided.append(standing.name)
                        } catch {
                            guard error.isOfRecord else { throw error }
                            if case .stillNamed(let noun, _, let by, _) = error, by == noun {
                                named.append((row, error))
                            } else {
                                wrong.append(.init(row: row.row, why: error))
                            }
                        }
                    }
                    guard named.count < left.count else {
                        wrong += named.map { .init(row: $0.row.row, why: $0.why) }
                        break
                    }
                    left = named.map(\.row)
                }
                wrong.sort { $0.row < $1.row }
                // Takes everything back.
                if let first = wrong.first { throw first.why }
            } whenSealed: { receipt throws(StoreError) in
                moved = try self.moved(by: receipt.change)
            }
            return .success(VoidedMany(names: voided, moved: moved, receipt: isRehearsing ? nil : receipt))
        } catch {
            guard !wrong.isEmpty else { throw error }
            return .failure(RowsRefused(rows: wrong))
        }
    }

    /// The rows without those that name what a row before them names, in the order of the list and not in that of voiding.
    private func once(_ rows: [NamedRow], _ wrong: inout [RowsRefused.Row]) throws(StoreError) -> [NamedRow] {
        var seen: [Int64: Int64] = [:]
        var left: [NamedRow] = []
        for row in rows {
            if let known = try find(row.name) {
                if let first = seen[known.id] {
                    wrong.append(.init(row: row.row, why: .namedTwice(name: "\(row.name)", row: first)))
                    continue
                }
                seen[known.id] = row.row
            }
            left.append(row)
        }
        return left
    }
}

/// The rows of a list that cannot be followed.
package struct RowsRefused: Error, Sendable {
    package struct Row: Sendable {
        package let row: Int64
        package let why: StoreError
    }
    package let rows: [Row]
}

extension StoreError {
    /// Whether it is the fault of the record that was named.
    fileprivate var isOfRecord: Bool {
        switch self {
        case .unknownRecord, .voidRecord, .stillNamed, .cannotFollow, .notARecordName, .namedTwice: true
        default: false
        }
    }
}
