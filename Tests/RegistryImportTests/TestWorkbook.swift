/// A workbook made by hand: parts of XML in a zip archive that packs nothing.
struct TestWorkbook {
    struct Sheet {
        let name: String
        var isHidden = false
        /// The XML between `<sheetData>` and its end.
        let cells: String
    }

    var sheets: [Sheet]
    var sharedTexts: [String] = []
    /// Codes of number formats; a cell's style `s="1"` is the first.
    var formats: [String] = []
    var countsFrom1904 = false
    /// Parts besides, and parts in place of those made here.
    var others: [String: String] = [:]

    var bytes: [UInt8] {
        var parts: [(name: String, text: String)] = [
            (
                "_rels/.rels",
                relations([("rId1", "officeDocument", "xl/workbook.xml")])
            ),
            (
                "xl/workbook.xml",
                """
                <workbook xmlns="main" xmlns:r="relations"><workbookPr date1904="\(countsFrom1904 ? 1 : 0)"/><sheets>
                \(sheets.enumerated().map { index, sheet in
                    "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\""
                        + (sheet.isHidden ? " state=\"hidden\"/>" : "/>")
                }.joined())</sheets></workbook>
                """
            ),
            (
                "xl/_rels/workbook.xml.rels",
                relations(
                    sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
                        + [("rIdS", "styles", "styles.xml"), ("rIdT", "sharedStrings", "/xl/sharedStrings.xml")])
            ),
            (
                "xl/styles.xml",
                "<styleSheet><numFmts>"
                    + formats.enumerated().map { "<numFmt numFmtId=\"\(200 + $0)\" formatCode=\"\($1)\"/>" }.joined()
                    + "</numFmts><cellXfs><xf numFmtId=\"0\"/>"
                    + formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }.joined() + "</cellXfs></styleSheet>"
            ), ("xl/sharedStrings.xml", "<sst>\(sharedTexts.map { "<si>\($0)</si>" }.joined())</sst>"),
        ]
        for (index, sheet) in sheets.enumerated() {
            parts.append(
                ("xl/worksheets/sheet\(index + 1).xml", "<worksheet><sheetData>\(sheet.cells)</sheetData></worksheet>"))
        }
        for (name, text) in others.sorted(by: { $0.key < $1.key }) {
            parts.removeAll { $0.name == name }
            parts.append((name, text))
        }
        return Self.archive(parts)
    }

    private func relations(_ all: [(id: String, type: String, target: String)]) -> String {
        "<Relationships>"
            + all.map { "<Relationship Id=\"\($0.id)\" Type=\"http://types/\($0.type)\" Target=\"\($0.target)\"/>" }
            .joined() + "</Relationships>"
    }

    static func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var (bytes, list): ([UInt8], [UInt8]) = ([], [])
        func number(_ value: Int, _ length: Int) -> [UInt8] {
            (0..<length).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        for part in parts {
            let (name, text) = (Array(part.name.utf8), Array(part.text.utf8))
            // Version, flags, method, time and date; then the sum and the lengths.
            let head =
                number(20, 2) + number(0, 8) + number(Int(checksum(text)), 4) + number(text.count, 4)
                + number(text.count, 4) + number(name.count, 2) + number(0, 2)
            list += number(0x0201_4B50, 4) + number(20, 2) + head + number(0, 10) + number(bytes.count, 4) + name
            bytes += number(0x0403_4B50, 4) + head + name + text
        }
        let end =
            number(0x0605_4B50, 4) + number(0, 4) + number(parts.count, 2) + number(parts.count, 2)
            + number(list.count, 4) + number(bytes.count, 4) + number(0, 2)
        return bytes + list + end
    }

    /// CRC-32 (ISO 3309), bit by bit.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}
