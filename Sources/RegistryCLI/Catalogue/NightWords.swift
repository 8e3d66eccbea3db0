import Registry
import RegistryImport
import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// What is said of an inbox and of a night.
extension Words {
    static func of(_ fault: InboxFault) -> Bilingual {
        switch fault {
        case .missing(let path): Bilingual("there is no inbox at \(path.visible)", "\(path.visible) 处没有收件目录")
        case .notAFolder(let path):
            Bilingual(
                "\(path.visible) is no folder; an inbox is one, with a folder for each venue",
                "\(path.visible) 不是目录；收件目录之下每家场所各有一个子目录")
        case .cannotRead(let path, let code):
            Bilingual("cannot read \(path.visible): ", "无法读取 \(path.visible)：") + system(code)
        case .locked(let path, let holder):
            Bilingual(
                "the inbox \(path.visible) is in hand: \(holder.visible)",
                "收件目录 \(path.visible) 正在处理中：\(holder.visible)")
        case .cannotMove(let path, let to, let code):
            Bilingual("cannot move \(path.visible) to \(to.visible): ", "无法将 \(path.visible) 移到 \(to.visible)：")
                + (code == EXDEV
                    ? Bilingual("they are on different file systems; keep an inbox on one", "两者不在同一文件系统；收件目录须放在同一文件系统")
                    : system(code))
        case .cannotWrite(let path, let code):
            Bilingual("cannot write \(path.visible): ", "无法写入 \(path.visible)：") + system(code)
        case .stopped(let left):
            Bilingual(
                "stopped by a signal with \(left) \(left == 1 ? "file" : "files") to go; run it again to go on",
                "被信号中止，尚余 \(left) 个文件；再次运行即可继续")
        }
    }

    /// Behind the file's name.
    static func of(_ reason: LeftReason) -> Bilingual {
        Bilingual("left: ", "未取：")
            + {
                switch reason {
                case .growing: Bilingual("it still grows; the next night takes it", "文件仍在增长；下次再取")
                case .beingWritten:
                    Bilingual("another program has it open for writing; the next night takes it", "另一程序正在写入；下次再取")
                case .unfinishedName: Bilingual("its name says that it is not whole yet", "从文件名看尚未传完")
                case .link:
                    Bilingual(
                        "a symbolic link, which is never followed; put the file itself there", "是符号链接，不予跟随；请放入文件本身")
                case .folder: Bilingual("a folder; files are taken from DIR/VENUE only", "是子目录；只取“收件目录/场所代码”下的文件")
                case .notAFile: Bilingual("no plain file", "不是普通文件")
                case .badName:
                    Bilingual("its name has control characters or is not UTF-8; rename it", "文件名含控制字符或不是 UTF-8；请改名")
                case .report: Bilingual("the report of an earlier night, no data", "是以前的处理报告，不是数据")
                case .unknownVenue(let nearest):
                    Bilingual("its folder is the code of no venue", "子目录名不是任何场所的代码")
                        + (nearest.map { Bilingual("; did you mean \($0)?", "；是否为 \($0)？") }
                            ?? Bilingual(
                                "; add it with registry add-venue, or put the exchange's own files into DIR/exchange",
                                "；请用 registry add-venue 登记该场所；交易所自己的文件请放入“收件目录/exchange”"))
                case .refused(let refusal): of(refusal)
                }
            }()
    }

    /// Why a file is refused, in one line.
    static func reason(of report: FileReport) -> Bilingual {
        if let refusal = report.refusal { return of(refusal) }
        let first = report.rejections.first.map { rejection in
            Bilingual(
                "; first: row \(rejection.row)" + (rejection.column.map { ", \($0)" } ?? "") + ": ",
                "；第一处：第 \(rejection.row) 行" + (rejection.column.map { "，\($0)" } ?? "") + "：") + of(rejection.refusal)
        }
        return Bilingual(
            "\(report.faultyRows) of \(report.counts.read) rows are at fault",
            "\(report.counts.read) 行中有 \(report.faultyRows) 行有误")
            + (first ?? Bilingual(same: ""))
    }

    /// The same as an arrival keeps it, for whoever reads it one day: a line in English, below it one in Chinese.
    static func reasonInBoth(of report: FileReport) -> String {
        let words = reason(of: report)
        return "\(words.english)\n\(words.chinese)"
    }

    static func outcome(_ outcome: ArrivalOutcome) -> Bilingual { term(outcome.rawValue, in: "outcome") }

    /// What became of a file, key facts first.
    static func outcome(of report: FileReport, movedTo place: String?) -> Bilingual {
        let counts = report.counts
        var words = outcome(report.outcome) + Bilingual(": ", "：")
        switch report.outcome {
        case .refused: words += reason(of: report)
        default:
            words += Bilingual(
                "\(counts.read) read, \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(counts.rejected) rejected",
                "读入 \(counts.read)，新增 \(counts.new)，更正 \(counts.changed)，未变 \(counts.unchanged)，退回 \(counts.rejected)")
            if counts.conflicts > 0 {
                words += Bilingual(", \(counts.conflicts) conflicts", "，待核对 \(counts.conflicts)")
            }
        }
        if let receipt = report.receipt {
            words += Bilingual(", change \(receipt.change)", "，变更 \(receipt.change)")
        }
        if let place { words += Bilingual("; \(place)", "；现存 \(place)") }
        return words
    }

    static func night(_ day: Day, taken: Int, refused: Int, left: Int, isDryRun: Bool) -> Bilingual {
        Bilingual(
            "night of \(day): \(taken) \(taken == 1 ? "file" : "files") \(isDryRun ? "would be taken" : "taken"), \(refused) refused, \(left) left",
            "\(day) 当夜：\(isDryRun ? "（试运行）将" : "")入库 \(taken) 个文件，退回 \(refused) 个，未取 \(left) 个")
    }

    static func seeStatus(of night: Day) -> Bilingual {
        Bilingual("see registry status --night \(night)", "见 registry status --night \(night)")
    }

    static func publishNeedsFolder(_ folder: String) -> Bilingual {
        Bilingual(
            "--publish needs a folder that is there; \(folder.visible) is none",
            "--publish 须指向已有目录；\(folder.visible) 不是目录")
    }

    static func tooFar(_ night: Day) -> Bilingual {
        Bilingual("--night: \(night) is after tomorrow", "--night：\(night) 在明天之后")
    }
}
