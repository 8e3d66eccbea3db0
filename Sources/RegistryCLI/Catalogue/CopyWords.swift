import Registry
import RegistryProof
import RegistryStore

/// What is said of copies of a registry: backups, snapshots and packs.
extension Words {
    static func of(_ copy: WholeCopy) -> Bilingual {
        let size = mebibytes(copy.sizeBytes)
        let moment = copy.moment
        return Bilingual(
            "\(copy.path): change \(moment.change) of \(moment.recordedAt), \(size)",
            "\(copy.path)：变更 \(moment.change)（\(moment.recordedAt)），\(size)")
    }

    static func packed(_ extent: Pack.Extent, _ moment: Moment, as path: String) -> Bilingual {
        let size = mebibytes(extent.sizeBytes)
        return Bilingual(
            "packed \(path): change \(moment.change) of \(moment.recordedAt), \(extent.files) files of "
                + "\(extent.changes) \(extent.changes == 1 ? "change" : "changes"), \(size)",
            "已生成审计包 \(path)：变更 \(moment.change)（\(moment.recordedAt)），共 \(extent.changes) 次变更、\(extent.files) 个文件，\(size)"
        )
    }

    static func wouldPack(_ path: String, change: Int64) -> Bilingual {
        Bilingual("would pack \(path) up to change \(change)", "（试运行）将为 \(path) 生成截至变更 \(change) 的审计包")
    }

    static func notPacked(_ findings: Int) -> Bilingual {
        Bilingual(
            "the registry does not hold (\(findings) \(findings == 1 ? "finding" : "findings"), see registry verify); nothing was packed",
            "登记库核验不通过（\(findings) 处，见 registry verify）；未生成审计包")
    }

    static func lost(_ count: Int, first digest: String) -> Bilingual {
        let many = count == 1 ? "1 imported file is" : "\(count) imported files are"
        return Bilingual(
            "note: \(many) not kept any more, or damaged: \(digest.prefix(12))…; import it again to have it kept",
            "提示：有 \(count) 份来文的存档已缺失或损坏：\(digest.prefix(12))…；重新导入即可补存")
    }

    /// `row_differs: deal 4 (SH/D-1) of change 7, amount_fen: found 12, expected 13`.
    static func of(_ finding: Finding) -> Bilingual {
        let row = [finding.table, finding.id.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        var english = finding.problem.rawValue + (row.isEmpty ? "" : ": \(row)")
        var chinese =
            "\(problem(finding.problem).chinese)（\(finding.problem.rawValue)）" + (row.isEmpty ? "" : "：\(row)")
        if let record = finding.record {
            english += " (\(record))"
            chinese += "（\(record)）"
        }
        if let change = finding.change {
            english += " of change \(change)"
            chinese += "，变更 \(change)"
        }
        if let column = finding.column {
            english += ", \(column)"
            chinese += "，\(column)"
        }
        let values = [
            finding.found.map { Bilingual("found \($0)", "实为 \($0)") },
            finding.expected.map { Bilingual("expected \($0)", "应为 \($0)") },
        ].compactMap { $0 }
        let words = Bilingual(english, chinese)
        return values.isEmpty ? words : words + Bilingual(": ", "：") + values.joined(Bilingual(", ", "，"))
    }

    static func moreFindings(_ count: Int) -> Bilingual {
        Bilingual("registry: and \(count) findings more", "registry: 另有 \(count) 处")
    }

    private static func mebibytes(_ bytes: Int64) -> String {
        let tenths = (bytes * 10 + 524_288) / 1_048_576
        return "\(tenths / 10).\(tenths % 10) MiB"
    }

    // MARK: Backups

    static func wouldBackUp(_ path: String, to target: String) -> Bilingual {
        Bilingual("would back up \(path) to \(target)", "（试运行）将把 \(path) 备份到 \(target)")
    }

    static func backedUp(_ copy: WholeCopy) -> Bilingual {
        Bilingual("backed up to ", "已备份到 ") + of(copy) + Bilingual(", verified", "，已核验")
    }

    static func keptFiles(copied: Int, there: Int) -> Bilingual {
        Bilingual("kept files: \(copied) copied, \(there) there already", "来文存档：新复制 \(copied) 份，原已有 \(there) 份")
    }

    static func keptFiles(copied: Int) -> Bilingual {
        Bilingual("kept files: \(copied) copied", "来文存档：新复制 \(copied) 份")
    }

    static func notInBackup(_ files: Int, keptIn folder: String) -> Bilingual {
        let isOne = files == 1
        return Bilingual(
            "not in it: the \(files) imported \(isOne ? "file" : "files") kept in \(folder); a backup to a folder has \(isOne ? "it" : "them")",
            "不含存于 \(folder) 的 \(files) 份来文；备份到目录时会一并备份")
    }

    static func removed(_ path: String) -> Bilingual { Bilingual("removed \(path)", "已清理 \(path)") }

    static func keepNeedsFolder(_ target: String) -> Bilingual {
        Bilingual("--keep goes with a folder, and \(target) is none", "--keep 只用于备份到目录，而 \(target) 不是目录")
    }

    static func wouldRestore(_ path: String, from backup: String) -> Bilingual {
        Bilingual("would restore \(path) from \(backup), which is sound", "（试运行）将从 \(backup) 恢复 \(path)，该备份完好")
    }

    static func restored(_ copy: WholeCopy) -> Bilingual {
        Bilingual("restored ", "已恢复 ") + of(copy) + Bilingual(", verified", "，已核验")
    }

    static func olderVersion(_ version: Int, _ path: String) -> Bilingual {
        Bilingual(
            "it is of version \(version); bring it up to date: registry migrate --db \(path)",
            "它是第 \(version) 版；请升级：registry migrate --db \(path)")
    }

    static func keptAside(_ path: String) -> Bilingual {
        Bilingual("the registry that was there is kept as \(path)", "原有登记库保留为 \(path)")
    }

    static func wouldPublish(_ path: String, as snapshot: String) -> Bilingual {
        Bilingual("would publish \(path) as \(snapshot)", "（试运行）将把 \(path) 发布为 \(snapshot)")
    }

    static func published(_ copy: WholeCopy) -> Bilingual { Bilingual("published ", "已发布 ") + of(copy) }

    // MARK: A registry as such

    static func wouldMake(_ path: String) -> Bilingual { Bilingual("would make \(path)", "（试运行）将新建 \(path)") }

    static func made(_ path: String, zone: String, change: Int64) -> Bilingual {
        Bilingual("made \(path): days of \(zone), change \(change)", "已新建 \(path)：日期按 \(zone)，变更 \(change)")
    }

    static func isOfVersion(_ version: Int) -> Bilingual {
        Bilingual("nothing to do: version \(version)", "无需升级：已是第 \(version) 版")
    }

    static func migrated(from before: Int, to version: Int, copy: String) -> Bilingual {
        Bilingual(
            "migrated from version \(before) to \(version); the registry as it was is kept as \(copy)",
            "已从第 \(before) 版升级到第 \(version) 版；升级前的登记库保留为 \(copy)")
    }
}
