import Registry

extension HelpWords {
    /// Of the registry as such: making, copying and handing it on.
    static let ofRegistry: [Bilingual] = [
        Bilingual(
            "The ledger of a technology exchange: venues, listings, deals, and cumulative totals that can be proven.",
            "技术交易所台账：交易场所、挂牌项目、成交项目，以及可以核验的累计数。"),
        Bilingual(
            "The registry is one SQLite file: --db PATH, else $REGISTRY_DB, else $XDG_DATA_HOME/registry/registry.sqlite.",
            "登记库是一个 SQLite 文件：--db 路径，否则 $REGISTRY_DB，否则 $XDG_DATA_HOME/registry/registry.sqlite。"),
        Bilingual(
            "Every command takes --lang zh or en. A shell completes with registry --generate-completion-script bash (zsh, fish); where the manual is installed, man registry and man registry-totals show it.",
            "各命令均可加 --lang zh 或 en。命令行补全：registry --generate-completion-script bash（或 zsh、fish）；装有手册的，用 man registry、man registry-totals 查看。"
        ),
        Bilingual(
            "EXIT CODES\n  0 done · 1 a check did not hold, or part was refused · 64 misuse\n  65 data refused · 66 input missing · 73 cannot create\n  74 reading or writing failed · 75 busy, try again · 77 not allowed",
            "退出码\n  0 完成 · 1 核验不通过，或部分被退回 · 64 用法有误\n  65 数据被退回 · 66 缺少输入 · 73 无法创建\n  74 读写失败 · 75 正忙，请稍后再试 · 77 无权限"),
        Bilingual(
            "Show the version.",
            "显示版本。"),
        Bilingual(
            "Show help information.",
            "显示本帮助。"),
        Bilingual(
            "Make a registry.",
            "新建登记库。"),
        Bilingual(
            "The registry's file (default: $REGISTRY_DB, else $XDG_DATA_HOME/registry/registry.sqlite).",
            "登记库文件（默认：$REGISTRY_DB，否则 $XDG_DATA_HOME/registry/registry.sqlite）。"),
        Bilingual(
            "Who makes the change (default: $REGISTRY_ACTOR, else the login name).",
            "经办人（默认：$REGISTRY_ACTOR，否则登录名）。"),
        Bilingual(
            "Do everything, show what it would do, and take it back.",
            "试运行：照做一遍，列出结果，再全部撤回。"),
        Bilingual(
            "Seconds to wait for another writer (default: 600).",
            "等待其他写入程序的秒数（默认：600）。"),
        Bilingual(
            "The zone whose days the registry keeps.",
            "登记库日期所用的时区。"),
        Bilingual(
            "A group that may read and write it too (mode 0660 instead of 0600).",
            "另有读写权的用户组（权限 0660，而非 0600）。"),
        Bilingual(
            "Bring an older registry up to this program's schema; a copy is kept first.",
            "把旧版登记库升级到本程序的结构；先保留一份副本。"),
        Bilingual(
            "How rows are printed: table, json, jsonl, csv or markdown.",
            "各行的输出格式：table、json、jsonl、csv 或 markdown。"),
        Bilingual(
            "Only list the migrations: which were applied, and when.",
            "只列出迁移脚本：哪些已施行，何时施行。"),
        Bilingual(
            "Copy the registry, verified, while others go on writing.",
            "在他人继续写入时备份登记库，并加核验。"),
        Bilingual(
            "In a folder the copy is named by time and change, and the imported files that the registry keeps are copied beside it. A file is the registry alone. Nothing is ever overwritten.",
            "备份到目录时，副本按时间和变更命名，登记库保存的来文一并备份到旁边。备份到文件时，只含登记库本身。不会覆盖任何文件。"),
        Bilingual(
            "A new file, or a folder that is there.",
            "新文件，或已有目录。"),
        Bilingual(
            "Backups of this registry to keep in the folder; older ones go.",
            "目录中保留的本登记库备份份数；更早的予以清理。"),
        Bilingual(
            "Only say what it would do.",
            "只说明将做什么。"),
        Bilingual(
            "Put a backup in the registry's place, verified before and after.",
            "以备份替代登记库，前后均加核验。"),
        Bilingual(
            "A registry that is there is never overwritten: with --force it is set aside and kept. The imported files that lie with the backup come along.",
            "已有的登记库不会被覆盖：加 --force 则移开保留。与备份放在一起的来文一并恢复。"),
        Bilingual(
            "The backup.",
            "备份文件。"),
        Bilingual(
            "Set a registry that is there aside, and keep it beside the restored one.",
            "把已有的登记库移开，保留在恢复后的登记库旁。"),
        Bilingual(
            "Verify the backup and say what would be done.",
            "核验备份，并说明将做什么。"),
        Bilingual(
            "Seconds to wait for those who use the registry that is there (default: 600).",
            "等待登记库使用者退出的秒数（默认：600）。"),
        Bilingual(
            "Write a snapshot that everybody may read: for Datasette, DuckDB, spreadsheets.",
            "生成人人可读的快照：供 Datasette、DuckDB、电子表格使用。"),
        Bilingual(
            "One file of mode 444 without a log, which any login reads in a folder that it may not write. The snapshot that was there is replaced at once; who reads it goes on reading it.",
            "快照是单个文件，权限 444，无日志，任何登录用户在无写权的目录中均可读取。原有快照一次性替换；正在读取者不受影响。"),
        Bilingual(
            "The snapshot.",
            "快照文件。"),
        Bilingual(
            "The auditor's pack: the sealed lines, to be checked with sha256sum and any SQLite tool.",
            "审计包：已封签的各行，可用 sha256sum 和任何 SQLite 工具核对。"),
        Bilingual(
            "The registry is verified first. The archive holds for each change its seal and the rows that it recorded and changed, as the very lines that were sealed, the checkpoint, and a README that tells how to check them.",
            "先核验登记库。包内含每次变更的封签及其登记、更正的各行（即封签时的原样）、检查点，以及说明核对方法的 README。"),
        Bilingual(
            "As the registry knew it then: a day (its end), '2026-11-23 14:13', a stamp ending in Z, a change's number, or the first 8 digits or more of a seal.",
            "以账面当时所知为准：日期（当日终）、'2026-11-23 14:13'、以 Z 结尾的时间、变更号，或封签的前 8 位以上。"),
        Bilingual(
            "The archive, a new file.",
            "审计包文件，须为新文件。"),
        Bilingual(
            "Verify the registry and say what would be written.",
            "核验登记库，并说明将写出什么。"),
        Bilingual(
            "Write the records of a noun as a file that import takes again: csv, jsonl or xlsx.",
            "把一类记录写成可重新导入的文件：csv、jsonl 或 xlsx。"),
        Bilingual(
            "Amounts are yuan, a deal's the one that was signed; what became of a deal or a listing stands in a column events: 2022-12-01 amended 800000.00元; 2023-01-05 terminated. Imported into this registry the file changes nothing; imported into an empty one (venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services), it gives the same totals, by every key.",
            "金额以元计，成交项目为签订金额；成交项目和挂牌项目后来的变化写在 events 列：2022-12-01 amended 800000.00元; 2023-01-05 terminated。文件重新导入本登记库，不会有任何变化；依次导入空登记库（venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates、services），累计数及各项分组均相同。"
        ),
        Bilingual(
            "Not carried are void records; of a merged party its own name, credit code and region, since the one that stays stands for it; codes from before a move; and the history, profiles, the calendar, published figures and what waits for a person.",
            "以下内容不导出：已作废的记录；被合并单位自身的名称、信用代码和地区（由合并后保留的单位代替）；改号以前的编号；以及历史版本、格式配置、工作日历、公布数据和待人处理的事项。"
        ),
        Bilingual(
            "What to write: venues, parties, intentions, listings, demands, deals, contract_registrations, instalments, payments, certificates, services.",
            "导出什么：venues、parties、intentions、listings、demands、deals、contract_registrations、instalments、payments、certificates、services。"
        ),
        Bilingual(
            "The form of the file: csv, jsonl or xlsx (default: as the output's name ends, else csv).",
            "文件格式：csv、jsonl 或 xlsx（默认：按输出文件的扩展名，否则 csv）。"),
        Bilingual(
            "Where it is written, whole or not at all (default: standard output).",
            "写到何处，要么完整，要么不写（默认：标准输出）。"),
        Bilingual(
            "As CSV for a spreadsheet program: with a byte-order mark, and no text taken for a formula. Not to be imported.",
            "供电子表格软件查看的 CSV：带字节序标记，文本不会被当作公式。不可再导入。"),
        Bilingual(
            "Replace an earlier export that has this name.",
            "替换同名的以前的导出。"),
    ]
}
