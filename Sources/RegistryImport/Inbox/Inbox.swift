import RegistryStore

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A folder into which venues put their files: `DIR/VENUE/*`, and the exchange's own in `DIR` itself or `DIR/exchange`.
package struct Inbox: Sendable {
    package let path: String

    static let ownFolder = "exchange"
    static let archive = "archive"
    static let refused = "refused"
    /// What was written so recently, in seconds, is looked at twice.
    private static let settledAfter: Int64 = 10
    /// Between two looks, in milliseconds.
    private static let betweenLooks = 2000

    /// - Throws: ``InboxFault/missing(path:)``, ``InboxFault/notAFolder(path:)``.
    package init(at path: String) throws(InboxFault) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        var status = stat()
        guard stat(path, &status) == 0 else { throw .missing(path: path) }
        guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
        guard access(path, R_OK | X_OK) == 0 else { throw .cannotRead(path: path, errno: errno) }
        self.path = path
    }

    /// What lies there: files that can be taken, in the order of their folders and names, and those that stay, with the
    /// reason. Waits two seconds where a file was written just now, to see whether it still grows.
    package func look(whileWaiting goesOn: () -> Bool) throws(InboxFault) -> (files: [InboxFile], left: [LeftFile]) {
        var files: [InboxFile] = []
        var left: [LeftFile] = []
        for entry in try Self.entries(of: path) {
            let path = "\(path)/\(entry.name)"
            if entry.name.hasPrefix(".night") || [Self.archive, Self.refused].contains(entry.name) { continue }
            guard let look = FileLook(path) else {
                left.append(LeftFile(name: entry.name, venue: nil, reason: .badName))
                continue
            }
            guard look.isFolder, entry.isPlain, !entry.name.hasPrefix(".") else {
                Self.sort(entry, look, path: path, venue: nil, &files, &left)
                continue
            }
            let venue = entry.name == Self.ownFolder ? nil : entry.name
            do throws(InboxFault) {
                for inner in try Self.entries(of: path) {
                    Self.sort(
                        inner, FileLook("\(path)/\(inner.name)"), path: "\(path)/\(inner.name)", venue: venue, &files,
                        &left)
                }
            } catch {
                guard case .cannotRead(_, let code) = error else { throw error }
                left.append(LeftFile(name: entry.name, venue: venue, reason: .refused(.unreadable(errno: code))))
            }
        }
        files.sort { ($0.folder, $0.name) < ($1.folder, $1.name) }
        let growing = Self.growing(among: files, whileWaiting: goesOn)
        left += growing.map { LeftFile(name: $0.shownName, venue: $0.venue, reason: .growing) }
        files.removeAll { growing.contains($0) }
        return (files, left.sorted { $0.name < $1.name })
    }

    private static func sort(
        _ entry: Entry, _ look: FileLook?, path: String, venue: String?, _ files: inout [InboxFile],
        _ left: inout [LeftFile]
    ) {
        let reason: LeftReason?
        if !entry.isPlain {
            reason = .badName
        } else if let look {
            reason = Self.reason(toLeave: entry.name, look)
        } else {
            // It went away between two steps.
            return
        }
        if let reason {
            left.append(LeftFile(name: "\(venue ?? ownFolder)/\(entry.name)", venue: venue, reason: reason))
        } else if let look {
            files.append(InboxFile(venue: venue, name: entry.name, path: path, look: look))
        }
    }

    /// By its name and kind alone; nil for a file to be taken.
    static func reason(toLeave name: String, _ look: FileLook) -> LeftReason? {
        if look.isLink { return .link }
        let lower = name.lowercased()
        let halfWritten = [".part", ".tmp", ".crdownload", ".partial", ".filepart", ".swp", "~"]
        if lower.hasPrefix(".") || lower.hasPrefix("~$") || halfWritten.contains(where: lower.hasSuffix) {
            return .unfinishedName
        }
        if look.isFolder { return .folder }
        if !look.isPlainFile { return .notAFile }
        // One that ends as an unfinished one of ours does would be taken for it where it goes.
        if (reportEndings + endingsBeside.map { $0 + Self.unfinished }).contains(where: lower.hasSuffix) {
            return .report
        }
        return isHalfWritten(lower) ? .report : nil
    }

    /// Whether a name is that of a list before it was whole: `deals.csv.missing.new.new-1234`.
    static func isHalfWritten(_ name: String) -> Bool {
        guard let dash = name.lastIndex(of: "-") else { return false }
        let process = name[name.index(after: dash)...]
        return !process.isEmpty && process.allSatisfy { $0.isASCII && $0.isNumber }
            && name[..<dash].hasSuffix(missingEnding + unfinished + ".new")
    }

    static let reportEndings = [".report.txt", ".report.json"]
    /// Of the sheets of rejected rows. They come back mended, and then they are data.
    static let sheetEndings = (csv: ".rejects", workbook: ".rejects.xlsx")
    /// Of all that goes beside a file.
    static let endingsBeside = reportEndings + [sheetEndings.csv, sheetEndings.workbook, missingEnding]
    /// Of the list of what a complete file lacks.
    package static let missingEnding = ".missing"
    /// Behind those endings while the file has not moved.
    static let unfinished = ".new"
    /// Where sheets lie until their file moves; no file to be taken.
    static let sheetsInHand = ".night-rejects"

    private static func growing(among files: [InboxFile], whileWaiting goesOn: () -> Bool) -> [InboxFile] {
        let now = Int64(time(nil)) * 1_000_000_000
        let recent = files.filter { $0.look.written > now - settledAfter * 1_000_000_000 }
        guard !recent.isEmpty else { return [] }
        for _ in 0..<betweenLooks / 100 where goesOn() { usleep(100_000) }
        return recent.filter { file in
            guard let now = FileLook(file.path) else { return true }
            return !now.isSameFile(as: file.look)
        }
    }

    struct Entry {
        let name: String
        /// Whether the name can be shown and opened: UTF-8 without control characters.
        let isPlain: Bool
    }

    static func entries(of folder: String) throws(InboxFault) -> [Entry] {
        guard let entries = opendir(folder) else { throw .cannotRead(path: folder, errno: errno) }
        defer { closedir(entries) }
        let names = FileSystem.names(of: entries).map { bytes in
            let name = String(decoding: bytes, as: UTF8.self)
            let isPlain =
                Array(name.utf8) == bytes
                && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
            return Entry(name: name, isPlain: isPlain)
        }
        return names.sorted { $0.name < $1.name }
    }
}

/// What is wrong with an inbox as a whole. Its words stand in the catalogue.
package enum InboxFault: Error, Hashable, Sendable {
    case missing(path: String)
    case notAFolder(path: String)
    case cannotRead(path: String, errno: Int32)
    /// Another run has it in hand; what that one says of itself.
    case locked(path: String, holder: String)
    case cannotMove(path: String, to: String, errno: Int32)
    case cannotWrite(path: String, errno: Int32)
    /// A signal asked for the end; what was in hand is finished or rolled back.
    case stopped(filesLeft: Int)
}
