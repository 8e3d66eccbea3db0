import Registry
import RegistryStore

extension Words {
    static func of(_ error: StoreError) -> Bilingual {
        switch error {
        case .sqlite(let error): of(error)
        // The registry's file
        case .noRegistry(let path):
            Bilingual(
                "there is no registry at \(path); make one with registry init --db \(path)",
                "\(path) 处没有登记库；请用 registry init --db \(path) 新建")
        case .notAllowed(let path): Bilingual("this login may not read \(path)", "当前登录用户无权读取 \(path)")
        case .registryExists(let path):
            Bilingual("there is a file at \(path) already; nothing is ever overwritten", "\(path) 已有文件；不会覆盖任何文件")
        case .notARegistry(let path, let why): Bilingual("\(path) is no registry: ", "\(path) 不是登记库：") + of(why)
        case .newerRegistry(let path, let version, let known):
            Bilingual(
                "\(path) is of version \(version), this program knows \(known); install a newer registry",
                "\(path) 为第 \(version) 版，本程序只识别到第 \(known) 版；请安装新版 registry")
        case .olderRegistry(let path, let version, let known):
            Bilingual(
                "\(path) is of version \(version), this program needs \(known); run registry migrate --db \(path)",
                "\(path) 为第 \(version) 版，本程序需要第 \(known) 版；请运行 registry migrate --db \(path)")
        case .alteredMigration(let name, let recorded, let shipped):
            Bilingual(
                "the migration \(name) that made this registry is not the one in this program"
                    + " (SHA-256 \(recorded.prefix(12))… and \(shipped.prefix(12))…); use the program that made it",
                "建立本登记库的迁移脚本 \(name) 与本程序所带的不一致"
                    + "（SHA-256 \(recorded.prefix(12))… 与 \(shipped.prefix(12))…）；请使用建库时的程序")
        case .networkFileSystem(let path, let kind):
            Bilingual(
                "\(path) is on a network file system (\(kind)), where SQLite's locks cannot be trusted; keep it on a local disk",
                "\(path) 位于网络文件系统（\(kind)），SQLite 的锁在其上不可靠；请放在本地磁盘")
        case .cannotCreate(let path, let code):
            Bilingual("cannot create \(path): ", "无法创建 \(path)：") + system(code)
        case .outputExists(let path):
            Bilingual(
                "there is a file at \(path.visible) already; --force replaces it", "\(path.visible) 已有文件；加 --force 可替换")
        case .unknownZone(let name):
            Bilingual(
                "this machine knows no time zone '\(name)'; names are those of /usr/share/zoneinfo (Debian package tzdata)",
                "本机没有时区“\(name)”；可用名称见 /usr/share/zoneinfo（Debian 软件包 tzdata）")
        case .unknownGroup(let name): Bilingual("this machine knows no group '\(name)'", "本机没有用户组“\(name)”")
        // Copies of it
        case .unsound(let path, let findings):
            Bilingual(
                "\(path) is damaged: \(findings) \(findings == 1 ? "thing does" : "things do") not hold; nothing was made of it",
                "\(path) 已损坏：有 \(findings) 处不成立；未据此生成任何文件")
        case .wouldReplace(let path):
            Bilingual(
                "there is a registry at \(path) already; with --force it is set aside and kept, and the backup put in its place",
                "\(path) 已有登记库；加 --force 则将其移开保留，再以备份替代")
        case .restoresItself(let path):
            Bilingual("\(path) is the registry itself; name a backup of it", "\(path) 就是登记库本身；请指定它的备份")
        case .notASnapshot(let path):
            Bilingual(
                "\(path) is there and is no published snapshot of a registry (a file of mode 444); only one of those is replaced",
                "\(path) 已存在，且不是登记库的发布快照（权限 444 的文件）；只替换此类快照")
        case .cannotWrite(let path, let code):
            Bilingual("cannot write \(path): ", "无法写入 \(path)：") + system(code)
                + Bilingual("; nothing of it was left", "；未留下任何内容")
        case .inUse(let path):
            Bilingual(
                "\(path) is in use by another program; end it, or wait longer with --wait",
                "\(path) 正被其他程序使用；请结束该程序，或用 --wait 延长等待")
        // Changes
        case .unfinishedChange(let number):
            Bilingual(
                "change \(number) was opened by another program and never sealed; nothing can be recorded after it",
                "变更 \(number) 由其他程序开启而未封签；其后无法再登记")
        case .totalTooLarge:
            Bilingual(
                "the total would pass 4·10^18 fen, more than can be counted; nothing was recorded; check the units",
                "累计将超过 4·10^18 分，无法计数；未登记任何内容；请核对单位")
        case .notRevertible(let change):
            Bilingual("change \(change) recorded nothing that could be taken back", "变更 \(change) 没有可撤销的登记内容")
        case .revertedAlready(let change, let other):
            Bilingual(
                "change \(change) is taken back already, by change \(other); registry revert \(other) gives it back",
                "变更 \(change) 已由变更 \(other) 撤销；registry revert \(other) 可恢复")
        case .nothingTakenBack(let change, let kept, let count): nothingTakenBack(change, kept, count)
        case .brokenReference(let table, let column):
            Bilingual(
                "a row of \(table) would name, in \(column), a record that is not there",
                "\(table) 的一行将在 \(column) 中引用不存在的记录")
        // Questions
        case .notATime(let text):
            Bilingual(
                "'\(text)' is no time; write 2026-11-23, 2026-11-23 14:13, 2026-11-23T06:13:00Z, a change's number or a seal",
                "“\(text)”不是时间；请写成 2026-11-23、2026-11-23 14:13、2026-11-23T06:13:00Z、变更号或封签")
        case .knownAtTooEarly(let asked, let first):
            Bilingual(
                "nothing was known at \(asked); the first change was made at \(first)",
                "\(asked) 时账面尚无内容；首个变更登记于 \(first)")
        case .noSuchChange(let number, let newest):
            Bilingual("there is no change \(number); the newest is \(newest)", "没有变更 \(number)；最新变更为 \(newest)")
        case .openChange(let number):
            Bilingual("change \(number) was never sealed; it is not known", "变更 \(number) 未曾封签，不计入账面")
        case .noSuchSeal(let text): Bilingual("no change has a seal that begins with \(text)", "没有以 \(text) 开头的封签")
        case .severalSeals(let text, let changes):
            Bilingual(
                "several seals begin with \(text), those of changes \(changes.map(String.init).joined(separator: ", ")); give more digits",
                "有多个封签以 \(text) 开头（变更 \(changes.map(String.init).joined(separator: "、"))）；请多给几位")
        case .notKnownThen(let noun, let name, let change):
            Bilingual(
                "\(noun.spoken) \(name) was not known, or void, after change \(change); see registry history \(noun.rawValue) \(name)",
                "变更 \(change) 之后，账面没有\(Words.noun(noun).chinese) \(name)，或其已作废；见 registry history \(noun.rawValue) \(name)"
            )
        case .notCountedThen(let noun, let name, let day):
            Bilingual(
                "\(noun.spoken) \(name) does not count as of \(day); see registry explain \(noun.rawValue) \(name)",
                "截至 \(day)，\(Words.noun(noun).chinese) \(name) 不计数；见 registry explain \(noun.rawValue) \(name)")
        case .addsNothing(let noun, let name, let day):
            Bilingual(
                "\(noun.spoken) \(name) adds nothing to the totals as of \(day); see registry show \(noun.rawValue) \(name)",
                "截至 \(day)，\(Words.noun(noun).chinese) \(name) 不计入累计数；见 registry show \(noun.rawValue) \(name)")
        // Records
        case .unknownRecord(let noun, let name):
            Bilingual(
                "no \(noun.spoken) \(name)" + (noun.belongsToVenue ? "; see registry list \(noun.plural)" : ""),
                "没有\(Words.noun(noun).chinese) \(name)" + (noun.belongsToVenue ? "；见 registry list \(noun.plural)" : "")
            )
        case .notARecordName(let text):
            Bilingual(
                "'\(text)' names no record; write venue and code, as in SH/D-2022-0001",
                "“\(text)”不是记录名；请写场所代码与编号，如 SH/D-2022-0001")
        case .namedTwice(let name, let row): Bilingual("\(name) stands in row \(row) already", "\(name) 已在第 \(row) 行列出")
        case .voidRecord(let noun, let name):
            Bilingual(
                "\(noun.spoken) \(name) was voided; it counts for nothing",
                "\(Words.noun(noun).chinese) \(name) 已作废，不计数")
        case .stillNamed(let noun, let name, let by, let count):
            Bilingual(
                "\(noun.spoken) \(name) is named by \(Words.count(count, by).english); void \(count == 1 ? "it" : "those") first",
                "有 \(Words.count(count, by).chinese)引用\(Words.noun(noun).chinese) \(name)；请先将其作废")
        case .cannotFollow(let noun, let name, let refusal):
            Bilingual("\(noun.spoken) \(name): ", "\(Words.noun(noun).chinese) \(name)：") + of(refusal)
        case .cannotReview(let change, let refusal):
            Bilingual("change \(change): ", "变更 \(change)：") + of(refusal)
        case .cannotAnswer(let item, let refusal): Bilingual("R\(item): ", "R\(item)：") + of(refusal)
        case .cannotDrop(let reject, let refusal):
            Bilingual("\(Reject.number(reject)): ", "\(Reject.number(reject))：") + of(refusal)
        case .refused(let refusals):
            refusals.map { refusal in
                let option = refusal.field.map { "--\($0.replacing("_", with: "-"))" }
                return (option.map { Bilingual("\($0): ", "\($0)：") } ?? Bilingual(same: "")) + of(refusal.refusal)
            }
            .joined(Bilingual(same: "\nregistry: "))
        // Files that are read
        case .temporaryFile(let code):
            Bilingual("cannot keep the sorted rows in a temporary file: ", "无法把排序后的行写入临时文件：") + system(code)
                + Bilingual("; set TMPDIR to a roomy folder", "；请把 TMPDIR 指向空间充足的目录")
        case .cannotKeep(let path, let code):
            Bilingual("cannot keep a copy of the file as \(path): ", "无法将文件副本存为 \(path)：") + system(code)
                + Bilingual("; nothing of it was recorded", "；该文件未登记任何内容")
        case .stopped:
            Bilingual("stopped by a signal; nothing of the file in hand was recorded", "被信号中止；正在处理的文件未登记任何内容")
        case .changedWhileRead(let name):
            Bilingual(
                "\(name) changed while it was being read; nothing of it was recorded; import it again when it is whole",
                "\(name) 在读取过程中发生变化；未登记任何内容；请待文件完整后重新导入")
        }
    }

    private static func nothingTakenBack(_ change: Int64, _ kept: [Reversal.Kept], _ count: Int64) -> Bilingual {
        guard !kept.isEmpty else {
            return Bilingual("nothing of change \(change) is left to take back", "变更 \(change) 已没有可撤销的内容")
        }
        let head = Bilingual(
            "change \(change) cannot be taken back, and nothing was:", "变更 \(change) 无法全部撤销，因此未作任何撤销：")
        let more = count - Int64(kept.count)
        let rest = more > 0 ? [Bilingual("and \(more) more", "另有 \(more) 项")] : []
        return ([head] + (kept.map(of) + rest).map { "registry: " + $0 }).joined(Bilingual(same: "\n"))
    }

    private static func of(_ flaw: RegistryFlaw) -> Bilingual {
        switch flaw {
        case .noPlainFile: Bilingual("it is no plain file", "它不是普通文件")
        case .empty: Bilingual("it is empty", "它是空文件")
        case .otherApplication(let id): Bilingual("its application_id is \(id)", "其 application_id 为 \(id)，属其他程序")
        case .version(let version): Bilingual("its user_version is \(version)", "其 user_version 为 \(version)，登记库没有此版本")
        case .noZone: Bilingual("it names no zone", "其中没有时区设置")
        case .noChange: Bilingual("it holds no change", "其中没有任何变更")
        case .sqlite(let message): Bilingual(message, "SQLite 报告：\(message)")
        }
    }
}
