/// A look at the beginning of a text: how it is encoded, and what stands between its cells.
struct TextLook {
    private let head: [UInt8]
    private let isWhole: Bool
    private let told: ToldForm
    private let knows: ([String]) -> Int
    /// A heading stands among the first so many rows.
    private static let rowsLookedAt = 30
    private static let delimiters = [",", "\t", ";", "|"].map { UInt8(ascii: $0) }

    init(_ head: [UInt8], isWhole: Bool, told: ToldForm, knows: @escaping ([String]) -> Int) {
        self.head = head
        self.isWhole = isWhole
        self.told = told
        self.knows = knows
    }

    /// What was told, or a mark says, or the zeros of UTF-16 betray; else UTF-8 if the heading row is, else GB 18030 if
    /// the heading row then reads as known headings.
    func encoding() throws(ReadingError) -> TextEncoding {
        let mark = TextEncoding.mark(head)
        if let told = told.encoding {
            // Of the two kinds of UTF-16, a mark knows better.
            if told.step == 2, let mark, mark.step == 2 { return mark }
            if told == .utf16LittleEndian, let found = TextEncoding.unmarkedUTF16(head) { return found }
            return told
        }
        if let mark { return mark }
        if let found = TextEncoding.unmarkedUTF16(head) { return found }
        let rows = try rows(of: decoded(.utf8), by: told.delimiter)
        if rows.contains(where: { $0.isDecoded && knows($0.cells) >= 2 }) {
            // A heading in ASCII proves nothing of the rows below it.
            let speaking = rows.filter { !$0.isDecoded || !$0.isASCII }
            guard speaking.count > 2, speaking.allSatisfy({ !$0.isDecoded }) else { return .utf8 }
            throw .form(.rowsUndecoded(asGB18030: try firstRead(self.rows(of: decoded(.gb18030), by: told.delimiter))))
        }
        if head.allSatisfy({ $0 < 0x80 }), contains("~{"), contains("~}") { throw .form(.encodingUnsupported("HZ")) }
        // A row at fault below a heading that can be read is told by itself; a lone cell above it may be a title.
        let first = rows.first { !$0.cells.allSatisfy(\.isEmpty) }
        if rows.allSatisfy(\.isDecoded) || (first?.isDecoded == true && first?.cells.count ?? 0 > 1) { return .utf8 }
        let chinese = try self.rows(of: decoded(.gb18030), by: told.delimiter)
        let isKnown = chinese.contains { row in
            row.isDecoded && knows(row.cells) >= 2 && knows(row.cells.filter { $0.utf8.contains { $0 >= 0x80 } }) >= 1
        }
        if isKnown { return .gb18030 }
        throw .form(.encodingUnknown(asGB18030: firstRead(chinese)))
    }

    /// The first row that is more than ASCII.
    private func firstRead(_ rows: [Row]) -> String? {
        rows.first { !$0.isASCII }.map { $0.cells.joined(separator: ", ") }
    }

    /// The head as UTF-8, cut to whole lines where the file is longer.
    func decoded(_ encoding: TextEncoding) throws(ReadingError) -> [UInt8] {
        var text = head
        if encoding != .utf8 { text = try Transcoder(MemorySource(head), from: encoding).first(3 * head.count + 8) }
        if !isWhole, let end = text.lastIndex(of: UInt8(ascii: "\n")) { text.removeLast(text.count - end - 1) }
        return text
    }

    /// The one by which a row reads as the most known headings; where none does, by which the first row has the most
    /// cells. A comma wins a tie.
    func delimiter(of text: [UInt8]) -> UInt8 {
        var best = (delimiter: Self.delimiters[0], known: -1, cells: 0)
        for delimiter in Self.delimiters {
            let rows = (try? rows(of: text, by: delimiter)) ?? []
            let known = rows.map { knows($0.cells) }.max() ?? 0
            let cells = rows.first { !$0.cells.allSatisfy(\.isEmpty) }?.cells.count ?? 0
            if known > best.known || (known == best.known && cells > best.cells) { best = (delimiter, known, cells) }
        }
        return best.delimiter
    }

    private struct Row {
        let cells: [String]
        /// Whether every byte is part of a character.
        let isDecoded: Bool
        var isASCII: Bool { cells.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } } }
    }

    private func rows(of text: [UInt8], by delimiter: UInt8?) throws(ReadingError) -> [Row] {
        let delimiter = delimiter ?? self.delimiter(of: text)
        var reader = try CSVReader(source: MemorySource(text), delimiter: delimiter, bufferSize: text.count + 1)
        var rows: [Row] = []
        while rows.count < Self.rowsLookedAt, let record = try reader.next() {
            let cells = (0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self) }
            rows.append(Row(cells: cells, isDecoded: !record.faults.contains { $0.kind == .invalidUTF8 }))
        }
        return rows
    }

    private func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return head.indices.dropLast(wanted.count - 1).contains { head[$0] == wanted[0] && head[$0 + 1] == wanted[1] }
    }
}
