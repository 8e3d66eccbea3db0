import Registry
import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Where the files of one night go, and how they get there.
///
/// A report is written first under a name that says it is not whole, then the file moves, then its report gets its name.
/// So a file is in exactly one place at any moment, and what a killed run left undone is done by the next one.
struct FilePlaces {
    let inbox: Inbox
    let day: Day

    /// What goes beside a file, behind its name and this ending.
    struct Beside {
        let ending: String
        /// Writes it to a path.
        let write: (String) throws(InboxFault) -> Void

        init(_ ending: String, _ bytes: [UInt8]) {
            self.ending = ending
            write = { path throws(InboxFault) in try FilePlaces.put(bytes, at: path) }
        }

        init(_ ending: String, _ write: @escaping (String) throws(StoreError) -> Void) {
            self.ending = ending
            self.write = { path throws(InboxFault) in
                unlink(path)
                do throws(StoreError) { try write(path) } catch { throw FilePlaces.fault(error, path) }
            }
        }
    }

    /// Moves a file below `archive` or `refused`, with what goes beside it; nothing is ever overwritten.
    ///
    /// - Returns: where it lies now, below the inbox; nil where another file took its place meanwhile, which stays.
    func move(
        _ file: InboxFile, accepted: Bool, sheets: RejectSheets?, beside: (String) -> [Beside]
    ) throws(InboxFault) -> String? {
        let below = "\(accepted ? Inbox.archive : Inbox.refused)/\(day)/\(file.folder)"
        try makeFolders(below)
        let folder = "\(inbox.path)/\(below)"
        let name = Self.freeName(for: file.name, in: folder)
        let texts = beside("\(below)/\(name)")
        let endings =
            texts.map(\.ending) + (sheets == nil ? [] : [Inbox.sheetEndings.csv, Inbox.sheetEndings.workbook])
        func giveUp() { for ending in endings { unlink("\(folder)/\(name)\(ending)\(Inbox.unfinished)") } }
        do throws(InboxFault) {
            for text in texts { try text.write("\(folder)/\(name)\(text.ending)\(Inbox.unfinished)") }
            if let sheets { try Self.name(sheets, "\(folder)/\(name)") }
        } catch {
            giveUp()
            throw error
        }
        var code = rename(file.path, "\(folder)/\(name)") == 0 ? 0 : errno
        if code == EXDEV { code = FileCarrying(file.path, named: file.name, as: file.look, to: folder).carry(as: name) }
        guard code == 0 else {
            giveUp()
            if code == ESTALE { return nil }
            throw .cannotMove(path: file.path, to: "\(folder)/\(name)", errno: code)
        }
        for ending in endings {
            let path = "\(folder)/\(name)\(ending)"
            guard rename("\(path)\(Inbox.unfinished)", path) == 0 else { throw .cannotWrite(path: path, errno: errno) }
        }
        // The new name before the old one's end: a file may be seen twice after a loss of power, and never not at all.
        FileSystem.sync(folder: folder)
        FileSystem.sync(folder: FileSystem.folder(of: file.path))
        return "\(below)/\(name)"
    }

    /// Finishes what a killed run left: reports whose file has moved get their name, those whose file has not go away.
    func finishEarlier() {
        for entry in (try? Inbox.entries(of: inbox.path)) ?? [] where entry.name.hasPrefix(Inbox.sheetsInHand) {
            unlink("\(inbox.path)/\(entry.name)")
        }
        for place in [Inbox.archive, Inbox.refused] {
            let days = (try? Inbox.entries(of: "\(inbox.path)/\(place)")) ?? []
            // A night ends a day after it began, if it is long.
            for day in days.filter({ $0.name.withBytes { (try? Day.read($0)) != nil } }).suffix(2) {
                let folders = (try? Inbox.entries(of: "\(inbox.path)/\(place)/\(day.name)")) ?? []
                for folder in folders {
                    let path = "\(inbox.path)/\(place)/\(day.name)/\(folder.name)"
                    let own = folder.name == Inbox.ownFolder ? [inbox.path] : []
                    let sources = ["\(inbox.path)/\(folder.name)"] + own
                    FileCarrying.finishEarlier(in: path, from: sources)
                    finish(path)
                }
            }
        }
    }

    private func finish(_ folder: String) {
        for entry in (try? Inbox.entries(of: folder)) ?? [] {
            if Inbox.isHalfWritten(entry.name) { unlink("\(folder)/\(entry.name)") }
            guard entry.name.hasSuffix(Inbox.unfinished) else { continue }
            let whole = String(entry.name.dropLast(Inbox.unfinished.count))
            guard let ending = Inbox.endingsBeside.first(where: whole.hasSuffix) else { continue }
            let file = "\(folder)/\(whole.dropLast(ending.count))"
            let isMoved = FileLook(file) != nil && FileLook("\(folder)/\(whole)") == nil
            if isMoved {
                rename("\(folder)/\(entry.name)", "\(folder)/\(whole)")
            } else {
                unlink("\(folder)/\(entry.name)")
            }
        }
    }

    /// With a number and the reports' endings a name must stay within what a file system takes.
    static func short(_ name: String) -> (stem: String, ending: String) {
        let dot = name.dropFirst().firstIndex(of: ".") ?? name.endIndex
        let ending = name[dot...].utf8.count <= 40 ? String(name[dot...]) : ""
        var stem = String(name.dropLast(ending.count))
        while stem.utf8.count + ending.utf8.count > 200 { stem.removeLast() }
        return (stem, ending)
    }

    /// `deals.csv`, or `deals-2.csv` where that is there.
    static func freeName(for name: String, in folder: String) -> String {
        let (stem, ending) = short(name)
        for number in 1... {
            let free = number == 1 ? "\(stem)\(ending)" : "\(stem)-\(number)\(ending)"
            let isTaken = ([""] + Inbox.endingsBeside).contains { FileLook("\(folder)/\(free)\($0)") != nil }
            if !isTaken { return free }
        }
        return name
    }

    private func makeFolders(_ below: String) throws(InboxFault) {
        var path = inbox.path
        for part in below.split(separator: "/") {
            let above = path
            path += "/\(part)"
            if mkdir(path, 0o777) == 0 {
                FileSystem.sync(folder: above)
            } else if errno != EEXIST {
                throw .cannotWrite(path: path, errno: errno)
            }
        }
    }

    private static func name(_ sheets: RejectSheets, _ path: String) throws(InboxFault) {
        do throws(StoreError) {
            try sheets.publish(
                csv: "\(path)\(Inbox.sheetEndings.csv)\(Inbox.unfinished)",
                workbook: "\(path)\(Inbox.sheetEndings.workbook)\(Inbox.unfinished)")
        } catch {
            throw fault(error, path)
        }
    }

    private static func fault(_ error: StoreError, _ path: String) -> InboxFault {
        switch error {
        case .cannotCreate(let path, let code), .cannotWrite(let path, let code): .cannotWrite(path: path, errno: code)
        default: .cannotWrite(path: path, errno: EIO)
        }
    }

    private static func put(_ bytes: [UInt8], at path: String) throws(InboxFault) {
        unlink(path)
        let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw .cannotWrite(path: path, errno: errno) }
        defer { close(file) }
        guard bytes.withUnsafeBytes({ writeAll($0, to: file) }), fsync(file) == 0 else {
            throw .cannotWrite(path: path, errno: errno)
        }
    }
}
