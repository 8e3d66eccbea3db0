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
    static func of(_ fault: InboxFault) -> String {
        switch fault {
        case .missing(let path): "there is no inbox at \(path.visible)"
        case .notAFolder(let path): "\(path.visible) is no folder; an inbox is one, with a folder for each venue"
        case .cannotRead(let path, let code): "cannot read \(path.visible): \(system(code))"
        case .locked(let path, let holder): "the inbox \(path.visible) is in hand: \(holder.visible)"
        case .cannotMove(let path, let to, let code):
            code == EXDEV
                ? "cannot move \(path.visible) to \(to.visible): they are on different file systems; keep an inbox on one"
                : "cannot move \(path.visible) to \(to.visible): \(system(code))"
        case .cannotWrite(let path, let code): "cannot write \(path.visible): \(system(code))"
        case .stopped(let left):
            "stopped by a signal with \(left) \(left == 1 ? "file" : "files") to go; run it again to go on"
        }
    }

    /// Behind the file's name.
    static func of(_ reason: LeftReason) -> String {
        switch reason {
        case .growing: "left: it still grows; the next night takes it"
        case .beingWritten: "left: another program has it open for writing; the next night takes it"
        case .unfinishedName: "left: its name says that it is not whole yet"
        case .link: "left: a symbolic link, which is never followed; put the file itself there"
        case .folder: "left: a folder; files are taken from DIR/VENUE only"
        case .notAFile: "left: no plain file"
        case .badName: "left: its name has control characters or is not UTF-8; rename it"
        case .report: "left: the report of an earlier night, no data"
        case .unknownVenue(let nearest):
            "left: its folder is the code of no venue"
                + (nearest.map { "; did you mean \($0)?" }
                    ?? "; add it with registry add-venue, or put the exchange's own files into DIR/exchange")
        case .refused(let refusal): "left: \(of(refusal))"
        }
    }

    /// Why a file is refused, in one line.
    static func reason(of report: FileReport) -> String {
        if let refusal = report.refusal { return of(refusal) }
        let first = report.rejections.first.map { rejection in
            "; first: row \(rejection.row)" + (rejection.column.map { ", \($0)" } ?? "") + ": \(of(rejection.refusal))"
        }
        return "\(report.faultyRows) of \(report.counts.read) rows are at fault" + (first ?? "")
    }

    /// What became of a file, key facts first.
    static func outcome(of report: FileReport, movedTo place: String?) -> String {
        let counts = report.counts
        var words = "\(report.outcome.rawValue)"
        switch report.outcome {
        case .refused: words += ": \(reason(of: report))"
        default:
            words +=
                ": \(counts.read) read, \(counts.new) new, \(counts.changed) changed, \(counts.unchanged) unchanged, \(counts.rejected) rejected"
            if counts.conflicts > 0 { words += ", \(counts.conflicts) conflicts" }
        }
        if let receipt = report.receipt { words += ", change \(receipt.change)" }
        if let place { words += "; \(place)" }
        return words
    }

    static func night(_ day: Day, taken: Int, refused: Int, left: Int, isDryRun: Bool) -> String {
        "night of \(day): \(taken) \(taken == 1 ? "file" : "files") \(isDryRun ? "would be taken" : "taken"), \(refused) refused, \(left) left"
    }
}
