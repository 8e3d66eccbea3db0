import Registry

extension HelpWords {
    /// Of asking and proving.
    static let ofAsking: [Bilingual] = [
        Bilingual(
            "Prove that the registry is what was recorded: seals, totals, references, rules, schema, file.",
            "核验登记库与所登记的一致：封签、累计数、引用、规则、结构、文件。"),
        Bilingual(
            "Everything is computed anew from what the file holds. Every failure is a row; the exit code is 1 where there is any. Its column is empty where nothing tells which of them was altered. A checkpoint that was kept elsewhere proves the history up to it, even against somebody who computed all seals anew. Only a checkpoint proves the end: changes taken off the end with all they recorded leave a sound older registry behind.",
            "全部据文件内容重新计算。每处不符列一行；有不符时退出码为 1。无从判断哪一列被改动时，列名为空。另存的检查点可证明此前的历史，即使有人重算了全部封签。末尾是否完整只有检查点能证明：把末尾若干变更连同其登记内容一并去掉，剩下的仍是一个完好的旧登记库。"
        ),
        Bilingual(
            "A checkpoint of this registry that was kept elsewhere; - is standard input.",
            "另存的本登记库检查点；- 为标准输入。"),
        Bilingual(
            "Read and hash the kept files again too.",
            "来文存档也重新读取并计算摘要。"),
        Bilingual(
            "The newest seal with the totals, as a small JSON document to keep elsewhere or to publish.",
            "最新封签与累计数，以简短的 JSON 文档输出，可另存或公布。"),
        Bilingual(
            "The day of the totals (default: today).",
            "累计数的截止日期（默认：今天）。"),
        Bilingual(
            "Where it is written (default: standard output).",
            "写到何处（默认：标准输出）。"),
        Bilingual(
            "Replace the checkpoint that has this name.",
            "替换同名的检查点。"),
        Bilingual(
            "One page to publish or to mail: figures, curves, parts, the last night, corrections, and the seal.",
            "可公布或以邮件发送的一页报告：指标、趋势、构成、最近一晚、更正与封签。"),
        Bilingual(
            "The page holds all it needs and asks no network. Corrections are told since the state that --since names, else since our newest publication (figures publish), else since the day on which others last published. With --as-published the headline figures are those that were published of the day, as they were printed, each beside the computed one where they differ; the rest is computed, from the very state that was published where it was published from here. A report that has the name of the output is replaced, nothing else is.",
            "页面自含全部内容，不访问网络。更正自 --since 所指时点起列出；未指明时自本库最近一次公布（figures publish）起，否则自他方最近公布之日起。加 --as-published 时主要指标按当日公布的原样列出，与账面值不同的并列账面值；其余均由账面计算得出，由本库公布的，以公布时的账面为准。输出文件名已是报告的予以替换，其他文件一概不动。"
        ),
        Bilingual(
            "As it was published of this day.",
            "按该日公布的数据。"),
        Bilingual(
            "Corrections after this state, told as --known-at is.",
            "列出此时点之后的更正，写法同 --known-at。"),
        Bilingual(
            "html or markdown (default: as the output's name ends, else html).",
            "html 或 markdown（默认：按输出文件的扩展名，否则 html）。"),
        Bilingual(
            "Cumulative totals as of a day, as known at a time.",
            "截至某日的累计数，以账面某一时点所知为准。"),
        Bilingual(
            "Venues of which a file was due by then, and neither it nor a later one came, are named (venues_behind): what is theirs may not be counted yet. See registry status.",
            "届时应报而未报、其后也未补报的场所会列出（venues_behind）：其数据可能尚未计入。见 registry status。"),
        Bilingual(
            "What had happened by the end of this day (default: today).",
            "截至该日终了（默认：今天）。"),
        Bilingual(
            "What happened within 2022, 2022H1, 2022Q2, 2022-06 or FROM..TO.",
            "2022、2022H1、2022Q2、2022-06 或“起..止”期间之内。"),
        Bilingual(
            "What happened from this day on …",
            "自该日起……"),
        Bilingual(
            "… up to this one (default: today).",
            "……至该日止（默认：今天）。"),
        Bilingual(
            "Beside another such period: 2021, FROM..TO, previous or year-before.",
            "与另一期间对比：2021、起..止、previous（上期）或 year-before（上年同期）。"),
        Bilingual(
            "Taken apart by one key, or two with a comma: venue, network, region, month, quarter, year, kind, field, mode, seller, buyer, provider, national-kind, seller-region or buyer-region.",
            "按一项或以逗号连接的两项分组：venue、network、region、month、quarter、year、kind、field、mode、seller、buyer、provider、national-kind、seller-region、buyer-region。"
        ),
        Bilingual(
            "Money rounded in 元, 千元, 万元 or 亿元 (yuan, qian, wan, yi); halves away from zero.",
            "金额以元、千元、万元或亿元（yuan、qian、wan、yi）四舍五入。"),
        Bilingual(
            "Decimals of --unit (default: 2).",
            "--unit 的小数位数（默认：2）。"),
        Bilingual(
            "As it was published of this day, and not as it is computed.",
            "按该日公布的原样，而非按现算。"),
        Bilingual(
            "With the seal that the totals stand on.",
            "附上累计数所依据的封签。"),
        Bilingual(
            "Published figures, and whether the registry's totals hold them.",
            "公布数据，以及登记库的累计数是否与之相符。"),
        Bilingual(
            "Import published figures; a corrected one keeps its old version.",
            "导入公布数据；更正的保留旧版本。"),
        Bilingual(
            "The headings are as_of, metric, comparison, value, unit, published_on, source.",
            "表头为 as_of、metric、comparison、value、unit、published_on、source。"),
        Bilingual(
            "List the published figures.",
            "列出公布数据。"),
        Bilingual(
            "Set each published figure beside the computed one; exit 1 when one is off.",
            "把每项公布数据与账面值并列；有不符时退出码为 1。"),
        Bilingual(
            "For a figure that is off, the changes that moved it since it was published (or, where it is older than the registry, since it was first recorded) are named, in JSON under moved_by. With --known-at a figure is the one of then, or the first that came, where none had come yet.",
            "不符的公布数据，会列出自公布以来（早于登记库的，自首次登记以来）使其变动的各次变更，JSON 中在 moved_by 之下。加 --known-at 时，公布数据取当时的版本；当时尚无的，取首个版本。"),
        Bilingual(
            "Only the figures of this day.",
            "只看该日的公布数据。"),
        Bilingual(
            "With the seal that the computed figures stand on.",
            "附上账面值所依据的封签。"),
        Bilingual(
            "Record the totals of a day as published from here, with the seal they stand on.",
            "把某日的累计数登记为由本处公布，连同所依据的封签。"),
        Bilingual(
            "The day of the totals.",
            "累计数的日期。"),
        Bilingual(
            "Where they are published.",
            "公布于何处。"),
        Bilingual(
            "List records, newest first: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services, changes, corrections, reviews, rejects, files, arrivals, figures, calendar.",
            "列出记录，最新在前：venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates、services、changes、corrections、reviews、rejects、files、arrivals、figures、calendar。"
        ),
        Bilingual(
            "Only what had happened by the end of this day, with the terms then in force.",
            "只看截至该日终了的情况，条款以当时有效者为准。"),
        Bilingual(
            "What to list: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services, changes, corrections, reviews, rejects, files, arrivals, figures, calendar.",
            "列出什么：venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates、services、changes、corrections、reviews、rejects、files、arrivals、figures、calendar。"
        ),
        Bilingual(
            "Only of this venue, by its code.",
            "只看该场所（代码）。"),
        Bilingual(
            "Only with a seller, buyer or owner whose name holds this.",
            "只看转让方、受让方或持有单位名称含此文字的。"),
        Bilingual(
            "Only with this in the code or the title.",
            "只看编号或名称含此文字的。"),
        Bilingual(
            "Only from this day on.",
            "只看自该日起的。"),
        Bilingual(
            "Only up to this day, which is included.",
            "只看到该日为止的（含当日）。"),
        Bilingual(
            "Only of this amount or more; a bare number is yuan.",
            "只看不少于此金额的；只写数字时以元计。"),
        Bilingual(
            "Only of this amount or less.",
            "只看不多于此金额的。"),
        Bilingual(
            "Only corrections by hand that nobody reviewed.",
            "只看无人复核的人工更正。"),
        Bilingual(
            "Only of this kind, in English or Chinese; of reviews conflict, duplicate or power_of_ten.",
            "只看此类别，中英文均可；待核对事项填 conflict、duplicate 或 power_of_ten。"),
        Bilingual(
            "Review items that were answered, superseded or settled, and rejects that wait no more, too.",
            "已答复、被取代或已无需处理的待核对事项，以及已销号的退回行，也列出。"),
        Bilingual(
            "At most so many rows; 0 for all (default: 100 in a table, else all).",
            "最多多少行；0 为全部（默认：table 为 100，其他为全部）。"),
        Bilingual(
            "Show one record, or one rejected row.",
            "显示一条记录，或一个退回行。"),
        Bilingual(
            "venue, party, intention, listing, demand, deal, contract_registration, instalment, payment, certificate, service or reject.",
            "venue、party、intention、listing、demand、deal、contract_registration、instalment、payment、certificate、service 或 reject。"
        ),
        Bilingual(
            "Its name: SH/D-2022-0001, a venue's code, a party's name, J12.",
            "其名称：SH/D-2022-0001、场所代码、单位名称、J12。"),
        Bilingual(
            "venue, party, intention, listing, demand, deal, contract_registration, instalment, payment, certificate or service.",
            "venue、party、intention、listing、demand、deal、contract_registration、instalment、payment、certificate 或 service。"),
        Bilingual(
            "Its name: SH/D-2022-0001, a venue's code, a party's name.",
            "其名称：SH/D-2022-0001、场所代码、单位名称。"),
        Bilingual(
            "Show every version of a record: what changed, who changed it, when, why, and from where.",
            "显示记录的每个版本：改了什么，谁改的，何时，为何，据何而改。"),
        Bilingual(
            "A row for each field that a change gave another value, and for each event and its corrections, in the order in which the ledger learned of them.",
            "变更使某字段取了新值的，每字段一行；每个事件及其更正各一行；按台账得知的先后排列。"),
        Bilingual(
            "Show what changed between two states of the registry, and what each change did to each total.",
            "显示登记库两个状态之间的变化，以及每次变更对各累计数的影响。"),
        Bilingual(
            "First how the records fared, summed by noun; then the changes that moved a total; then the records that were there before and differ, with their fields; at last the totals before and after. All that the records did, and all that the changes did, sums to the difference of the totals. Records that were added are summed with their noun and their change; --added lists each.",
            "先按对象汇总各记录的情况；再列使累计数变动的变更；再列原已存在而有变化的记录及其字段；最后是前后的累计数。全部记录的影响之和、全部变更的影响之和，均等于累计数之差。新增记录并入其对象和变更汇总；--added 逐条列出。"
        ),
        Bilingual(
            "The earlier state: a time, a change's number or a seal, as for --known-at.",
            "较早的状态：时间、变更号或封签，同 --known-at。"),
        Bilingual(
            "The later state (default: now).",
            "较晚的状态（默认：现在）。"),
        Bilingual(
            "What the changes did to the totals of this day (default: today).",
            "各变更对该日累计数的影响（默认：今天）。"),
        Bilingual(
            "List each record that was added, too.",
            "新增的记录也逐条列出。"),
        Bilingual(
            "At most so many changes and so many records; 0 for all (default: 20 in a table, else all).",
            "最多多少次变更、多少条记录；0 为全部（默认：table 为 20，其他为全部）。"),
        Bilingual(
            "Walk from a total to its records, and from a record to the file, the row and the change it came from.",
            "从累计数追到各记录，从记录追到文件、行号和所属变更。"),
        Bilingual(
            "Each row is what a record added to the total on a day: its signature, and later what became of it. All rows of a metric together are its total. The original text of a row is read from the file that was kept, once its digest is found to hold; else it is said why there is none.",
            "每行为一条记录于某日计入累计的部分：签订，以及后来的变化。同一指标各行之和即其累计数。行的原文取自存档的来文，先核对其摘要；取不到时说明原因。"),
        Bilingual(
            "deals, listings, intentions, demands, contract_registrations, instalments, payments, certificates, services or venues; or one of them, as deal, and a NAME.",
            "deals、listings、intentions、demands、contract_registrations、instalments、payments、certificates、services 或 venues；或其单数（如 deal）加名称。"
        ),
        Bilingual(
            "One record: SH/D-2022-0001, or a venue's code.",
            "一条记录：SH/D-2022-0001，或场所代码。"),
        Bilingual(
            "The total taken apart by venue, network, region, month, quarter, year, kind, field, mode, seller, buyer, provider, national-kind, seller-region or buyer-region.",
            "把累计数拆分：venue、network、region、month、quarter、year、kind、field、mode、seller、buyer、provider、national-kind、seller-region 或 buyer-region。"
        ),
        Bilingual(
            "Of the parts, the records of this one; '' for those that say nothing.",
            "只看其中这一部分的记录；'' 为未填者。"),
        Bilingual(
            "At most so many rows, 1000 at the most (default: 20 in a table, else 100).",
            "最多多少行，不超过 1000（默认：table 为 20，其他为 100）。"),
        Bilingual(
            "Say how a night stands, venue by venue, and what waits for a person.",
            "逐场所说明当夜进度，以及有哪些事须人处理。"),
        Bilingual(
            "The night is that of the run that took a file (import --inbox), or the day of an import by hand of a venue's file. A file is expected of a venue whose profile gives it an arrives_by, on nights for which that day is worked, see set-profile; until its time has passed it is due, then missing, and late once it came. What comes on a night for which nothing is due counts for the last night before. Without --night, the newest night of which a file must be there by now, or that of the newest run.",
            "当夜指取走文件的那次运行（import --inbox）的日期，或手工导入场所文件的日期。场所的格式配置写有 arrives_by 的，在其日为工作日的当夜应报文件，见 set-profile；未到时限为待报，过时为缺报，补到为迟到。无须报送之夜到的文件计入前一当夜。不加 --night 时，取此刻应已有文件的最近一夜，或最近一次运行之夜。"
        ),
        Bilingual(
            "It ends with 1 when something needs a person: a file that is missing, late, refused or empty, with fewer or more rows than expected_rows, or lacking records though it is complete; rejected rows and review items that are open; deals whose amounts more than doubled in a night or fell below half (of venues with 20 deals or more).",
            "有事须人处理时退出码为 1：文件缺报、迟到、被退回或为空，行数少于或多于 expected_rows，全量文件缺少记录；有未更正的退回行和未答复的待核对事项；场所成交金额（20 个成交项目以上）一夜之间增加一倍以上或减半以下。"
        ),
        Bilingual(
            "The day of the night (default: the newest one that was due, or run); tomorrow at the latest.",
            "当夜的日期（默认：最近应报或处理的一夜）；最迟为明天。"),
        Bilingual(
            "Ask in SQL, which can only read; or ask a named report.",
            "用 SQL 查询（只能读取），或调用具名报表。"),
        Bilingual(
            "One statement, over the views and tables of the registry. It reads, and nothing else: no write, no other file, no extension. It ends when its time is over, and takes at most 256 MiB; what it sorts or groups stays in memory, so that a list without bounds is better taken as it comes. --known-at shows every view as the registry knew it then.",
            "一条语句，可用登记库的各视图和表。只能读取：不能写入，不能访问其他文件，不能加载扩展。超时即止，内存最多 256 MiB；排序和分组都在内存中进行，没有上限的清单最好按原次序取出。--known-at 使各视图均以账面当时所知为准。"
        ),
        Bilingual(
            "A parameter is written :name. --param name=value gives it a text, --param name:=value a number. Each of a named report has its own kind, which --list tells, and takes nothing else.",
            "参数写作 :name。--param 名称=值 给出文本，--param 名称:=值 给出数字。具名报表的参数各有类别，见 --list，其他取值一概不接受。"),
        Bilingual(
            "A SELECT.",
            "一条 SELECT 语句。"),
        Bilingual(
            "Read the statement from this file; - is standard input.",
            "从该文件读取语句；- 为标准输入。"),
        Bilingual(
            "Ask this report, one of registry sql --list.",
            "调用该报表，名称见 registry sql --list。"),
        Bilingual(
            "List the named reports with their parameters.",
            "列出具名报表及其参数。"),
        Bilingual(
            "A value for a parameter; may be repeated.",
            "参数的值；可重复。"),
        Bilingual(
            "How long it may take: 500ms, 30s, 10m, 1h (default: 30s).",
            "最长用时：500ms、30s、10m、1h（默认：30s）。"),
        Bilingual(
            "What the views mean that any SQLite tool reads, and each of their columns.",
            "各视图及其各列的含义；任何 SQLite 工具都可读这些视图。"),
        Bilingual(
            "The columns of this view (default: the views).",
            "该视图的各列（默认：列出各视图）。"),
        Bilingual(
            "Every column of every view.",
            "全部视图的全部列。"),
    ]
}
