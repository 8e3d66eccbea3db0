import Glibc
import Spreadsheets
import SystemPackage
import Testing

struct CSVReaderLimitTests {
    @Test("five megabytes in an unclosed quote are read in bounded memory and no later row is lost")
    func longUnclosedQuote() throws {
        let line = Array("x,0123456789012345678901234567890123456789\n".utf8)
        let count = 5_000_000 / line.count
        let file = try UnnamedFile(holding: Array("a,\"b\n".utf8) + Array(repeatElement(line, count: count).joined()))
        var reader = try CSVReader(descriptor: file.descriptor)
        var rows = 0
        var faults: [CSVFault] = []
        while let record = try reader.next() {
            rows += 1
            #expect(record.row == rows)
            faults += record.faults
        }
        #expect(rows == count + 1)
        #expect(faults == [CSVFault(.unclosedQuote, column: 1, byteOffset: 2)])
        #expect(reader.bufferCapacity <= (4 << 20) + 2)
    }

    @Test("a line of five megabytes is skipped in bounded memory, its beginning is kept")
    func longLine() throws {
        let file = try UnnamedFile(holding: [UInt8](repeating: 0x61, count: 5_000_000) + Array("\nb\n".utf8))
        var reader = try CSVReader(descriptor: file.descriptor, bufferSize: 4096, recordLimit: 10_000)
        let first = try #require(try reader.next().map(ReadRow.init))
        #expect(first.faults == [CSVFault(.tooLong, column: nil, byteOffset: 10_000)])
        #expect(first.rawBytes == [UInt8](repeating: 0x61, count: 10_000))
        let second = try #require(try reader.next().map(ReadRow.init))
        #expect(second.summary == "2@5000001: b")
        #expect(reader.bufferCapacity <= 10_002)
    }

    @Test("a record may have 16,384 fields, one more is too long", arguments: [true, false])
    func manyFields(quoted: Bool) throws {
        let field = Array((quoted ? "\"\"," : ",").utf8)
        let most = Array(repeatElement(field, count: 16_383).joined())
        let rows = try UnnamedFile(holding: most + Array("z\n".utf8) + most + Array(",\nb\n".utf8)).rows()
        #expect(rows.map(\.fields.count) == [16_384, 16_383, 1])
        #expect(rows[0].fields.last == Array("z".utf8))
        let place = 2 * most.count + 2
        #expect(rows.map(\.faults) == [[], [CSVFault(.tooLong, column: 16_383, byteOffset: place)], []])
    }

    @Test("every chunk is handed on once and in order, although lines are read twice", arguments: [1, 3, 7, 1 << 18])
    func chunks(bufferSize: Int) throws {
        let bytes = Array("\u{FEFF}a,\"b\nc,d\ne,\"f\"\"\"\ng,\"h\ni\n".utf8)
        let file = try UnnamedFile(holding: bytes)
        try file.descriptor.seek(offset: 0, from: .start)
        var seen: [UInt8] = []
        var rows = 0
        do {
            var reader = try CSVReader(descriptor: file.descriptor, bufferSize: bufferSize, recordLimit: 10) {
                seen.append(contentsOf: $0)
            }
            while try reader.next() != nil { rows += 1 }
        }
        #expect(seen == bytes)
        #expect(rows == 5)
    }

    @Test("the record and its place can be cut out of the file again")
    func rawBytes() throws {
        let text = "\u{FEFF}a,\"b\"\"\r\nc\"\r\n\r\nd\"e,f\r\n\"g"
        let rows = try UnnamedFile(holding: Array(text.utf8)).rows()
        #expect(rows.map { String(decoding: $0.rawBytes, as: UTF8.self) } == ["a,\"b\"\"\r\nc\"", "", "d\"e,f", "\"g"])
        for row in rows {
            #expect(Array(text.utf8)[row.byteOffset...].starts(with: row.rawBytes))
        }
    }

    @Test(
        "a line of delimiters and spaces is blank, any other is not",
        arguments: [
            ("", true), (" , ,  ", true), (",,", true), ("\"\"", false), (",0,", false), ("\t", false), ("　", false),
        ])
    func blankness(line: String, isBlank: Bool) throws {
        let row = try #require(try UnnamedFile(holding: Array((line + "\n").utf8)).rows().first)
        #expect(row.isBlank == isBlank)
    }

    @Test("any ASCII delimiter divides", arguments: [";", "\t", "|", ":", "\u{1F}"] as [Unicode.Scalar])
    func delimiters(delimiter: Unicode.Scalar) throws {
        let file = try UnnamedFile(holding: Array("a\(delimiter)\"b\(delimiter)\"\(delimiter)c,d\n".utf8))
        let rows = try file.rows(delimiter: UInt8(ascii: delimiter))
        #expect(rows.map(\.texts) == [["a", "b\(delimiter)", "c,d"]])
    }

    @Test("a delimiter that would divide falsely is refused", arguments: [0, 0x0A, 0x0D, 0x22, 0x80, 0xFF] as [UInt8])
    func wrongDelimiters(delimiter: UInt8) throws {
        let file = try UnnamedFile(holding: [])
        #expect(throws: ReadingError.delimiterRefused(delimiter)) { try file.rows(delimiter: delimiter) }
    }

    @Test("a descriptor that cannot be read is refused with the system's code")
    func unreadable() throws {
        let folder = try FileDescriptor.open("/", .readOnly)
        defer { try? folder.close() }
        var reader = try CSVReader(descriptor: folder)
        // Not within the macro: it cannot borrow a value that is not copied.
        for _ in 1...2 {
            var failure: ReadingError?
            do throws(ReadingError) { _ = try reader.next() } catch { failure = error }
            #expect(failure == .refused(code: EISDIR))
        }
    }
}
