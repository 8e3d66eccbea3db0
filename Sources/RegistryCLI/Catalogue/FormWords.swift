import Registry
import Spreadsheets

extension Words {
    /// Why no rows can be read from a file, behind its name.
    static func of(_ fault: FormFault) -> Bilingual {
        switch fault {
        case .packedBytesEndEarly: Bilingual("ends early: it was not sent whole; ask for it again", "不完整：传输中断；请对方重新报送")
        case .packedBytesDamaged:
            Bilingual("is damaged: its packed bytes cannot be unpacked; ask for it again", "已损坏：压缩内容无法解开；请对方重新报送")
        case .unpacksTooFar:
            Bilingual(
                "unpacks to more than 400 times its size, as no sheet does; it is not read",
                "解压后超过原大小 400 倍，不是正常表格；不予读取")
        case .oldWorkbook:
            Bilingual("is a workbook of the old form (.xls); save it as .xlsx or CSV", "是旧格式工作簿（.xls）；请另存为 .xlsx 或 CSV")
        case .encryptedWorkbook:
            Bilingual("is a workbook locked with a password; save it without one", "是加密工作簿；请去除密码后另存")
        case .binaryWorkbook:
            Bilingual("is a binary workbook (.xlsb); save it as .xlsx or CSV", "是二进制工作簿（.xlsb）；请另存为 .xlsx 或 CSV")
        case .openDocument:
            Bilingual(
                "is an OpenDocument sheet (.ods); save it as .xlsx or CSV", "是 OpenDocument 表格（.ods）；请另存为 .xlsx 或 CSV")
        case .webPage:
            Bilingual(
                "is a web page and no sheet, whatever its name says; save it as .xlsx or CSV",
                "内容是网页而非表格，与扩展名不符；请另存为 .xlsx 或 CSV")
        case .xmlDocument:
            Bilingual("is an XML document and no workbook; save it as .xlsx or CSV", "是 XML 文档而非工作簿；请另存为 .xlsx 或 CSV")
        case .otherArchive: Bilingual("is an archive and no workbook; unpack it first", "是压缩包而非工作簿；请先解压")
        case .jsonArray:
            Bilingual(
                "is one JSON list; JSON lines are read: one object a line, without brackets and commas between",
                "是整个 JSON 列表；请改为 JSON Lines：每行一个对象，不加方括号和逗号")
        case .noWorkbook: Bilingual("is no workbook and has no sheets; leave --sheet out", "不是工作簿，没有工作表；请去掉 --sheet")
        case .noText:
            Bilingual(
                "is a workbook and has no encoding and no delimiter; leave --encoding and --delimiter out",
                "是工作簿，无所谓编码和分隔符；请去掉 --encoding 和 --delimiter")
        case .keysTooLong(let line):
            Bilingual(
                "has too many or too long keys, up to line \(line), for the headings of a sheet: at most 16,384, of 1,000 bytes each and 1 MiB together",
                "到第 \(line) 行为止，键过多或过长，不宜作表头：最多 16,384 个，每个 1,000 字节，合计 1 MiB")
        case .archiveDamaged:
            Bilingual(
                "is a damaged workbook: its archive does not hold together; ask for it again", "工作簿已损坏：压缩结构不完整；请对方重新报送")
        case .doubledPart(let part):
            Bilingual(
                "is a workbook that holds \(part) twice; which of them counts cannot be told",
                "工作簿中 \(part) 出现两次，无法判断以哪个为准")
        case .missingPart(let part): Bilingual("is a damaged workbook: it lacks \(part)", "工作簿已损坏：缺少 \(part)")
        case .sheetDamaged(let part, let row):
            Bilingual(
                "is a damaged workbook: row \(row) of \(part) has cells out of order, a cell with two values or a text that is not there; open it, save it anew and try again",
                "工作簿已损坏：\(part) 第 \(row) 行的单元格次序错乱、一格两值或所引文字不存在；请打开后重新保存再试")
        case .xmlDamaged(let part, let line):
            Bilingual(
                "is a damaged workbook: \(part) is no XML from line \(line) on", "工作簿已损坏：\(part) 从第 \(line) 行起不是 XML")
        case .documentType(let part):
            Bilingual(
                "is a workbook whose \(part) declares a document type, as no spreadsheet program does; it is not read",
                "工作簿的 \(part) 声明了文档类型，表格软件不会如此；不予读取")
        case .textsTooLarge(let most):
            Bilingual(
                "is a workbook with more than \(most >> 20) MiB of texts; save it as CSV",
                "工作簿文字超过 \(most >> 20) MiB；请另存为 CSV")
        case .unknownSheet(let sheet, let sheets):
            Bilingual("has no sheet '\(sheet)'; it has ", "没有工作表“\(sheet)”；现有：") + sheets.listed()
        case .severalSheets(let sheets):
            Bilingual("has several sheets with such rows: ", "有多个工作表含此类行：") + sheets.listed()
                + Bilingual("; choose one with --sheet", "；请用 --sheet 选定")
        case .noSheet(let sheets):
            Bilingual(
                "has no sheet with headings that are known; choose one with --sheet: ", "没有表头可识别的工作表；请用 --sheet 选定：")
                + sheets.listed()
        case .encodingUnsupported(let name):
            Bilingual(
                "is in the encoding \(name), which cannot be read; save it as UTF-8", "编码为 \(name)，无法读取；请另存为 UTF-8")
        case .encodingUnknown(let reading):
            Bilingual("is not UTF-8, and ", "不是 UTF-8 编码，")
                + (reading.map {
                    Bilingual(
                        "read as GB 18030 its heading would be \($0), of which nothing is known",
                        "按 GB 18030 读取时表头为 \($0)，无法识别")
                } ?? Bilingual("does not tell what else it is", "也看不出是什么编码"))
                + Bilingual(
                    "; tell its encoding with --encoding, such as gb18030, big5, shift-jis or utf-16",
                    "；请用 --encoding 指明编码，如 gb18030、big5、shift-jis 或 utf-16")
        case .rowsUndecoded(let reading):
            Bilingual(
                "has rows that are not UTF-8 below a heading that does not tell what they are",
                "表头之下有不是 UTF-8 的行，从表头看不出编码")
                + (reading.map { Bilingual("; read as GB 18030 the first would be \($0)", "；按 GB 18030 读取时首行为 \($0)") }
                    ?? Bilingual(same: ""))
                + Bilingual(
                    "; tell its encoding with --encoding, such as gb18030, big5 or shift-jis",
                    "；请用 --encoding 指明编码，如 gb18030、big5 或 shift-jis")
        }
    }
}
