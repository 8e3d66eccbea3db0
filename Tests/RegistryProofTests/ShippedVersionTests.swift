import Archives
import Glibc
import Registry
import RegistryProof
import RegistryStore
import SQLite
import TestSupport
import Testing

/// What stands in a registry that a shipped version of this program made, and must stand in it for ever.
struct ShippedVersion: Sendable, CustomTestStringConvertible {
    /// Of its schema; the file is `Fixtures/version-N.sqlite.gz`.
    let version: Int
    let change: Int64
    let seal: String
    /// As of 2022-06-21, in fen, as known after each of the changes.
    let dealTotals: [Int64: Total]

    var testDescription: String { "version \(version)" }

    static let all = [
        ShippedVersion(
            version: 8, change: 13, seal: "c4cdc36634ae5dc4642e6d88373e05c04497968d6dd37bff43a428feb2189d57",
            dealTotals: [
                7: Total(), 8: Total(count: 3, fen: 405_000_055), 9: Total(count: 3, fen: 415_000_055),
                10: Total(count: 4, fen: 415_000_155), 13: Total(count: 3, fen: 415_000_055),
            ]),
        // Records of every noun from files and by hand, each kind of correction and event, a move, merges, reviews, figures,
        // an import taken back and given back, and a review taken back.
        ShippedVersion(
            version: 15, change: 39, seal: "6cec5d16817e342af5adb2f9033cd11a2b89928c4e84d3b183dc42583effe6ed",
            dealTotals: [
                6: Total(), 7: Total(count: 5, fen: 444_015_456), 8: Total(count: 6, fen: 454_016_456),
                10: Total(count: 8, fen: 454_016_756), 12: Total(count: 9, fen: 574_016_756),
                18: Total(count: 9, fen: 564_016_755), 19: Total(count: 9, fen: 524_016_755),
                20: Total(count: 8, fen: 460_016_755), 22: Total(count: 8, fen: 460_016_755),
                28: Total(count: 7, fen: 460_011_200), 32: Total(count: 5, fen: 460_010_900),
                33: Total(count: 7, fen: 460_011_200), 39: Total(count: 8, fen: 460_011_300),
            ]),
        // Three nights: profiles, a calendar, rejects that are open, mended, dropped and opened again, conflicts answered and
        // not, a complete file that lacks records, and files that were doubled, empty, refused and taken back.
        ShippedVersion(
            version: 16, change: 20, seal: "553f0c2b7288d7fd1339c35a9d1fe43b87ff09e7b242f55a1bd2555b2c37926b",
            dealTotals: [
                7: Total(), 8: Total(count: 5, fen: 120_373_455), 9: Total(count: 7, fen: 240_374_455),
                10: Total(count: 8, fen: 240_375_689), 11: Total(count: 8, fen: 240_385_634),
                19: Total(count: 8, fen: 240_385_634), 20: Total(count: 9, fen: 245_385_634),
            ]),
        // Files of every noun and one that corrects, an amendment, a termination, events of listings, a merge, a move and a void.
        ShippedVersion(
            version: 17, change: 18, seal: "41c77a638c2ee62f757e75759e43d6a380d73afcaf0826b7f9bebb394c2fe79f",
            dealTotals: [
                6: Total(), 7: Total(count: 4, fen: 650_010_049), 8: Total(count: 4, fen: 651_010_049),
                9: Total(count: 4, fen: 611_009_999), 10: Total(count: 3, fen: 611_000_000),
                14: Total(count: 4, fen: 621_000_000), 16: Total(count: 4, fen: 621_000_000),
                18: Total(count: 3, fen: 121_000_000),
            ]),
        // The last version without the exchange's services: files, each kind of correction, one taken back, and a move.
        ShippedVersion(
            version: 18, change: 12, seal: "6b2cbe218f2956f09d4cb3dc3dfcabab9008bee812b571185a4fdac41e38455b",
            dealTotals: [
                3: Total(), 4: Total(count: 3, fen: 150_010_054), 5: Total(count: 4, fen: 200_010_054),
                6: Total(count: 4, fen: 190_010_054), 7: Total(count: 3, fen: 160_009_999),
                9: Total(count: 3, fen: 160_019_999), 10: Total(count: 2, fen: 110_019_999),
                12: Total(count: 2, fen: 110_009_999),
            ]),
        // The last version without settlement: deals, demands and registrations from files, each corrected, voided, taken back.
        ShippedVersion(
            version: 19, change: 17, seal: "6597c0d05cb017d4b78eb9a76837c9a792fa5ce938164557d62f5b01bb61d0c3",
            dealTotals: [
                3: Total(), 4: Total(count: 3, fen: 150_010_054), 10: Total(count: 3, fen: 150_010_054),
                11: Total(count: 3, fen: 130_010_054), 12: Total(count: 2, fen: 130_000_054),
                13: Total(count: 2, fen: 140_000_054), 15: Total(count: 2, fen: 140_000_054),
                16: Total(count: 3, fen: 140_001_288), 17: Total(count: 3, fen: 140_001_288),
            ]),
        // The last version whose listings had no abstract: listings from files and by hand, corrected, and a demand taken back
        // and given back.
        ShippedVersion(
            version: 20, change: 15, seal: "5a9f34a1938982335ae0fc5865320f73be9089e1bdb5e6b6e933287b9b3078c9",
            dealTotals: [
                3: Total(), 4: Total(count: 3, fen: 43_000_000), 5: Total(count: 3, fen: 43_000_000),
                9: Total(count: 3, fen: 41_000_000), 12: Total(count: 2, fen: 38_000_000),
                15: Total(count: 2, fen: 38_000_000),
            ]),
        // The last version without certificates: abstracts of listings, instalments and payments from files and by hand,
        // corrected, voided and given back, and a deal that was settled and terminated.
        ShippedVersion(
            version: 21, change: 16, seal: "7b31c0592ea6fbd882a961fcfdd191265befae6c564493ea9aa1c1e445085c78",
            dealTotals: [
                3: Total(), 4: Total(count: 3, fen: 190_505_500), 9: Total(count: 3, fen: 190_505_500),
                10: Total(count: 3, fen: 200_005_500), 12: Total(count: 3, fen: 200_005_500),
                13: Total(count: 2, fen: 140_005_500), 16: Total(count: 2, fen: 140_005_500),
            ]),
        // The last version without services: registrations from files and by hand, corrected, cancelled, voided and given back,
        // and a certificate that was revoked.
        ShippedVersion(
            version: 22, change: 17, seal: "9bbcb6394d942c480a200b8aa4bc277ad3a7a41d1dec3130b59dda627afe3a59",
            dealTotals: [
                2: Total(), 3: Total(count: 3, fen: 650_000_054), 12: Total(count: 3, fen: 650_000_054),
                13: Total(count: 3, fen: 600_000_050), 16: Total(count: 2, fen: 480_000_000),
                17: Total(count: 2, fen: 480_000_000),
            ]),
    ]
}

@Suite("A registry that a shipped version made")
struct ShippedVersionTests {
    let folder: TestFolder
    private var path: String { folder.file("old.registry") }

    init() throws { folder = try TestFolder() }

    private static let fixtures = PackageFolder.file("Tests/RegistryProofTests/Fixtures")

    private func unpack(_ version: Int) throws {
        let descriptor = open("\(Self.fixtures)/version-\(version).sqlite.gz", O_RDONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let reading = GzipReading(descriptor: descriptor)
        var bytes: [UInt8] = []
        while let more = try reading.next() { bytes += more }
        try folder.write(bytes, to: "old.registry")
    }

    @Test("every fixture is of a shipped version")
    func fixtures() {
        #expect(
            Set(TestFolder.names(in: Self.fixtures))
                == Set(ShippedVersion.all.map { "version-\($0.version).sqlite.gz" }))
    }

    @Test("is proven once it is migrated, with the seals and totals that it had", arguments: ShippedVersion.all)
    func migrated(shipped: ShippedVersion) throws {
        try unpack(shipped.version)
        if shipped.version < Migrator.known {
            #expect(try Ledger.migrate(at: path)?.before == shipped.version)
        }
        let ledger = try Ledger(at: path, for: .readWrite)
        #expect(try Verification(ledger).run() == [])
        let newest = try ledger.newestMoment()
        #expect(newest?.change == shipped.change)
        #expect(newest?.seal == shipped.seal)
        for (change, total) in shipped.dealTotals {
            let day = try "2022-06-21".withBytes { bytes in try Day.read(bytes) }
            let moment = try ledger.moment(ofChange: change)
            #expect(try ledger.totals(asOf: day, knownAt: moment)[.deal] ?? Total() == total, "change \(change)")
        }
        _ = try ledger.add(.party, ["name": "新的"], by: ProofRegistry.author)
        #expect(try Verification(ledger).run() == [])
    }

    @Test("from before checks of rows has its damage told by change and rows")
    func damaged() throws {
        try unpack(8)
        _ = try Ledger.migrate(at: path)
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.run("UPDATE deal SET title = 'x' WHERE id = 2")
            try connection.run("UPDATE setting SET value = 'Europe/London'")
        }
        let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
        let found = try Verification(ledger).run()
        #expect(found.contains { $0.problem == .rowsDiffer && $0.table == "deal" && $0.record == "1…3" })
        #expect(found.contains { $0.problem == .rowDiffers && $0.table == "setting" && $0.id == 1 })
    }

    @Test("has nothing in a column that came after its seals, or it is told")
    func writtenIntoALaterColumn() throws {
        try unpack(20)
        _ = try Ledger.migrate(at: path)
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.run("UPDATE listing SET abstract = 'x' WHERE id = 1")
            try connection.run("UPDATE listing_history SET abstract = 'y' WHERE id = 3")
        }
        let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
        let found = try Verification(ledger).run()
        #expect(found.map(\.problem) == [.rowDiffers, .rowDiffers])
        #expect(found.map(\.table) == ["listing", "listing_history"])
        #expect(found.map(\.column) == ["abstract", "abstract"])
        #expect(found.map(\.found) == ["x", "y"])
    }

    @Test("a registration that was sealed before has none of the days that came later, or it is told")
    func writtenIntoALaterDay() throws {
        try unpack(22)
        _ = try Ledger.migrate(at: path)
        let connection = try Connection(path: path, mode: .readWrite)
        try connection.withoutTriggers { () throws(SQLiteError) in
            try connection.run("UPDATE contract_registration SET submitted_on = '2022-01-01' WHERE id = 3")
            try connection.run("UPDATE contract_registration_history SET service_point = 'z' WHERE id = 1")
        }
        let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
        let found = try Verification(ledger).run()
        #expect(found.map(\.problem) == [.rowDiffers, .rowDiffers])
        #expect(found.map(\.table) == ["contract_registration_history", "contract_registration"])
        #expect(found.map(\.column) == ["service_point", "submitted_on"])
        #expect(found.map(\.found) == ["z", "2022-01-01"])
    }

    @Test("is restored as it is, and proven on the way", arguments: ShippedVersion.all)
    func restored(shipped: ShippedVersion) throws {
        try unpack(shipped.version)
        var inspections = 0
        let receipt = try Ledger.restore(
            path, to: folder.file("new.registry"), isReplacing: false, patience: Patience(seconds: 0) { _ in }
        ) { ledger throws(StoreError) in
            inspections += 1
            return try Verification(ledger).run().count
        }
        #expect(inspections == 2)
        #expect(receipt.olderVersion == (shipped.version < Migrator.known ? shipped.version : nil))
        #expect(receipt.copy.moment.seal == shipped.seal)
        #expect(Set(folder.names) == ["new.registry", "old.registry"])
    }
}
