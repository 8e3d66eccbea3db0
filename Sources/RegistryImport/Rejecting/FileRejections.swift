import Registry
import RegistryStore
import SystemPackage

/// What is done with the rejected rows of a file: they are kept, written to sheets, or both.
struct FileRejections {
    let importer: Importer
    let scan: FileScan
    let name: String

    /// - Parameter keep: keeps a row where it is recorded, and gives the number of its reject.
    /// - Returns: the sheets, where somebody asked for them and there is a row for them.
    func write(
        _ rejections: RejectionList, from input: borrowing InputFile,
        keep: (RowToMend) throws(StoreError) -> Int64?
    ) throws(StoreError) -> RejectSheets? {
        guard rejections.rows > 0, importer.wording != nil, importer.sheets != nil || importer.acceptance != .whole
        else {
            return nil
        }
        let reasons: RejectionReasons
        do throws(Errno) { reasons = try rejections.reasons() } catch { throw .temporaryFile(errno: error.rawValue) }
        let sheets = try importer.sheets.map { prefix throws(StoreError) in try RejectSheets(prefix) }
        let rows = try RejectedRows(of: input, scan, name: name)
        try rows.forEach(reasons) { above throws(StoreError) in
            try sheets?.begin(above: above, headings: rows.headings, headingRow: scan.head.heading.row)
        } _: { row throws(StoreError) in
            let number = try keep(row)
            try sheets?.add(row, number: number)
        }
        try sheets?.finish()
        return sheets
    }
}

extension FileReport {
    /// Takes over what is wrong with the file's rows.
    mutating func take(_ found: RejectionList) {
        rejections = found.inOrder
        rejectionsOmitted = found.omitted
        faultyRows = found.places
    }
}
