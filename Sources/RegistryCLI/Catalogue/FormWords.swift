import Spreadsheets

extension Words {
    /// Why no rows can be read from a file, behind its name.
    static func of(_ fault: FormFault) -> String {
        switch fault {
        case .packedBytesEndEarly: "ends early: it was not sent whole; ask for it again"
        case .packedBytesDamaged: "is damaged: its packed bytes cannot be unpacked; ask for it again"
        case .unpacksTooFar: "unpacks to more than 400 times its size, as no sheet does; it is not read"
        case .oldWorkbook: "is a workbook of the old form (.xls); save it as .xlsx or CSV"
        case .encryptedWorkbook: "is a workbook locked with a password; save it without one"
        case .binaryWorkbook: "is a binary workbook (.xlsb); save it as .xlsx or CSV"
        case .openDocument: "is an OpenDocument sheet (.ods); save it as .xlsx or CSV"
        case .webPage: "is a web page and no sheet, whatever its name says; save it as .xlsx or CSV"
        case .xmlDocument: "is an XML document and no workbook; save it as .xlsx or CSV"
        case .otherArchive: "is an archive and no workbook; unpack it first"
        case .jsonArray: "is one JSON list; JSON lines are read: one object a line, without brackets and commas between"
        case .noWorkbook: "is no workbook and has no sheets; leave --sheet out"
        case .noText: "is a workbook and has no encoding and no delimiter; leave --encoding and --delimiter out"
        case .keysTooLong(let line):
            "has too many or too long keys, up to line \(line), for the headings of a sheet: at most 16,384, of 1,000 bytes each and 1 MiB together"
        case .archiveDamaged: "is a damaged workbook: its archive does not hold together; ask for it again"
        case .doubledPart(let part): "is a workbook that holds \(part) twice; which of them counts cannot be told"
        case .missingPart(let part): "is a damaged workbook: it lacks \(part)"
        case .sheetDamaged(let part, let row):
            "is a damaged workbook: row \(row) of \(part) has cells out of order, a cell with two values or a text that is not there; open it, save it anew and try again"
        case .xmlDamaged(let part, let line): "is a damaged workbook: \(part) is no XML from line \(line) on"
        case .documentType(let part):
            "is a workbook whose \(part) declares a document type, as no spreadsheet program does; it is not read"
        case .textsTooLarge(let most): "is a workbook with more than \(most >> 20) MiB of texts; save it as CSV"
        case .unknownSheet(let sheet, let sheets): "has no sheet '\(sheet)'; it has \(sheets.joined(separator: ", "))"
        case .severalSheets(let sheets):
            "has several sheets with such rows: \(sheets.joined(separator: ", ")); choose one with --sheet"
        case .noSheet(let sheets):
            "has no sheet with headings that are known; choose one with --sheet: \(sheets.joined(separator: ", "))"
        case .encodingUnsupported(let name): "is in the encoding \(name), which cannot be read; save it as UTF-8"
        case .encodingUnknown(let reading):
            "is not UTF-8, and "
                + (reading.map { "read as GB 18030 its heading would be \($0), of which nothing is known" }
                    ?? "does not tell what else it is")
                + "; tell its encoding with --encoding, such as gb18030, big5, shift-jis or utf-16"
        case .rowsUndecoded(let reading):
            "has rows that are not UTF-8 below a heading that does not tell what they are"
                + (reading.map { "; read as GB 18030 the first would be \($0)" } ?? "")
                + "; tell its encoding with --encoding, such as gb18030, big5 or shift-jis"
        }
    }
}
