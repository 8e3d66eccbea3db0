import Registry

extension HelpWords {
    /// Of files, and how they are read.
    static let ofImporting: [Bilingual] = [
        Bilingual(
            "Import files of venues, parties, intentions, listings, demands, deals, contract registrations, instalments, payments, certificates and services, or a calendar, each whole or not at all.",
            "导入场所、单位、意向项目、挂牌项目、技术需求、成交项目、合同登记、分期约定、收付款、交易凭证、服务的文件，或工作日历；每份文件整份入库，否则全不入库。"),
        Bilingual(
            "Files are CSV, TSV and the like, JSON lines, compressed (.gz) or not, and workbooks (.xlsx), told by their bytes. Headings are recognised in English and Chinese; registry inspect FILE shows how a file is read. A file of a venue is read by the venue's profile, see set-profile. Files are taken in the order venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services. All that is wrong with a file is reported as FILE:ROW:COLUMN, and then none of it is recorded.",
            "文件可为 CSV、TSV 之类，JSON Lines，压缩（.gz）与否均可，以及工作簿（.xlsx），按内容识别。表头中英文均可识别；registry inspect 文件 可看如何读取。场所的文件按该场所的格式配置读取，见 set-profile。文件按场所、单位、意向项目、挂牌项目、技术需求、成交项目、合同登记、分期约定、收付款、交易凭证、服务的次序处理。文件中的全部错误以“文件:行:列”列出，有错则整份不登记。"
        ),
        Bilingual(
            "With --accept-valid the valid rows are recorded, and the others are kept as rejects, see registry list rejects. --rejects writes the rows at fault into two sheets, with or without --accept-valid: the file's own headings and cells, and before them what is wrong, in Chinese and in English. Such a sheet is imported as it is once it is mended, by the same profile if it is called FILE.rejects.xlsx or FILE.rejects.csv, and closes the rejects.",
            "加 --accept-valid 时有效行入库，其余作为退回行留存，见 registry list rejects。--rejects 把有误各行写入两份表格，与是否加 --accept-valid 无关：保留来文自身的表头和单元格，前面注明错误（中英文）。表格更正后即可原样导入；文件名为 FILE.rejects.xlsx 或 FILE.rejects.csv 的，沿用同一格式配置；导入后相应退回行销号。"
        ),
        Bilingual(
            "A calendar (--kind calendar) tells which days are worked where weekends do not: day (日期), is_working (是否工作日: 是, 否; or 类型: 班, 休) and, where there is one, name (名称). The newest row of a day holds; see list calendar.",
            "工作日历（--kind calendar）说明与周末规律不同的日子：day（日期）、is_working（是否工作日：是、否；或类型：班、休），有名称的写 name（名称）。同一日期以最新一行为准；见 list calendar。"
        ),
        Bilingual(
            "An inbox has a folder for each venue, named by its code (DIR/SH/deals.csv); the exchange's own files lie in DIR itself or in DIR/exchange. Each file moves to DIR/archive/DAY/VENUE or DIR/refused/DAY/VENUE, with its report and the sheets of its rejected rows beside it; valid rows are taken without the others as far as the venue's profile says tolerated_rejects. A file that still grows, ends in .part or .tmp, or is no plain file, is left and named. One run takes an inbox at a time; killed at any moment and run again, it loses nothing and takes nothing twice. It ends with the night's scoreboard, as registry status shows it: with 1 when something needs a person, with 65 when all was refused, with 75 when another run has the inbox or a signal ended it.",
            "收件目录之下每家场所一个子目录，以场所代码命名（DIR/SH/deals.csv）；交易所自己的文件放在 DIR 本身或 DIR/exchange。每份文件处理后移到 DIR/archive/日期/场所 或 DIR/refused/日期/场所，旁边附处理报告和退回行表格；在格式配置 tolerated_rejects 许可的范围内，有效行先行入库。仍在增长、以 .part 或 .tmp 结尾或不是普通文件的，不取并加说明。同一收件目录一次只由一个进程处理；随时中断后再次运行，不丢失也不重复。最后列出当夜进度表，与 registry status 相同：有事须人处理时退出码为 1，全部退回为 65，收件目录正被处理或被信号中止为 75。"
        ),
        Bilingual(
            "The files; - is standard input.",
            "文件；- 为标准输入。"),
        Bilingual(
            "Take the files of all venues from DIR/VENUE, and move them away.",
            "从“DIR/场所”取全部场所的文件，处理后移走。"),
        Bilingual(
            "With --inbox: write the readers' snapshot into this folder at the end.",
            "与 --inbox 连用：最后把供查阅的快照写入该目录。"),
        Bilingual(
            "With --inbox: the day of the night (default: today); tomorrow at the latest.",
            "与 --inbox 连用：当夜的日期（默认：今天）；最迟为明天。"),
        Bilingual(
            "What the rows are: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates or services (default: as the headings tell); or calendar.",
            "各行是什么：venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates 或 services（默认：据表头判断）；或 calendar。"
        ),
        Bilingual(
            "The venue whose files they are, and of rows that name none.",
            "文件所属的场所，也用于未写场所的行。"),
        Bilingual(
            "A profile to read them by, in the place of the one kept of the venue.",
            "读取所用的格式配置，替代该场所已保存的配置。"),
        Bilingual(
            "The field that a heading of the file means (repeatable).",
            "文件中某表头对应的字段（可重复）。"),
        Bilingual(
            "A field that all rows have alike (repeatable).",
            "各行统一的字段值（可重复）。"),
        Bilingual(
            "What a number without a unit means: yuan, qian, wan or yi.",
            "未写单位的数字以什么计：yuan、qian、wan 或 yi。"),
        Bilingual(
            "How days are written where the year is not first: dmy, mdy, or as dd-MMM-yy.",
            "日期不以年开头时的写法：dmy、mdy，或如 dd-MMM-yy。"),
        Bilingual(
            "The day from which amounts of deals hold that the files change: an amendment, so that the totals of earlier days stand.",
            "文件所改成交金额的生效日期：作为金额变更，此前各日的累计不变。"),
        Bilingual(
            "The files are complete for the months or years of their rows, or for all: month, year or all. What they lack is told, and stays.",
            "文件对其所含各月、各年或全部而言是完整的：month、year 或 all。所缺记录予以列出并保留。"),
        Bilingual(
            "Where to write the records that a complete file lacks, as CSV.",
            "把全量文件所缺的记录以 CSV 写到何处。"),
        Bilingual(
            "Take the valid rows of a file, keep the others as rejects, and end with 1.",
            "有效行入库，其余作为退回行留存，退出码为 1。"),
        Bilingual(
            "With --accept-valid: how many rows may be rejected, as 20 or 1%; else none is taken (default: as the profile tolerates, else any number).",
            "与 --accept-valid 连用：最多可退回多少行，如 20 或 1%；超过则全不入库（默认：按格式配置，否则不限）。"),
        Bilingual(
            "Write the rejected rows into BASE.csv and BASE.xlsx, to be mended and imported as they are.",
            "把退回行写入 BASE.csv 和 BASE.xlsx，更正后可原样导入。"),
        Bilingual(
            "A heading whose cells make the code, with others (repeatable).",
            "用其单元格拼成编号的表头，可与其他表头合用（可重复）。"),
        Bilingual(
            "The encoding, where the file does not tell it: utf-8, utf-16, gb18030 (gbk), big5, shift-jis …",
            "文件自身未表明时的编码：utf-8、utf-16、gb18030（gbk）、big5、shift-jis……"),
        Bilingual(
            "What stands between cells: comma, semicolon, tab, bar or one character (default: as the headings tell).",
            "单元格之间的分隔符：comma、semicolon、tab、bar 或单个字符（默认：据表头判断）。"),
        Bilingual(
            "The sheet of a workbook (default: the one whose headings are known).",
            "工作簿中的工作表（默认：表头可识别的那一个）。"),
        Bilingual(
            "Look at a file that nobody knows: how it is read, and the profile by which to read it.",
            "查看一份陌生文件：如何读取，以及据以读取的格式配置。"),
        Bilingual(
            "The profile is on standard output, to be edited and given to set-profile or import --profile; what is known of the file, and what is not, on standard error. What only a person can decide stands behind # in the profile. No registry is needed, and nothing is written to any.",
            "格式配置输出到标准输出，可编辑后交给 set-profile 或 import --profile；已识别和未识别的内容输出到标准错误。须由人判断的写在格式配置的 # 之后。无需登记库，也不写入任何登记库。"),
        Bilingual(
            "The file; - is standard input.",
            "文件；- 为标准输入。"),
        Bilingual(
            "List the fields instead: the headings under which each is recognised, and the words it takes.",
            "改为列出字段：各字段可识别的表头，以及可用的取值。"),
        Bilingual(
            "The venue whose file it is.",
            "文件所属的场所。"),
        Bilingual(
            "What the rows are: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates or services (default: as the headings tell).",
            "各行是什么：venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates 或 services（默认：据表头判断）。"
        ),
        Bilingual(
            "The encoding, where the file does not tell it.",
            "文件自身未表明时的编码。"),
        Bilingual(
            "What stands between cells: comma, semicolon, tab, bar or one character.",
            "单元格之间的分隔符：comma、semicolon、tab、bar 或单个字符。"),
        Bilingual(
            "The sheet of a workbook.",
            "工作簿中的工作表。"),
        Bilingual(
            "What a number without a unit means.",
            "未写单位的数字以什么计。"),
        Bilingual(
            "table is the profile; json (or jsonl) is all in one object. With --headings also csv and markdown.",
            "table 为格式配置；json（或 jsonl）为全部内容。与 --headings 连用时另有 csv 和 markdown。"),
        Bilingual(
            "Keep how a venue writes its files, so that import reads them by it.",
            "保存场所文件的格式配置，导入时据以读取。"),
        Bilingual(
            "A profile is one YAML text. Import reads a file of the venue by the first entry whose match fits its name; options on the command line go before it. All keys but match may be left out:",
            "格式配置是一段 YAML 文本。导入场所的文件时，取 match 与文件名相符的第一项；命令行选项优先。除 match 外各键均可省略："),
        Bilingual(
            "A file is expected of the nights for which something is due: with arrives_by: 18:00 of those whose own day is worked, by 18:00 on it; with 18:00 the day before (前一日18:00) of those whose day before is worked, for a run after midnight; hours from 24 on (26:00 the day before) are of the night's own morning. Times are in the registry's zone, working days by list calendar. When it came to lie in its folder decides whether it is late. expected_rows counts the rows of data of each file; from 0 on a file may be empty. Both act on status, on the end of import --inbox and on totals, and refuse nothing.",
            "有应报事项的当夜才要求报送文件：arrives_by: 18:00 指当日为工作日的，当日 18:00 前；前一日18:00（18:00 the day before）指前一日为工作日的，供零点后处理；24 时以上（26:00 the day before）指当夜凌晨。时间按登记库时区，工作日按 list calendar。是否迟到以文件放入目录的时间为准。expected_rows 为每份文件的数据行数；从 0 起的，文件可为空。两者只影响 status、import --inbox 的结尾和 totals，不会因此退回文件。"
        ),
        Bilingual(
            "tolerated_rejects tells how many rows of a file may be rejected while the others are taken, by registry import with --inbox, and with --accept-valid where --max-rejects is not given.",
            "tolerated_rejects 为其余行入库时允许退回的行数，用于 registry import --inbox，以及未给 --max-rejects 的 --accept-valid。"),
        Bilingual(
            "registry inspect --headings lists the fields and the words they take.",
            "registry inspect --headings 列出各字段及其取值。"),
        Bilingual(
            "Why; kept with the change.",
            "原因；随变更保存。"),
        Bilingual(
            "The profile, a YAML file; - is standard input.",
            "格式配置，YAML 文件；- 为标准输入。"),
        Bilingual(
            "Print a venue's profile as it was given, to be edited and set again.",
            "按原样输出场所的格式配置，可编辑后重新设置。"),
        Bilingual(
            "yaml, byte for byte as it was given, or json.",
            "yaml（逐字节原样）或 json。"),
    ]
}
