/// The parts of a workbook that are the same in each that is written here, but for the name of its sheet.
enum WorkbookParts {
    static let sheet = "xl/worksheets/sheet1.xml"

    private static let prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let ofDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let ofPackage = "http://schemas.openxmlformats.org/package/2006"

    /// All but the sheet, by name.
    static func around(sheet name: String) -> [(name: String, text: String)] {
        let types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
        var shown: [UInt8] = []
        SheetWriting.append(name, to: &shown)
        return [
            (
                "[Content_Types].xml",
                """
                \(prolog)<Types xmlns="\(ofPackage)/content-types">\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Default Extension="xml" ContentType="application/xml"/>\
                <Override PartName="/xl/workbook.xml" ContentType="\(types).sheet.main+xml"/>\
                <Override PartName="/\(self.sheet)" ContentType="\(types).worksheet+xml"/>\
                <Override PartName="/xl/styles.xml" ContentType="\(types).styles+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                """
                \(prolog)<Relationships xmlns="\(ofPackage)/relationships">\
                <Relationship Id="rId1" Type="\(ofDocument)/officeDocument" Target="xl/workbook.xml"/></Relationships>
                """
            ),
            (
                "xl/workbook.xml",
                """
                \(prolog)<workbook xmlns="\(main)" xmlns:r="\(ofDocument)"><sheets>\
                <sheet name="\(String(decoding: shown, as: UTF8.self))" sheetId="1" r:id="rId1"/></sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """
                \(prolog)<Relationships xmlns="\(ofPackage)/relationships">\
                <Relationship Id="rId1" Type="\(ofDocument)/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="\(ofDocument)/styles" Target="styles.xml"/></Relationships>
                """
            ), ("xl/styles.xml", styles),
        ]
    }

    /// Number format 49 is text: what is typed into such a cell stays as it is typed; 4 has groups of thousands and two
    /// places.
    private static let styles = """
        \(prolog)<styleSheet xmlns="\(main)">\
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
        <fonts count="2"><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>\
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFF2CC"/></patternFill></fill></fills>\
        <borders count="1"><border/></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
        <cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
        <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" \
        applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
        <xf numFmtId="49" fontId="0" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFill="1" \
        applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
        <xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
        <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>
        """

    static func beforeRows(widths: [Int], looks: [SheetWriting.Look], frozenRows: Int) -> String {
        let columns = widths.enumerated().map { place, width in
            let look = place < looks.count ? looks[place] : .plain
            return
                "<col min=\"\(place + 1)\" max=\"\(place + 1)\" width=\"\(width)\" style=\"\(look.rawValue)\" customWidth=\"1\"/>"
        }
        let others = "<col min=\"\(widths.count + 1)\" max=\"16384\" width=\"16\" style=\"1\" customWidth=\"1\"/>"
        let pane =
            "<pane ySplit=\"\(frozenRows)\" topLeftCell=\"A\(frozenRows + 1)\" activePane=\"bottomLeft\" state=\"frozen\"/>"
        return """
            \(prolog)<worksheet xmlns="\(main)"><sheetViews><sheetView workbookViewId="0">\(pane)</sheetView></sheetViews>\
            <cols>\(columns.joined())\(others)</cols><sheetData>
            """
    }

    /// Numbers that stand as texts are meant to: nobody need be warned of them.
    static let behindRows = """
        </sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>
        """
}
