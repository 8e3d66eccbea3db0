import SystemPackage
import Testing

@testable import Spreadsheets

@Suite(.enabled(if: ConformanceFiles.areThere))
struct EncodingConformanceTests {
    private func decoded(_ name: String, _ encoding: TextEncoding) throws -> [UInt8] {
        let bytes = try ConformanceFiles.bytes(of: "encoding/\(name)")
        return try Transcoder(MemorySource(bytes), from: encoding).first(4 * bytes.count)
    }

    @Test("CPython's files decode to their twins", arguments: ["gb18030", "gbk", "gb2312"])
    func twins(name: String) throws {
        let twin = try ConformanceFiles.bytes(of: "encoding/cpython/\(name)-utf8.txt")
        #expect(try decoded("cpython/\(name).txt", .gb18030) == twin)
    }

    /// GB 18030 of 2022 moved 18 characters out of the private use area and 6 more to other places.
    @Test("encoding_rs: all of GB 18030 but what its editions of 2005 and 2022 disagree on")
    func all() throws {
        let found = String(decoding: try decoded("encoding_rs/gb18030_in.txt", .gb18030), as: UTF8.self)
        let twin = String(
            decoding: try ConformanceFiles.bytes(of: "encoding/encoding_rs/gb18030_in_ref.txt"), as: UTF8.self)
        let (lines, wanted) = (found.split(separator: "\n"), twin.split(separator: "\n"))
        #expect(lines.count == wanted.count)
        let differing = zip(lines, wanted).filter { $0 != $1 }
        #expect(differing.count <= 24, "\(differing)")
        for (line, other) in differing {
            #expect(line.unicodeScalars.count == other.unicodeScalars.count)
            let (ours, theirs) = (line.unicodeScalars, other.unicodeScalars)
            for (left, right) in zip(ours, theirs) where left != right {
                #expect(
                    [left, right].contains { 0xE000...0xF8FF ~= $0.value || 0xFE10...0xFE19 ~= $0.value },
                    "\(left) \(right)")
            }
        }
    }

    @Test(
        "what is valid GB 18030 too is never read as Chinese without being told",
        arguments: ["encoding/cpython/big5.txt", "csv/duckdb/encodings/shift_jis.csv"])
    func neverSilently(name: String) throws {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: name))
        #expect {
            _ = try FileForm(of: file.descriptor, told: ToldForm()) { $0.count { ["合同编号", "成交金额"].contains($0) } }
        } throws: {
            guard case .form(.encodingUnknown(let reading)) = $0 as? ReadingError else { return false }
            return reading != nil
        }
        var told = ToldForm()
        told.encoding = name.contains("big5") ? .big5 : .shiftJIS
        #expect(try FileForm(of: file.descriptor, told: told) { _ in 0 }.encoding == told.encoding)
    }

    @Test("HZ is named as unsupported")
    func hz() throws {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "encoding/cpython/hz.txt"))
        #expect(throws: ReadingError.form(.encodingUnsupported("HZ"))) {
            try FileForm(of: file.descriptor, told: ToldForm()) { _ in 0 }
        }
    }

    @Test(
        "UTF-16 and files with a mark are read",
        arguments: [
            ("csvkit/test_utf16_big.csv", "a,b,c/1,2,3/4,5,ʤ"), ("csvkit/test_utf16_little.csv", "a,b,c/1,2,3/4,5,ʤ"),
            ("csvkit/test_utf8_bom.csv", "foo,bar,baz/1,2,3/4,5,ʤ"),
        ])
    func marks(name: String, wanted: String) throws {
        #expect(try texts(of: name).map { $0.joined(separator: ",") }.joined(separator: "/") == wanted)
    }

    @Test("duckdb: every character of UTF-16, one a row")
    func allOfUTF16() throws {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "csv/duckdb/encodings/all_utf16.csv"))
        let form = try FileForm(of: file.descriptor, told: ToldForm()) { _ in 0 }
        #expect(form.encoding == .utf16LittleEndian)
        var reader = try CSVReader(source: form.text())
        var count = 0
        while let record = try reader.next() {
            count += 1
            // Only the mark of a lost character itself is at fault.
            if !record.faults.isEmpty {
                #expect(record.faults.map(\.kind) == [.replacementCharacter])
                #expect(record.rawBytes.elementsEqual([0xEF, 0xBF, 0xBD]))
            }
        }
        #expect(count > 60_000)
    }

    private func texts(of name: String) throws -> [[String]] {
        let file = try UnnamedFile(holding: ConformanceFiles.bytes(of: "csv/\(name)"))
        let form = try FileForm(of: file.descriptor, told: ToldForm()) { _ in 0 }
        guard case .delimited(let delimiter) = form.kind else { return [] }
        var reader = try CSVReader(source: form.text(), delimiter: delimiter)
        var rows: [[String]] = []
        while let record = try reader.next() {
            #expect(record.faults.isEmpty)
            rows.append((0..<record.fieldCount).map { String(decoding: record.field($0), as: UTF8.self) })
        }
        return rows
    }
}
