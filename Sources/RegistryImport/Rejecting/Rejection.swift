package import Registry
import SystemPackage

/// A cell or a row that is not taken, and why.
package struct Rejection: Hashable, Sendable {
    /// Counted as a spreadsheet counts them, the heading being row 1.
    package let row: Int64
    /// The heading of the cell; nil where the row as a whole is refused.
    package let column: String?
    /// What stands there, as far as it is of use.
    package let value: String?
    package let refusal: Refusal
}

/// What a rejection is called, for those who have to mend the row; the words stand in the catalogue.
package typealias RejectionWording = @Sendable (Rejection) -> Bilingual

/// What is wrong with a file, as it is found: all of it is counted and the first ten thousand are kept, so that memory is
/// bounded. Where the rows are to be kept or sent back, all of it is kept in words, on the disk if need be.
final class RejectionList {
    private static let mostKept = 10_000
    private(set) var kept: [Rejection] = []
    private(set) var count = 0
    /// Those of a row that names a record which is not there, and which a later file may bring.
    private(set) var lackingRecords = 0
    /// Rows of data with at least one.
    private var faulty = RowSet()
    /// Rows that are no data with at least one: totals.
    private var ofFile = RowSet()
    private let wording: RejectionWording?
    private var sorter: RowSorter?
    private var failure: Errno?

    /// - Parameter wording: nil where nobody wants the rows.
    init(wording: RejectionWording? = nil) { self.wording = wording }

    /// Rows of data that are rejected.
    var rows: Int64 { faulty.count }
    /// The same, with the totals that do not hold.
    var places: Int64 { faulty.count + ofFile.count }
    /// Whether the file itself does not hold together.
    var isOfFile: Bool { ofFile.count > 0 }

    func add(_ rejection: Rejection) {
        keep(rejection)
        faulty.insert(rejection.row)
        guard let wording, failure == nil else { return }
        let sorter = self.sorter ?? RowSorter(runCapacity: 1 << 20)
        self.sorter = sorter
        do throws(Errno) { try RejectionReasons.add(rejection, wording(rejection), to: sorter) } catch {
            failure = error
        }
    }

    /// Adds what is wrong with a row that is no data.
    func addOfFile(_ rejection: Rejection) {
        keep(rejection)
        ofFile.insert(rejection.row)
    }

    private func keep(_ rejection: Rejection) {
        count += 1
        switch rejection.refusal {
        case .unknownNamed, .unknownVenue: lackingRecords += 1
        default: break
        }
        if kept.count < Self.mostKept { kept.append(rejection) }
    }

    func has(row: Int64) -> Bool { faulty.contains(row) }

    var isEmpty: Bool { count == 0 }
    var omitted: Int { count - kept.count }
    var inOrder: [Rejection] { kept.sorted { ($0.row, $0.column ?? "") < ($1.row, $1.column ?? "") } }

    /// Everything in words, row by row; to be asked for once.
    func reasons() throws(Errno) -> RejectionReasons {
        if let failure { throw failure }
        defer { sorter = nil }
        return RejectionReasons(try (sorter ?? RowSorter(runCapacity: 0)).finish())
    }
}

/// A set of rows of a file: a bit for each up to the last.
struct RowSet {
    private var bits: [UInt64] = []
    private(set) var count: Int64 = 0

    mutating func insert(_ row: Int64) {
        let (word, bit) = (Int(row >> 6), 1 << UInt64(row & 63) as UInt64)
        while bits.count <= word { bits.append(0) }
        if bits[word] & bit == 0 {
            bits[word] |= bit
            count += 1
        }
    }

    func contains(_ row: Int64) -> Bool {
        let word = Int(row >> 6)
        return word < bits.count && bits[word] & 1 << UInt64(row & 63) != 0
    }
}
