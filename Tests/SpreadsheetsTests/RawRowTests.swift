import Spreadsheets
import Testing

@Suite("Rows that lie in another's memory")
struct RawRowTests {
    private static let columns = ["a", "b", "c", "d"].map { Column($0) }

    /// The text that a writer makes of rows, lent to it as they lie.
    private func text(_ make: (MemorySink) -> any RowWriter, _ rows: [[RawText]]) throws -> String {
        let sink = MemorySink()
        var writer = make(sink)
        try writer.begin(Array(Self.columns.prefix(rows.first?.count ?? 0)))
        for row in rows {
            let owned = row.map(OwnedCell.init)
            try withExtendedLifetime(owned) { try writer.rawRow(owned.map(\.cell)) }
        }
        try writer.end()
        return sink.text
    }

    private static let rows: [[RawText]] = [
        [.text("SH/1"), .text("上海, \"数据\"\n|<所"), .integer(.min), .real(1.5)],
        [.text(""), .null, .integer(0), .real(1e300)],
        [.text(" x"), .text("\u{7F}\u{85}\u{2028}\\\t"), .null, .real(-0.1)],
    ]

    private static let cells: [[Cell]] = [
        [.text("SH/1"), .text("上海, \"数据\"\n|<所"), .integer(.min), .decimal("1.5")],
        [.text(""), .null, .integer(0), .decimal("1e+300")],
        [.text(" x"), .text("\u{7F}\u{85}\u{2028}\\\t"), .null, .decimal("-0.1")],
    ]

    static let makers: [(name: String, make: @Sendable (MemorySink) -> any RowWriter)] = [
        ("csv", { CSVRows(to: $0) }), ("json", { JSONRows(.array, to: $0) }), ("jsonl", { JSONRows(.lines, to: $0) }),
        ("markdown", { MarkdownRows(to: $0) }),
    ]

    @Test("are written as their copies are", arguments: makers.map(\.name))
    func same(name: String) throws {
        let make = try #require(Self.makers.first { $0.name == name }).make
        let sink = MemorySink()
        var writer = make(sink)
        try writer.begin(Self.columns)
        for row in Self.cells { try writer.row(row) }
        try writer.end()
        #expect(try text(make, Self.rows) == sink.text)
        let owned = Self.rows.map { $0.map(OwnedCell.init) }
        withExtendedLifetime(owned) { #expect(owned.map { $0.map(\.cell.cell) } == Self.cells) }
    }

    @Test("bytes are hexadecimal digits, and empty ones are no null")
    func blobs() throws {
        let rows: [[RawText]] = [[.blob([0x00, 0xAB, 0xFF]), .blob([]), .null]]
        #expect(try text({ CSVRows(to: $0) }, rows) == "a,b,c\n00ABFF,\"\",\n")
        #expect(try text({ JSONRows(.lines, to: $0) }, rows) == "{\"a\": \"00ABFF\", \"b\": \"\", \"c\": null}\n")
        #expect(try text({ MarkdownRows(to: $0) }, rows).hasSuffix("| 00ABFF |  |  |\n"))
    }

    @Test("text that is not UTF-8 goes to CSV as it is, and mended to JSON")
    func notUTF8() throws {
        let rows: [[RawText]] = [[.bytes([0x61, 0xFF, 0xE4, 0xB8]), .text("所")]]
        let sink = MemorySink()
        var writer = CSVRows(to: sink)
        try writer.begin(Array(Self.columns.prefix(2)))
        let owned = rows[0].map(OwnedCell.init)
        try withExtendedLifetime(owned) { try writer.rawRow(owned.map(\.cell)) }
        try writer.end()
        #expect(sink.bytes == Array("a,b\na".utf8) + [0xFF, 0xE4, 0xB8] + Array(",所\n".utf8))
        #expect(try text({ JSONRows(.lines, to: $0) }, rows) == "{\"a\": \"a\u{FFFD}\u{FFFD}\", \"b\": \"所\"}\n")
    }

    @Test("a long value is written whole, wherever its pieces end", arguments: makers.map(\.name), 0...3)
    func long(name: String, shift: Int) throws {
        let make = try #require(Self.makers.first { $0.name == name }).make
        let text = String(repeating: "x", count: shift) + String(repeating: "沪€😀", count: 9000)
        let written = try self.text(make, [[.text(text), .text(text), .blob(Array(text.utf8))]])
        #expect(written.components(of: text) == 2)
        #expect(written.utf8.count > 4 * text.utf8.count)
        #expect(!written.contains("\u{FFFD}"))
    }

    @Test("a row that does not fit its columns is refused", arguments: makers.map(\.name))
    func wrongCount(name: String) throws {
        var writer = try #require(Self.makers.first { $0.name == name }).make(MemorySink())
        try writer.begin([Column("a")])
        #expect(throws: WriteError.wrongCellCount(found: 2, expected: 1)) { try writer.rawRow([.null, .null]) }
    }
}

/// A value to be lent.
enum RawText: Sendable {
    case null, integer(Int64), real(Double), text(String), bytes([UInt8]), blob([UInt8])
}

/// Keeps the memory that its cell points into.
private final class OwnedCell {
    let cell: RawCell
    private let memory: UnsafeMutableBufferPointer<UInt8>

    init(_ value: RawText) {
        func copy(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<UInt8> {
            let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
            _ = memory.initialize(from: bytes)
            return memory
        }
        switch value {
        case .null: (memory, cell) = (copy([]), .null)
        case .integer(let number): (memory, cell) = (copy([]), .integer(number))
        case .real(let number): (memory, cell) = (copy([]), .real(number))
        case .text(let text):
            memory = copy(Array(text.utf8))
            cell = .text(UnsafeBufferPointer(memory))
        case .bytes(let bytes):
            memory = copy(bytes)
            cell = .text(UnsafeBufferPointer(memory))
        case .blob(let bytes):
            memory = copy(bytes)
            cell = .blob(UnsafeBufferPointer(memory))
        }
    }

    deinit { memory.deallocate() }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int { ranges(of: text).count }
}
