#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A file that lies in an inbox, as it was when it was looked at.
package struct InboxFile: Hashable, Sendable {
    /// The inbox's folder in which it lies: the code of a venue, or nil for the exchange's own files.
    package let venue: String?
    package let name: String
    package let path: String
    let look: FileLook

    /// Where files of its folder go below a day.
    var folder: String { venue ?? Inbox.ownFolder }
    /// As people name it.
    package var shownName: String { "\(folder)/\(name)" }
    /// What it is read with: its venue, whose profile tells the rest.
    var options: ImportOptions {
        var options = ImportOptions()
        options.venue = venue
        return options
    }
}

/// What tells one state of a file from another.
struct FileLook: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let sizeBytes: Int64
    /// Of the last write, in nanoseconds since 1970.
    let written: Int64
    /// Of the last write, renaming or change of rights: when it came to lie where it lies, in nanoseconds since 1970.
    let placed: Int64
    let kind: UInt32

    var isPlainFile: Bool { kind == S_IFREG }
    var isFolder: Bool { kind == S_IFDIR }
    var isLink: Bool { kind == S_IFLNK }

    /// Nil where nothing has that name. A link is looked at itself.
    init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        device = UInt64(status.st_dev)
        inode = UInt64(status.st_ino)
        sizeBytes = Int64(status.st_size)
        written = Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
        placed = Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec)
        kind = UInt32(status.st_mode & S_IFMT)
    }

    /// Whether its bytes are the same as when the other look was taken.
    func isSameFile(as other: FileLook) -> Bool {
        (device, inode, sizeBytes, written) == (other.device, other.inode, other.sizeBytes, other.written)
            && kind == other.kind
    }
}

/// Why a file stays where it lies. Its words stand in the catalogue.
package enum LeftReason: Hashable, Sendable {
    /// It grew, or was written to, between two looks, or while it was read.
    case growing
    /// Somebody has it open for writing.
    case beingWritten
    /// Its name says that it is not whole yet: `.part`, `~$…`, a dot before it.
    case unfinishedName
    case link
    case folder
    /// A pipe, a socket, a device.
    case notAFile
    /// Its name has control characters, or bytes that are no UTF-8.
    case badName
    /// A report of an earlier night.
    case report
    case unknownVenue(nearest: String?)
    /// The machine's fault and not the file's.
    case refused(FileRefusal)

    /// Whether somebody must do something about it; else the next night takes it, or nothing needs to be done.
    package var needsPerson: Bool {
        switch self {
        case .growing, .beingWritten, .unfinishedName, .report: false
        case .link, .folder, .notAFile, .badName, .unknownVenue, .refused: true
        }
    }
}

/// A file that stays where it lies.
package struct LeftFile: Hashable, Sendable {
    /// Below the inbox; what cannot be shown is replaced.
    package let name: String
    package let venue: String?
    package let reason: LeftReason
}
