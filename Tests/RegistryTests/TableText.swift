import Glibc
import TestSupport

/// A table as the migrations' text creates it last: columns in their order, and what a CHECK on terms allows.
struct TableText {
    struct Column {
        let name: String
        let type: String
        let isRequired: Bool
        /// The words of `column = 'word'`, in their order.
        let words: [String]
    }

    let columns: [Column]

    /// The folder of the migrations, beside `Tests`.
    static let folder = PackageFolder.file("Migrations")

    /// Nil where no migration creates the table.
    init?(_ table: String) {
        guard let body = Self.body(of: table) else { return nil }
        let created = Self.entries(body).compactMap(Self.column)
        // A column that is added later stands last in the file; a noun has it before those of every version.
        let own = created.prefix { $0.name != "is_void" }
        columns = own + Self.added(to: table) + created.dropFirst(own.count)
    }

    private static func column(_ entry: String) -> Column? {
        let words = entry.split { $0 == " " || $0 == "\n" }
        guard words.count >= 2, words[0].first?.isLowercase == true else { return nil }
        let quoted = entry.split(separator: "'", omittingEmptySubsequences: false)
        return Column(
            name: String(words[0]), type: String(words[1]), isRequired: entry.contains("NOT NULL"),
            words: quoted.indices.filter { $0 % 2 == 1 }.map { String(quoted[$0]) })
    }

    private static func added(to table: String) -> [Column] {
        let beginning = "ALTER TABLE \(table) ADD COLUMN "
        return scripts.split(separator: "\n").filter { $0.hasPrefix(beginning) && $0.hasSuffix(";") }
            .compactMap { column(String($0.dropFirst(beginning.count).dropLast())) }
    }

    /// What stands between the parentheses, without comments.
    private static func body(of table: String) -> String? {
        let lines = scripts.split(separator: "\n").map { line in
            line.indices.first { line[$0...].hasPrefix("--") }.map { line[..<$0] } ?? line
        }
        guard let first = lines.lastIndex(of: "CREATE TABLE \(table) (") else { return nil }
        return lines[(first + 1)...].prefix { !$0.hasPrefix(")") }.joined(separator: "\n")
    }

    /// Split at the commas outside of parentheses.
    private static func entries(_ body: String) -> [String] {
        var entries = [""]
        var depth = 0
        for character in body {
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            if character == ",", depth == 0 {
                entries.append("")
            } else {
                entries[entries.count - 1].append(character)
            }
        }
        return entries
    }

    private static let scripts: String = {
        let names = [
            "0002_parties", "0003_intentions", "0004_listings", "0005_deals", "0019_services", "0020_settlement",
            "0021_matching", "0022_certificates", "0023_providers",
        ]
        return names.map { read("\(folder)/\($0).sql") }.joined(separator: "\n")
    }()

    private static func read(_ path: String) -> String {
        guard let file = fopen(path, "r") else { return "" }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var byte = getc(file)
        while byte != EOF {
            bytes.append(UInt8(byte))
            byte = getc(file)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
