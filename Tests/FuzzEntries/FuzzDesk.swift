import Registry
import RegistryImport
import RegistryStore
import SQLite
import Spreadsheets
import TestSupport

/// A small registry for the entries that need one. Nothing is ever kept in it.
final class FuzzDesk {
    nonisolated(unsafe) static let shared = FuzzDesk()

    private let folder: TestFolder
    private let ledger: Ledger
    private static let author = Author(
        actor: "登记员", login: "tester", uid: 1000, host: "desk-1", command: "import", reason: nil)
    /// So often a statement is asked whether it goes on.
    private static let mostPatience = 20

    private init() {
        do {
            folder = try TestFolder()
            let path = folder.file("exchange.registry")
            _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: Self.author)
            ledger = try Ledger(at: path, for: .readWrite)
            _ = try ledger.add(
                .venue, ["code": "SH", "name": "沪东", "network": "core", "joined_on": "2010-01-01"], by: Self.author)
            for code in ["D-1", "D-2"] {
                _ = try ledger.add(
                    .deal,
                    ["venue": "SH", "code": code, "kind": "transfer", "amount": "7", "signed_on": "2022-06-21"],
                    by: Self.author)
            }
        } catch {
            fatalError("the registry cannot be made: \(error)")
        }
    }

    /// Looks at a file, and imports it for trial; of those made up every sixteenth, since that takes much longer.
    func take(
        _ bytes: UnsafeBufferPointer<UInt8>, as name: String, _ entry: FuzzEntry, encoding: String? = nil,
        isMadeUp: Bool
    ) throws(FuzzEntry.Finding) {
        var options = ImportOptions()
        options.venue = "SH"
        options.form.encoding = encoding.flatMap(TextEncoding.init(name:))
        do { try folder.write(Array(bytes), to: name) } catch { throw entry.finding("\(error)") }
        _ = try? FileInspector(options, today: ledger.today).run(folder.file(name))
        if isMadeUp, bytes.reduce(0, &+) % 16 != 0 { return }
        options.noun = .deal
        let report = try? ledger.rehearse { () throws(StoreError) in
            try Importer(ledger, author: Self.author).run(folder.file(name), options)
        }
        guard let report else { return }
        let counts = report.counts
        guard counts.read == counts.new + counts.changed + counts.unchanged + counts.rejected else {
            throw entry.finding("the counts of a file do not add up: \(counts)")
        }
        guard (try? ledger.newestMoment()?.change) == 4 else { throw entry.finding("a trial was kept") }
    }

    /// Asks a statement, for a short while.
    func ask(_ sql: String, _ entry: FuzzEntry) throws(FuzzEntry.Finding) {
        do {
            let reading = try Ledger(at: ledger.path, for: .readOnly)
            var patience = Self.mostPatience
            let inquiry = try Inquiry(reading) { _ throws(StoreError) in
                nil
            } while: {
                patience -= 1
                return patience > 0
            }
            try? inquiry.ask(sql, [:], begin: { _ in }) { _ in }
        } catch {
            throw entry.finding("no statement can be asked: \(error)")
        }
        guard (try? ledger.newestMoment()?.change) == 4 else { throw entry.finding("a statement wrote") }
    }
}
