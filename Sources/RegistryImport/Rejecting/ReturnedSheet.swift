import Registry
import RegistryStore
import Spreadsheets

/// A sheet of rejected rows, as it goes to who has to mend them and comes back.
package enum ReturnedSheet {
    /// The columns that are put before those of the file: number of the reject, row of the file, reasons in both languages.
    package static let headings = ["退回编号 reject_no", "退回行号 reject_row", "退回原因 reject_reason_zh", "reject_reason"]

    /// The same, as headings are compared.
    static let bare = headings.map { Heading($0).bare }

    /// Endings that a sheet has behind the name of its file; a profile takes it for that file.
    package static let endings = [".rejects.xlsx", ".rejects.csv", ".rejects"]

    /// The name of the file whose rows it holds; nil where the name does not tell that it is one.
    package static func original(of name: String) -> String? {
        var original = name
        // One that was refused again has two endings.
        while let ending = endings.first(where: original.lowercased().hasSuffix) { original.removeLast(ending.count) }
        return original == name ? nil : original
    }
}

/// Which rejects the rows of a sheet that came back mend.
struct MendedRows {
    private var rows: [UInt32] = []
    private var rejects: [Int64] = []

    /// - Parameter cell: the number of the reject; rows come in their order.
    mutating func add(row: Int, _ cell: UnsafeBufferPointer<UInt8>) {
        guard let reject = Reject.id(cell.trimmed) else { return }
        rows.append(UInt32(truncatingIfNeeded: row))
        rejects.append(reject)
    }

    func reject(ofRow row: Int64) -> Int64? {
        let place = rows.firstPlace { Int64($0) >= row }
        return place < rows.count && Int64(rows[place]) == row ? rejects[place] : nil
    }
}
