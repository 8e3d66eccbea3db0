import Digests
import Glibc
import Registry
import RegistryStore
import SQLite
import TestSupport
import Testing

/// Every seal computed anew from the stored rows, with nothing of the code that wrote them but the list of columns.
@Suite("Seals")
struct SealTests {
    @Test("are what the stored rows give", arguments: [7, 8] as [UInt64], [false, true])
    func recomputed(seed: UInt64, inBulk: Bool) throws {
        try expectSealed(try TestRegistry.atRandom(seed: seed, inBulk: inBulk).ledger.connection)
    }

    @Test("cover awkward texts, parties, figures and files")
    func awkward() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        let awkward = [" 空 ", "a,b", "\"引\"", "一\r\n二", ",", "\"", "换\n行", "ＡＢ", "尾 ", "1234567,8"]
        try registry.record(fromFile: true) { all throws(StoreError) in
            for (number, text) in awkward.enumerated() {
                try all.addDeal("SH", "D\(number)", yuan: 1, on: "2022-01-01", title: text, seller: "卖\(text)方")
            }
            try all.add(.party, ["name": "有码", "credit_code": "91350100M000100Y43", "region": "上海,浦东"])
            _ = try all.change.record(figure(.deals, "1,234", source: "a \"b\", c"), known: nil, from: all.nextOrigin())
        }
        try registry.record(fromFile: true) { all throws(StoreError) in
            for number in awkward.indices.reversed() {
                try all.meet(.deal, ["venue": "SH", "code": "D\(number)", "amount": "2"])
            }
            try all.meet(.party, ["name": "有码", "region": "江苏"])
            _ = try all.change.record(figure(.deals, "1,235"), known: nil, from: all.nextOrigin())
        }
        try expectSealed(registry.ledger.connection)
        let parts = try registry.ledger.connection.rows(
            "SELECT table_name, new_rows, changed_rows FROM change_part WHERE change_id = 4 ORDER BY 1")
        #expect(parts == [["deal", 0, 10], ["figure", 0, 1], ["party", 0, 1], ["source_file", 1, 0]])
    }

    func expectSealed(_ connection: Connection) throws {
        let changes = try connection.rows(
            "SELECT id, command, reason, actor, login, uid, host, recorded_at, seal, seal_format FROM change ORDER BY id"
        )
        var previous = Value.null
        for change in changes {
            var text = line(["registry-seal", 9]) + line(["previous", previous]) + line(["change"] + change.prefix(8))
            for table in SealFormat.current.tables {
                guard let part = try part(of: table, change: change[0], connection) else {
                    #expect(
                        try connection.rows(
                            "SELECT * FROM change_part WHERE change_id = ? AND table_name = ?", change[0],
                            .text(table.name)
                        ) == [])
                    continue
                }
                #expect(
                    try connection.rows(
                        """
                        SELECT table_name, new_rows, new_sha256, changed_rows, changed_sha256 FROM change_part
                        WHERE change_id = ? AND table_name = ?
                        """, change[0], .text(table.name)) == [part], "change \(change[0]), \(table.name)")
                text += line(part)
            }
            #expect(change[8] == .text(SHA256.hash(text)), "change \(change[0])")
            #expect(change[9] == 9)
            previous = change[8]
        }
    }

    /// The line of the seal for one table; nil where the change recorded nothing in it.
    private func part(of table: SealedTable, change: Value, _ connection: Connection) throws -> [Value]? {
        let isVersioned = table.columns.contains("is_void")
        let columns = table.columns.joined(separator: ", ").replacing(
            "identity_sha256", with: "salt, name, credit_code, erased_sha256")
        func versions(_ name: String) throws -> [[Value]] {
            try connection.rows("SELECT \(columns) FROM \(name) WHERE change_id = ?", change)
        }
        var rows = try versions(table.name)
        if isVersioned { rows += try versions("\(table.name)_history") }
        rows.sort { left, right in
            if case (.integer(let a), .integer(let b)) = (left[0], right[0]) { a < b } else { false }
        }
        var texts = ["", ""]
        var counts: [Int64] = [0, 0]
        var checks: [Int64: UInt32] = [:]
        for row in rows {
            let isChanged =
                isVersioned
                ? try !connection.rows(
                    "SELECT 1 FROM \(table.name)_history WHERE id = ? AND change_id < ?", row[0], change
                ).isEmpty : false
            let line = line(table.name == "party" ? identified(row) : row)
            texts[isChanged ? 1 : 0] += line
            if case .integer(let id) = row[0] { checks[id] = Array(line.utf8).withUnsafeBytes { LineCheck.of($0) } }
            counts[isChanged ? 1 : 0] += 1
        }
        #expect(try storedChecks(of: table, change: change, connection) == checks)
        guard !rows.isEmpty else { return nil }
        return [
            .text(table.name), .integer(counts[0]), .text(SHA256.hash(texts[0])), .integer(counts[1]),
            .text(SHA256.hash(texts[1])),
        ]
    }

    /// The checks that were stored beside the seal, by id.
    private func storedChecks(
        of table: SealedTable, change: Value, _ connection: Connection
    ) throws -> [Int64: UInt32] {
        var checks: [Int64: UInt32] = [:]
        for block in try connection.rows(
            "SELECT first_id, sums FROM row_check WHERE change_id = ? AND table_name = ?", change, .text(table.name))
        {
            guard case .integer(let first) = block[0], case .blob(let sums) = block[1] else { continue }
            #expect(sums.count % 4 == 0 && (1...240).contains(sums.count / 4))
            for place in 0..<sums.count / 4 {
                let bytes = sums[place * 4..<place * 4 + 4].reversed()
                let isNew = checks.updateValue(bytes.reduce(0) { $0 << 8 | UInt32($1) }, forKey: first + Int64(place))
                #expect(isNew == nil)
            }
        }
        return checks
    }

    /// SHA-256 over the salt, the name and the credit code, a line each, the last two behind their number of bytes; a dash
    /// for no code.
    private func identified(_ row: [Value]) -> [Value] {
        func text(_ value: Value) -> String { if case .text(let text) = value { text } else { "" } }
        func counted(_ value: Value) -> String {
            value == .null ? "-" : "\(text(value).utf8.count):\(text(value))"
        }
        let digest = SHA256.hash("\(text(row[1]))\n\(counted(row[2]))\n\(counted(row[3]))\n")
        return [row[0], .text(digest)] + row[5...]
    }

    private func line(_ values: [Value]) -> String {
        values.map { value in
            switch value {
            case .null: return ""
            case .integer(let number): return "\(number)"
            case .text(let text):
                let marks = text.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
                guard text.isEmpty || text.hasPrefix(" ") || text.hasSuffix(" ") || marks else { return text }
                return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
            case .real, .blob: return "?"
            }
        }.joined(separator: ",") + "\n"
    }

    @Test("a format that sealed a change stays as it was")
    func frozen() throws {
        let lists = try ([1, 2, 3, 4, 5, 6, 7, 8] as [Int64]).map { number throws in
            let format = try #require(SealFormat.numbered(number))
            #expect(format.number == number)
            return SHA256.hash(
                format.tables.map { "\($0.name)(\($0.columns.joined(separator: ",")))" }.joined(separator: "\n"))
        }
        #expect(
            lists == [
                "02cc7d31fb33a3c85237924d25f141baa0f6922dfb75901aeaf4997320606371",
                "6b600cda4ba5b0031bd5b494e0dfd57e5e5c45efaa73ab8463406d712f0ea2b5",
                "56de7f6a934fffc002e1e0acae433c6278c090697ce09b60ed2d342e840e0a4a",
                "a3cc3d9de9858748537d7c213ac4f98f8792bfd2062531c863341b3d7fed2e87",
                "0936b05cbc2b3ee45ac36f1939c3c27173705297cd852c9f6bf8af8aab9ba3e9",
                "35c838d15254357d31f100d109556aa253b723ab624348307172046f9484d3a4",
                "00644950a5f2a2b1e201156f35706a4e896625010a96555dd461b687d6e8070d",
                "2fb4cc885c8b3d98ed0bf3616f17c239e20fa3612596a261613517543f85140c",
            ])
        #expect(SealFormat.numbered(10) == nil)
        #expect(SealFormat.current.number == 9)
    }

    @Test("a seal is checked by sha256sum too", .enabled(if: access("/usr/bin/sha256sum", X_OK) == 0))
    func otherProgram() throws {
        let registry = try TestRegistry()
        try registry.recordVenues()
        let connection = registry.ledger.connection
        let change = try connection.rows(
            "SELECT id, command, reason, actor, login, uid, host, recorded_at FROM change WHERE id = 2")[0]
        let first = try connection.rows("SELECT 'previous', seal FROM change WHERE id = 1")[0]
        let venues = try connection.rows("SELECT * FROM venue").map(line).joined()
        let part = try connection.rows(
            "SELECT table_name, new_rows, new_sha256, changed_rows, changed_sha256 FROM change_part WHERE change_id = 2"
        )[0]
        #expect(.text(try sha256sum(venues, in: registry.folder)) == part[2])
        let text = line(["registry-seal", 9]) + line(first) + line(["change"] + change) + line(part)
        let seal = try connection.rows("SELECT seal FROM change WHERE id = 2")[0][0]
        #expect(.text(try sha256sum(text, in: registry.folder)) == seal)
    }

    private func sha256sum(_ text: String, in folder: TestFolder) throws -> String {
        try folder.write(Array(text.utf8), to: "lines")
        let output = try #require(popen("/usr/bin/sha256sum '\(folder.file("lines"))'", "r"))
        defer { pclose(output) }
        var bytes = [CChar](repeating: 0, count: 65)
        fgets(&bytes, 65, output)
        return String(decoding: bytes.prefix(64).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

extension String {
    /// The text with one word for another.
    fileprivate func replacing(_ word: String, with other: String) -> String {
        split(separator: ", ").map { $0 == word ? other : String($0) }.joined(separator: ", ")
    }
}
