import Glibc
import TestSupport
import Testing

/// Programs by which venues make their sheets, where they are installed.
private enum Makers {
    static let openpyxl = hasModule("openpyxl")
    static let xlsxwriter = hasModule("xlsxwriter")
    static let libreOffice = access("/usr/bin/soffice", X_OK) == 0

    private static func hasModule(_ name: String) -> Bool {
        guard access("/usr/bin/python3", X_OK) == 0 else { return false }
        return (try? ShellRun("/usr/bin/python3 -c 'import \(name)'", in: TestFolder()))?.exitCode == 0
    }
}

@Suite("Sheets made by other programs")
struct MadeByOthersTests {
    /// Two deals of 120 万元 and 1,234.5678 万元, a total, dates with points and in Chinese, a title with the unit.
    private static let rows = """
        rows = [['技术合同登记表', None, None, None, '单位：万元'], ['合同编号', '合同类别', '成交金额', '签订日期', '成果名称'],
                ['007', '技术转让', 120, '2021.3.12', '一种装置'], ['008', '技术许可', 1234.5678, '2016年11月18日', '二'],
                ['009', '技术咨询', 0.1 + 0.2, DAY, '三'], ['合计', None, 1354.8678, None, None]]
        """

    private static let registry = """
        registry init > /dev/null
        registry add-venue --code SH --name 沪东技术交易所 --joined-on 2010-10-28 > /dev/null 2>&1
        """

    private func check(_ script: String, file: String) throws {
        let folder = try TestFolder()
        let made = try ShellRun("cat > make.py <<'END'\n\(script)\nEND\n/usr/bin/python3 make.py", in: folder)
        try #require(made.exitCode == 0, "\(made.talk)")
        try take(file, in: folder)
    }

    private func take(_ file: String, in folder: TestFolder) throws {
        let run = try ShellRun(
            """
            \(Self.registry)
            registry import \(file) --venue SH --format csv | cut -d, -f 2-
            registry list deals --format csv | cut -d, -f 2,11,17 | sort
            """, in: folder)
        #expect(
            run.output == [
                "kind,outcome,read,new,changed,unchanged,rejected,set_aside,change", "deals,imported,3,3,0,0,0,2,3",
                "007,1200000.00,2021-03-12", "008,12345678.00,2016-11-18", "009,3000.00,2022-06-21",
                "code,amount_yuan,signed_on",
            ], "\(run.talk)")
    }

    @Test("openpyxl", .enabled(if: Makers.openpyxl, "python3-openpyxl is not installed"))
    func openpyxl() throws {
        try check(
            """
            import openpyxl, datetime
            DAY = datetime.date(2022, 6, 21)
            \(Self.rows)
            book = openpyxl.Workbook()
            for row in rows: book.active.append(row)
            book.create_sheet('说明').append(['填表说明'])
            book.save('book.xlsx')
            """, file: "book.xlsx")
    }

    @Test(
        "xlsxwriter, with shared texts and in constant memory",
        .enabled(if: Makers.xlsxwriter, "python3-xlsxwriter is not installed"), arguments: ["True", "False"])
    func xlsxwriter(constantMemory: String) throws {
        try check(
            """
            import xlsxwriter, datetime
            DAY = datetime.datetime(2022, 6, 21)
            \(Self.rows)
            book = xlsxwriter.Workbook('book.xlsx', {'constant_memory': \(constantMemory), 'default_date_format': 'yyyy"年"m"月"d"日"'})
            sheet = book.add_worksheet('成交')
            for number, row in enumerate(rows): sheet.write_row(number, 0, row)
            book.close()
            """, file: "book.xlsx")
    }

    @Test(
        "LibreOffice: a workbook, and CSV in the encodings of venues",
        .enabled(if: Makers.libreOffice, "LibreOffice is not installed"),
        arguments: [
            ("xlsx", "book.xlsx"), ("csv:Text - txt - csv (StarCalc):44,34,GB18030", "book.csv"),
            ("csv:Text - txt - csv (StarCalc):59,34,65535", "book.csv"),
        ])
    func libreOffice(filter: String, file: String) throws {
        let folder = try TestFolder()
        let made = try ShellRun(
            """
            cat > book.fods.csv <<'END'
            技术合同登记表,,,,单位：万元
            合同编号,合同类别,成交金额,签订日期,成果名称
            '007,技术转让,120,2021.3.12,一种装置
            '008,技术许可,1234.5678,2016年11月18日,二
            '009,技术咨询,0.3,2022-06-21,三
            合计,,1354.8678,,
            END
            sed "s/^'//" book.fods.csv > book.csv
            soffice --headless --infilter='Text - txt - csv (StarCalc):44,34,UTF-8,1,1/2/2/2/4/2/5/2' --convert-to ods --outdir made book.csv > /dev/null 2>&1
            soffice --headless --convert-to '\(filter)' --outdir out made/book.ods > /dev/null 2>&1
            test -e out/\(file)
            """, in: folder)
        try #require(made.exitCode == 0, "\(made.talk)")
        try take("out/\(file)", in: folder)
    }

    @Test("a text of each encoding that venues use", arguments: ["GB18030", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"])
    func text(encoding: String) throws {
        let folder = try TestFolder()
        let made = try ShellRun(
            """
            cat > book.csv <<'END'
            技术合同登记表,,,,单位：万元
            合同编号,合同类别,成交金额,签订日期,成果名称
            007,技术转让,120,2021.3.12,一种装置
            008,技术许可,"1,234.5678",2016年11月18日,二
            009,技术咨询,0.3,2022-06-21,三
            合计,,1354.8678,,
            END
            iconv -t \(encoding) book.csv > book.out
            """, in: folder)
        try #require(made.exitCode == 0, "\(made.talk)")
        try take("book.out", in: folder)
    }
}
