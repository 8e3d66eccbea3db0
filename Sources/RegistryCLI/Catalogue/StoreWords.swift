import Registry
import RegistryStore
import SQLite
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

extension Words {
    static func of(_ error: StoreError) -> String {
        switch error {
        case .sqlite(let error): of(error)
        case .noRegistry(let path): "there is no registry at \(path); make one with registry init --db \(path)"
        case .notAllowed(let path): "this login may not read \(path)"
        case .registryExists(let path): "there is a file at \(path) already; nothing is ever overwritten"
        case .notARegistry(let path, let why): "\(path) is no registry: \(why)"
        case .newerRegistry(let path, let version, let known):
            "\(path) is of version \(version), this program knows \(known); install a newer registry"
        case .olderRegistry(let path, let version, let known):
            "\(path) is of version \(version), this program needs \(known); run registry migrate --db \(path)"
        case .alteredMigration(let name, let recorded, let shipped):
            "the migration \(name) that made this registry is not the one in this program"
                + " (SHA-256 \(recorded.prefix(12))… and \(shipped.prefix(12))…); use the program that made it"
        case .networkFileSystem(let path, let kind):
            "\(path) is on a network file system (\(kind)), where SQLite's locks cannot be trusted; keep it on a local disk"
        case .cannotCreate(let path, let code): "cannot create \(path): \(system(code))"
        case .outputExists(let path): "there is a file at \(path.visible) already; --force replaces it"
        case .unknownZone(let name):
            "this machine knows no time zone '\(name)'; names are those of /usr/share/zoneinfo (Debian package tzdata)"
        case .unknownGroup(let name): "this machine knows no group '\(name)'"
        case .unfinishedChange(let number):
            "change \(number) was opened by another program and never sealed; nothing can be recorded after it"
        case .totalTooLarge:
            "the total would pass 4·10^18 fen, more than can be counted; nothing was recorded; check the units"
        case .notRevertible(let change): "change \(change) recorded nothing that could be taken back"
        case .revertedAlready(let change, let other):
            "change \(change) is taken back already, by change \(other); registry revert \(other) gives it back"
        case .nothingTakenBack(let change, let kept, let count):
            kept.isEmpty
                ? "nothing of change \(change) is left to take back"
                : "change \(change) cannot be taken back, and nothing was:\n"
                    + (kept.map { "registry: \(of($0))" }
                    + (count > kept.count ? ["registry: and \(count - Int64(kept.count)) more"] : []))
                    .joined(separator: "\n")
        case .brokenReference(let table, let column):
            "a row of \(table) would name, in \(column), a record that is not there"
        case .notATime(let text):
            "'\(text)' is no time; write 2026-11-23, 2026-11-23 14:13, 2026-11-23T06:13:00Z, a change's number or a seal"
        case .knownAtTooEarly(let asked, let first):
            "nothing was known at \(asked); the first change was made at \(first)"
        case .noSuchChange(let number, let newest): "there is no change \(number); the newest is \(newest)"
        case .openChange(let number): "change \(number) was never sealed; it is not known"
        case .noSuchSeal(let text): "no change has a seal that begins with \(text)"
        case .severalSeals(let text, let changes):
            "several seals begin with \(text), those of changes \(changes.map(String.init).joined(separator: ", ")); give more digits"
        case .notKnownThen(let noun, let name, let change):
            "\(noun.rawValue) \(name) was not known, or void, after change \(change); see registry history \(noun.rawValue) \(name)"
        case .notCountedThen(let noun, let name, let day):
            "\(noun.rawValue) \(name) does not count as of \(day); see registry explain \(noun.rawValue) \(name)"
        case .unknownRecord(let noun, let name):
            "no \(noun.rawValue) \(name)" + (noun.belongsToVenue ? "; see registry list \(noun.plural)" : "")
        case .notARecordName(let text): "'\(text)' names no record; write venue and code, as in SH/D-2022-0001"
        case .namedTwice(let name, let row): "\(name) stands in row \(row) already"
        case .voidRecord(let noun, let name): "\(noun.rawValue) \(name) was voided; it counts for nothing"
        case .stillNamed(let noun, let name, let by, let count):
            "\(noun.rawValue) \(name) is named by \(count) \(count == 1 ? by.rawValue : by.plural); void \(count == 1 ? "it" : "those") first"
        case .cannotFollow(let noun, let name, let refusal): "\(noun.rawValue) \(name): \(of(refusal))"
        case .cannotReview(let change, let refusal): "change \(change): \(of(refusal))"
        case .cannotAnswer(let item, let refusal): "R\(item): \(of(refusal))"
        case .cannotDrop(let reject, let refusal): "\(Reject.number(reject)): \(of(refusal))"
        case .refused(let refusals):
            refusals.map { refusal in
                (refusal.field.map { "--\($0.replacing("_", with: "-")): " } ?? "") + of(refusal.refusal)
            }
            .joined(separator: "\nregistry: ")
        case .temporaryFile(let code):
            "cannot keep the sorted rows in a temporary file: \(system(code)); set TMPDIR to a roomy folder"
        case .unsound(let path, let findings):
            "\(path) is damaged: \(findings) \(findings == 1 ? "thing does" : "things do") not hold; nothing was made of it"
        case .wouldReplace(let path):
            "there is a registry at \(path) already; with --force it is set aside and kept, and the backup put in its place"
        case .restoresItself(let path): "\(path) is the registry itself; name a backup of it"
        case .notASnapshot(let path):
            "\(path) is there and is no published snapshot of a registry (a file of mode 444); only one of those is replaced"
        case .cannotWrite(let path, let code): "cannot write \(path): \(system(code)); nothing of it was left"
        case .inUse(let path): "\(path) is in use by another program; end it, or wait longer with --wait"
        case .cannotKeep(let path, let code):
            "cannot keep a copy of the file as \(path): \(system(code)); nothing of it was recorded"
        case .stopped: "stopped by a signal; nothing of the file in hand was recorded"
        case .changedWhileRead(let name):
            "\(name) changed while it was being read; nothing of it was recorded; import it again when it is whole"
        }
    }

    static func of(_ error: SQLiteError) -> String {
        if error.isBusy { return "another program is writing to the registry and did not finish in time; try again" }
        if error.isFull { return "the disk is full; nothing was recorded (\(error))" }
        if error.isReadOnly { return "this login may not write to the registry (\(error))" }
        if error.isCorrupt { return "the registry's file is damaged (\(error))" }
        return "\(error)"
    }

    static func of(_ error: WriteError) -> String {
        switch error {
        case .brokenPipe: "nobody reads any more"
        case .refused(let code): "cannot write the output: \(system(code))"
        case .wrongCellCount(let found, let expected): "a row of \(found) cells under \(expected) columns"
        }
    }

    static func of(_ notice: RowNotice) -> String {
        switch notice {
        case .columnCut(let name, let cells, let width):
            "\(cells) of column \(name) cut to \(width) to fit the terminal; --format csv shows them whole"
        case .wider(let width, let asked): "the table is \(width) wide, the terminal \(asked)"
        }
    }

    static func waiting(for holder: LockHolder?) -> String {
        let who = holder.map { "process \($0.process)" + ($0.command.map { " (\($0))" } ?? "") } ?? "another writer"
        return "registry: waiting for \(who) …"
    }

    static func future(_ day: Day, today: Day) -> String {
        "\(day) lies in the future; the registry can tell what is known up to today, \(today)"
    }

    static func system(_ code: Int32) -> String { String(cString: strerror(code)) }
}
