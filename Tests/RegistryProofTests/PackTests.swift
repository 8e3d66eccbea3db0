import Glibc
import Registry
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("The auditor's pack", .enabled(if: access("/bin/tar", X_OK) == 0 && access("/usr/bin/sqlite3", X_OK) == 0))
struct PackTests {
    let registry: ProofRegistry
    var folder: TestFolder { registry.folder }

    init() throws { registry = try ProofRegistry(seed: 11) }

    /// Runs a script in the registry's folder, and gives what it prints on both streams.
    private func sh(_ script: String) throws -> [String] {
        try folder.write(Array(script.utf8), to: "script.sh")
        let output = try #require(popen("cd '\(folder.path)' && bash script.sh 2>&1", "r"))
        defer { pclose(output) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(output), byte >= 0 { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private func pack(_ change: Int64? = nil, to name: String = "pack.tar") throws -> (Pack.Extent, Moment) {
        let ledger = try Ledger(at: registry.path, for: .readOnly)
        let moment = try change.map { try ledger.moment(ofChange: $0) } ?? #require(try ledger.newestMoment())
        return (try Pack(of: ledger, knownAt: moment).write(to: folder.file(name), asOf: ledger.today), moment)
    }

    /// What the README says to run, run.
    private func check() throws -> [String] {
        try sh("cd pack && sed -n 's/^    //p' README.txt > check.sh && bash check.sh")
    }

    @Test("says how to check it, and is found in order by that")
    func whole() throws {
        let (extent, moment) = try pack()
        #expect(extent.changes == moment.change)
        #expect(try sh("mkdir pack && tar xf pack.tar -C pack && find pack -type f | wc -l") == ["\(extent.files)"])
        let said = try check()
        #expect(said.first == "the seals hold up to \(moment.seal)")
        let ledger = try Ledger(at: registry.path, for: .readOnly)
        let deals = try ledger.connection.query("SELECT count(*) FROM deal") { row throws(SQLiteError) in
            try row.integer(at: 0)
        }
        #expect(said.dropFirst().map { $0.split(separator: "|").first.map(String.init) } == ["\(deals[0])"])
    }

    @Test(
        "shows what was altered",
        arguments: [
            "sed -i '2s/1/2/' $(grep -l . changes/*/*/deal.new.csv | head -n 1)",
            "sed -i 's/^change,5,/change,6,/' changes/00000/00000005/seal.txt",
            "rm $(ls changes/*/*/deal.changed.csv | tail -n 1)",
            "cp $(ls changes/*/*/deal.new.csv | head -n 1) changes/00000/00000001/deal.new.csv",
            "rm -r changes/00000/00000006",
        ])
    func altered(how: String) throws {
        let (_, moment) = try pack()
        _ = try sh("mkdir pack && tar xf pack.tar -C pack && cd pack && \(how)")
        let said = try check()
        let isTold = said.contains { line in
            line.hasPrefix("changes/00000/")
                && (line.hasSuffix("FAILED") || line.contains("does not follow")
                    || line.hasSuffix("holds other rows than were sealed"))
        }
        #expect(isTold, "\(said)")
        #expect(said.contains("the seals hold up to \(moment.seal)") || how.contains("seal.txt") || !said.isEmpty)
    }

    @Test("holds what was known at an earlier change, in the same bytes each time")
    func earlier() throws {
        let (extent, moment) = try pack(9)
        #expect(extent.changes == 9)
        _ = try pack(9, to: "again.tar")
        #expect(try sh("cmp pack.tar again.tar && mkdir pack && tar xf pack.tar -C pack") == [])
        #expect(try check().first == "the seals hold up to \(moment.seal)")
        #expect(try sh("ls pack/changes/00000 | tail -n 1") == ["00000009"])
    }

    @Test("puts more than a thousand changes into archives of their own")
    func many() throws {
        let ledger = try Ledger(at: registry.path, for: .readWrite)
        _ = try sh("sqlite3 exchange.registry 'PRAGMA wal_checkpoint'")
        for number in 1...1000 { _ = try ledger.add(.party, ["name": "甲方\(number)"], by: ProofRegistry.author) }
        let (extent, moment) = try pack()
        #expect(extent.changes > 1000)
        #expect(try sh("tar tf pack.tar | tail -n 3") == ["changes/00000.tar", "changes/00001.tar", "SHA256SUMS"])
        _ = try sh("mkdir pack && tar xf pack.tar -C pack")
        #expect(try check().first == "the seals hold up to \(moment.seal)")
    }

    @Test("is never written over a file, and leaves nothing where it cannot be written")
    func refused() throws {
        try folder.write([1], to: "pack.tar")
        #expect(throws: StoreError.self) { _ = try pack() }
        #expect(try sh("cat pack.tar | wc -c") == ["1"])
        #expect(throws: StoreError.self) { _ = try pack(to: "nowhere/pack.tar") }
        #expect(folder.names.filter { $0.contains("pack") } == ["pack.tar"])
    }
}
