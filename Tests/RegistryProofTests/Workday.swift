import Registry
import RegistryImport
import RegistryProof
import RegistryStore
import SQLite
import TestSupport

/// A registry of a test's own, and what is done to it in a day: one act after the other, each by a program of its own.
struct Workday {
    let folder: TestFolder
    private static let name = "exchange.registry"
    private static let author = ProofRegistry.author

    typealias Act = @Sendable (Ledger, TestFolder) throws -> Void

    /// Each of them makes one change.
    static let acts: [Act] = [
        { ledger, _ in
            _ = try ledger.add(
                .deal,
                [
                    "venue": "SH", "kind": "transfer", "amount": "120万元", "signed_on": "2022-06-21", "seller": "甲",
                    "buyer": "乙",
                ], by: author)
        },
        { ledger, _ in _ = try ledger.amend(RecordName("SH/D-2", of: .deal), ["amount": "7"], clearing: [], by: author)
        },
        { ledger, folder in try take("more.csv", ledger, folder) },
        { ledger, _ in _ = try ledger.void(RecordName("SH/D-3", of: .deal), by: author) },
        { ledger, folder in try take("mended.csv", ledger, folder) },
        { ledger, _ in _ = try ledger.revert(try ledger.newestMoment()?.change ?? 0, by: author) },
        { ledger, _ in _ = try ledger.publish(asOf: ledger.today, source: "年报", by: author) },
    ]

    /// The morning: two venues and a file of deals.
    init() throws {
        folder = try TestFolder()
        try folder.write(Self.deals(1...12, yuan: 100), to: "first.csv")
        try folder.write(Self.deals(13...160, yuan: 3), to: "more.csv")
        try folder.write(Self.deals(20...150, yuan: 4), to: "mended.csv")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: Self.author)
        let ledger = try Ledger(at: path, for: .readWrite)
        for code in ["SH", "BJ"] {
            _ = try ledger.add(
                .venue, ["code": code, "name": code, "network": "core", "joined_on": "2020-01-01"], by: Self.author)
        }
        try Self.take("first.csv", ledger, folder)
    }

    /// The same morning again, from its files.
    init(_ files: [String: [UInt8]]) throws {
        folder = try TestFolder()
        for (name, bytes) in files { try folder.write(bytes, to: name) }
    }

    var path: String { folder.file(Self.name) }

    /// The registry's files, and those to be imported.
    var files: [String: [UInt8]] {
        get throws {
            let names = folder.names.filter { $0.hasSuffix(".csv") || $0.hasPrefix(Self.name) && !$0.hasSuffix("-shm") }
            return try Dictionary(
                uniqueKeysWithValues: names.filter { TestFolder.names(in: folder.file($0)).isEmpty }.map {
                    ($0, try folder.read($0))
                })
        }
    }

    /// - Returns: what `acknowledged` tells once the act is done, while its ledger is still open.
    func perform<Told>(_ act: Act, acknowledged: () -> Told) throws -> Told {
        let ledger = try Ledger(at: path, for: .readWrite)
        try act(ledger, folder)
        return withExtendedLifetime(ledger) { acknowledged() }
    }

    /// The newest change of a registry that is opened to be written, and all that is wrong with it.
    func standing() throws -> (change: Int64, findings: [Finding]) {
        let change = try Ledger(at: path, for: .readWrite).newestMoment()?.change ?? 0
        let ledger = try Ledger(forProofAt: path, waitingWith: Patience(seconds: 1) { _ in })
        return (change, try Verification(ledger).run())
    }

    private static func deals(_ codes: ClosedRange<Int>, yuan: Int) -> String {
        "venue,code,kind,seller,amount_yuan,signed_on\n"
            + codes.map { "SH,D-\($0),transfer,卖\($0),\($0 * yuan),2022-06-21\n" }.joined()
    }

    private static func take(_ name: String, _ ledger: Ledger, _ folder: TestFolder) throws {
        let report = try Importer(ledger, author: author).run(folder.file(name), ImportOptions())
        guard report.receipt != nil else { throw Unfinished(report: report) }
    }

    /// A file that was refused.
    struct Unfinished: Error { let report: FileReport }
}
