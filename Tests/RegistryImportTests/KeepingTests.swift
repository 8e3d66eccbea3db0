import Digests
import Glibc
import RegistryStore
import TestSupport
import Testing

@testable import RegistryImport

@Suite("Imported files are kept")
struct KeepingTests {
    let desk: ImportDesk
    let lines = ImportDesk.deals(["D-1": "7", "D-2": "8"])

    init() throws { desk = try ImportDesk() }

    private func kept() throws -> [[UInt8]] {
        let store = desk.ledger.files
        return try TestFolder.names(in: store.folder).flatMap { folder in
            try TestFolder.names(in: "\(store.folder)/\(folder)").map { name in
                var bytes: [UInt8] = []
                try store.read(String(name.prefix(64))) { bytes += $0 }
                return bytes
            }
        }
    }

    private var text: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    @Test("byte for byte, under the digest that the registry names")
    func imported() throws {
        _ = try desk.take(lines)
        #expect(try kept() == [text])
        #expect(try desk.texts("SELECT sha256 FROM source_file") == [SHA256.hash(text)])
    }

    @Test("but not in a dry run, nor one that is refused or recorded nothing")
    func notImported() throws {
        _ = try desk.ledger.rehearse { () throws(StoreError) in
            do { _ = try desk.take(lines) } catch { Issue.record(error) }
        }
        _ = try desk.take(lines + ["SH,D-3,transfer,x,2022-06-21"])
        #expect(try kept() == [])
        _ = try desk.take(lines)
        #expect(try desk.take(lines.reversed().suffix(1) + lines.dropFirst().reversed()).outcome == .unchanged)
        #expect(try kept() == [text])
    }

    @Test("a copy that is gone is made anew when the file comes again")
    func again() throws {
        _ = try desk.take(lines)
        let path = try #require(desk.ledger.files.path(of: SHA256.hash(text)))
        #expect(try desk.take(lines).notices == [.importedBefore(change: desk.newestChange, correctedBy: nil)])
        unlink(path)
        let report = try desk.take(lines)
        #expect(report.outcome == .doubled)
        #expect(report.notices == [.importedBefore(change: try desk.newestChange, correctedBy: nil), .keptAgain])
        #expect(try kept() == [text])
        unlink(path)
        _ = try desk.ledger.rehearse { () throws(StoreError) in
            do { _ = try desk.take(lines) } catch { Issue.record(error) }
        }
        #expect(try kept() == [])
    }

    @Test("a file that cannot be kept is not recorded either")
    func noRoom() throws {
        try desk.folder.write([1], to: "exchange.registry.files")
        let before = try desk.newestChange
        do {
            _ = try desk.take(lines)
            Issue.record("it was imported")
        } catch StoreError.cannotKeep(_, let code) {
            #expect(code == ENOTDIR)
        }
        #expect(try desk.newestChange == before)
        #expect(try desk.texts("SELECT sha256 FROM source_file") == [])
    }

    @Test("published figures too")
    func figures() throws {
        let lines = "as_of,metric,comparison,value,unit,published_on,source\n2022-06-21,deals,equal,1,项,2022-06-21,a\n"
        try desk.folder.write(Array(lines.utf8), to: "figures.csv")
        let report = try FigureImporter(desk.ledger, author: ImportDesk.author).run(desk.folder.file("figures.csv"))
        #expect(report.receipt != nil)
        #expect(try kept() == [Array(lines.utf8)])
    }
}
