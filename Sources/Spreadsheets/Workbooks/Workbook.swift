package import SystemPackage

/// A workbook (ECMA-376, `.xlsx` and `.xlsm`): its sheets by name, and the rows of each.
package final class Workbook {
    private let archive: ZipArchive
    private let plan: WorkbookPlan
    private let texts: SharedTexts
    private let looks: [CellStyles.Look]
    /// A heading stands among the first so many rows.
    private static let rowsLookedAt = 30

    /// - Throws: `form`: no workbook, damaged, or made to do harm.
    package init(_ descriptor: FileDescriptor) throws(ReadingError) {
        archive = try ZipArchive(descriptor)
        plan = try WorkbookPlan(archive)
        texts = try SharedTexts(archive, plan.sharedTexts)
        let styles = CellStyles()
        if let part = plan.styles, archive.has(part) { try XMLPart(part, archive.open(part), styles).readAll() }
        looks = styles.looks
    }

    /// Names of the sheets with cells, in their order.
    package var sheets: [String] { plan.sheets.filter(\.hasCells).map(\.name) }
    package var hiddenSheets: [String] { plan.sheets.filter { $0.hasCells && $0.isHidden }.map(\.name) }

    /// The rows of a sheet, from its first. The rows of one sheet at a time may be read.
    package func rows(of sheet: String) throws(ReadingError) -> SheetRows {
        guard let found = plan.sheets.first(where: { $0.name == sheet && $0.hasCells }) else {
            throw .form(.unknownSheet(sheet, sheets: sheets))
        }
        let taker = SheetTaker(looks, countsFrom1904: plan.countsFrom1904)
        return SheetRows(try archive.part(found.part, taker), taker, texts)
    }

    /// The sheet that was told, hidden or not; else the one to be seen whose headings are known; else the only one to be
    /// seen that has rows.
    ///
    /// - Parameter knows: how many of the cells of a row are headings that the reader of the rows knows.
    package func choice(told: String?, knows: ([String]) -> Int) throws(ReadingError) -> String {
        if let told { return told }
        var (known, filled): ([String], [String]) = ([], [])
        for sheet in plan.sheets where sheet.hasCells && !sheet.isHidden {
            let rows = try rows(of: sheet.name)
            var (count, most) = (0, 0)
            while count < Self.rowsLookedAt, most < 2, let row = try rows.next() {
                count += 1
                if row.isBlank { continue }
                if filled.last != sheet.name { filled.append(sheet.name) }
                most = max(most, knows((0..<row.fieldCount).map { String(decoding: row.field($0), as: UTF8.self) }))
            }
            if most >= 2 { known.append(sheet.name) }
        }
        if known.count > 1 { throw .form(.severalSheets(known)) }
        if let only = known.first ?? (filled.count == 1 ? filled[0] : nil) { return only }
        // Nothing stands in any: the first one says so.
        if filled.isEmpty, let first = plan.sheets.first(where: { $0.hasCells && !$0.isHidden }) { return first.name }
        throw .form(.noSheet(sheets: filled.isEmpty ? sheets : filled))
    }
}
