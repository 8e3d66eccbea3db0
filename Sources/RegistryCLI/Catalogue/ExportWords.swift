import Registry

/// What `export` says.
extension Words {
    static func exported(_ rows: Int, _ noun: Noun, to path: String) -> Bilingual {
        let count = grouped("\(rows)")
        return Bilingual(
            "\(path.visible): \(count) \(rows == 1 ? noun.spoken : noun.spokenPlural)", "\(path.visible)：\(count) 条")
    }

    static let meantForEyes = Bilingual(
        "this file is for a spreadsheet program; to import it again, export without --excel",
        "此文件供电子表格软件查看；如需再次导入，请不要用 --excel")

    static let workbookToTerminal = Bilingual(
        "a workbook is nothing for a terminal; name a file with --output", "工作簿不能输出到终端；请用 --output 指定文件")

    static let excelIsCSV = Bilingual("--excel is a kind of CSV; leave --format out", "--excel 即一种 CSV；请去掉 --format")

    static func sheetIsFull(_ rows: Int) -> Bilingual {
        Bilingual(
            "a sheet holds \(grouped("\(rows)")) records, and there are more; export them as csv or jsonl, or those up to a day with --as-of; nothing was written",
            "一张工作表最多 \(grouped("\(rows)")) 条记录，实际更多；请改用 csv 或 jsonl，或用 --as-of 只导出某日以前的；未写出任何文件")
    }

    static func notAnExport(_ path: String) -> Bilingual {
        Bilingual(
            "\(path.visible): is there already; give another name, or --force to replace an earlier export",
            "\(path.visible)：已存在；请换一个文件名，或用 --force 替换以前的导出")
    }
}
