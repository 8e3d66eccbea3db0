import Archives
import Digests
package import Registry
package import RegistryStore
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The auditor's pack: what a registry recorded up to a change, as the very lines that were sealed, in a tar archive that can be
/// checked with `sha256sum` alone.
package struct Pack {
    private let ledger: Ledger
    private let moment: Moment
    private let formats: [SealFormat]
    private let plans: [TablePlan]
    /// So many changes share a folder, and where there are more of them an archive within the archive.
    private static let changesTogether: Int64 = 1000

    /// What was written.
    package struct Extent: Sendable {
        package fileprivate(set) var changes: Int64 = 0
        package fileprivate(set) var files: Int64 = 0
        package fileprivate(set) var sizeBytes: Int64 = 0
    }

    /// - Parameter ledger: proven, and in a transaction, so that all is of one state.
    package init(of ledger: Ledger, knownAt moment: Moment) {
        self.ledger = ledger
        self.moment = moment
        var formats: [SealFormat] = []
        while let format = SealFormat.numbered(Int64(formats.count + 1)) { formats.append(format) }
        self.formats = formats
        plans = TablePlan.all(formats)
    }

    /// Writes the pack into a new file, which has its name once it is whole and on the disk.
    ///
    /// - Parameter day: of the checkpoint's totals.
    /// - Throws: ``StoreError/registryExists(path:)``, ``StoreError/cannotCreate(path:errno:)``,
    ///   ``StoreError/cannotWrite(path:errno:)``; then nothing is left behind.
    package func write(to path: String, asOf day: Day) throws(StoreError) -> Extent {
        try Self.requireFree(path)
        let temporary = "\(path).new-\(getpid())"
        let file = open(temporary, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .cannotCreate(path: path, errno: errno) }
        defer { close(file) }
        do throws(StoreError) {
            let seconds = Stamp(moment.recordedAt).map { $0.microseconds / 1_000_000 } ?? 0
            var extent = Extent()
            try fill(PackFile(TarWriting(descriptor: file, seconds: seconds), path: path), asOf: day, &extent)
            guard fsync(file) == 0 else { throw .cannotWrite(path: path, errno: errno) }
            extent.sizeBytes = Int64(lseek(file, 0, SEEK_END))
            try DurableFile.name(temporary, as: path)
            return extent
        } catch {
            unlink(temporary)
            throw error
        }
    }

    package static func requireFree(_ path: String) throws(StoreError) {
        var status = stat()
        if lstat(path, &status) == 0 { throw .registryExists(path: path) }
    }

    private func fill(_ pack: PackFile, asOf day: Day, _ extent: inout Extent) throws(StoreError) {
        let documents: [(name: String, bytes: [UInt8])] = [
            ("README.txt", Array(PackReadme.text(moment).utf8)),
            ("checkpoint.json", try Checkpoint(of: ledger, knownAt: moment, asOf: day).document),
            ("columns.csv", columns),
        ]
        for (name, bytes) in documents { try pack.member(name) { () throws(StoreError) in try pack.write(bytes) } }
        try writeChanges(pack, &extent)
        try pack.member("SHA256SUMS") { () throws(StoreError) in
            for (name, bytes) in documents { try pack.write(Array("\(SHA256.hash(bytes))  \(name)\n".utf8)) }
            try forEachChange { change, parts throws(StoreError) in
                try pack.write(Array("\(change.seal ?? "")  \(Self.folder(of: change.number))/seal.txt\n".utf8))
                for part in parts {
                    for (name, _, digest) in Self.files(of: part) {
                        try pack.write(Array("\(digest)  \(Self.folder(of: change.number))/\(name)\n".utf8))
                    }
                }
            }
        }
        try pack.finish()
        extent.files += Int64(documents.count) + 1
    }

    private func writeChanges(_ pack: PackFile, _ extent: inout Extent) throws(StoreError) {
        var new: [String: RowsByChange] = [:]
        var changed: [String: RowsByChange] = [:]
        for plan in plans {
            new[plan.table.name] = try RowsByChange(newOf: plan, in: ledger)
            guard plan.table.isVersioned else { continue }
            changed[plan.table.name] = try RowsByChange(changedOf: plan, in: ledger, upTo: moment.change)
        }
        let isNested = moment.change > Self.changesTogether
        var previous: String?
        try forEachChange { change, parts throws(StoreError) in
            let number = change.number
            if isNested, number == 1 || number % Self.changesTogether == 0 {
                if number > 1 { try pack.endArchive() }
                try pack.beginArchive("\(Self.group(of: number)).tar")
            }
            let place = formats.firstIndex { $0.number == change.sealFormat } ?? 0
            let folder = Self.folder(of: number)
            try pack.member("\(folder)/seal.txt") { () throws(StoreError) in
                let text = SealText.of(
                    number, format: formats[place].number, after: previous, at: change.recordedAt ?? "",
                    by: change.author,
                    parts: parts)
                try pack.write(Array(text.utf8))
            }
            previous = change.seal
            extent.changes += 1
            extent.files += 1
            for part in parts {
                for (name, isOfNew, _) in Self.files(of: part) {
                    try pack.member("\(folder)/\(name)") { () throws(StoreError) in
                        let rows = isOfNew ? new[part.table] : changed[part.table]
                        try rows?.lines(of: number, format: place) { bytes throws(StoreError) in try pack.write(bytes) }
                    }
                    extent.files += 1
                }
            }
        }
        if isNested { try pack.endArchive() }
    }

    /// The changes up to the moment, each with its parts in the order in which they entered its seal.
    private func forEachChange(
        _ body: (StoredChange, [SealedPart]) throws(StoreError) -> Void
    ) throws(StoreError) {
        let stored = try ledger.storedParts()
        try ledger.forEachChange { change throws(StoreError) in
            guard change.number <= moment.change else { return }
            let parts = try stored.take(upTo: change.number).map(\.part)
            let format = formats.first { $0.number == change.sealFormat }
            try body(change, (format?.tables ?? []).compactMap { table in parts.first { $0.table == table.name } })
        }
    }

    /// The files of a part that hold rows: name, whether of new rows, digest.
    private static func files(of part: SealedPart) -> [(name: String, isOfNew: Bool, digest: String)] {
        var files: [(name: String, isOfNew: Bool, digest: String)] = []
        if part.newRows > 0 { files.append(("\(part.table).new.csv", true, part.newSHA256)) }
        if part.changedRows > 0 { files.append(("\(part.table).changed.csv", false, part.changedSHA256)) }
        return files
    }

    private static func folder(of change: Int64) -> String { "\(group(of: change))/\(padded(change, 8))" }
    private static func group(of change: Int64) -> String { "changes/\(padded(change / changesTogether, 5))" }

    private static func padded(_ number: Int64, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// For each format and table, the columns of its lines.
    private var columns: [UInt8] {
        var line = CSVLine()
        for text in ["seal_format", "table", "columns"] { line.appendField(text) }
        line.endLine()
        for format in formats {
            for table in format.tables {
                line.appendField(format.number)
                line.appendField(table.name)
                line.appendField(table.columns.joined(separator: " "))
                line.endLine()
            }
        }
        return line.bytes
    }
}
