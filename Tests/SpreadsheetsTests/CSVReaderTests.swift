import Spreadsheets
import Testing

/// A file, and the summaries of the records that must come of it.
struct CSVCase: Sendable, CustomTestStringConvertible {
    var name: String
    var file: [UInt8]
    var recordLimit: Int
    var rows: [String]

    init(_ name: String, _ file: String, limit: Int = 4 << 20, _ rows: [String]) {
        self.init(name, bytes: Array(file.utf8), limit: limit, rows)
    }

    init(_ name: String, bytes: [UInt8], limit: Int = 4 << 20, _ rows: [String]) {
        (self.name, file, recordLimit, self.rows) = (name, bytes, limit, rows)
    }

    var testDescription: String { name }
}

struct CSVReaderTests {
    @Test("a file is divided the same whatever the size of the buffer", arguments: wellFormed + faulty + limited)
    func division(_ given: CSVCase) throws {
        let file = try UnnamedFile(holding: given.file)
        let whole = try file.rows(recordLimit: given.recordLimit)
        #expect(whole.map(\.summary) == given.rows)
        for size in 1...17 {
            #expect(try file.rows(bufferSize: size, recordLimit: given.recordLimit) == whole, "buffer of \(size)")
        }
    }

    static let wellFormed = [
        CSVCase("nothing", "", []),
        CSVCase("plain lines", "a,b\nc,d\n", ["1@0: a|b", "2@4: c|d"]),
        CSVCase("a last line without a line feed", "a,b\nc,d", ["1@0: a|b", "2@4: c|d"]),
        CSVCase("an empty last field at the end", "a,", ["1@0: a|"]),
        CSVCase("CR LF, and LF between", "a\r\nb\nc\r\n", ["1@0: a", "2@3: b", "3@5: c"]),
        CSVCase("blank lines", "\n\r\na\n\n", ["1@0: ", "2@1: ", "3@3: a", "4@5: "]),
        CSVCase("spaces are part of the value", " a , b\n", ["1@0:  a | b"]),
        CSVCase("Chinese", "技术,甲方\n乙", ["1@0: 技术|甲方", "2@14: 乙"]),
        CSVCase("other control characters", "a\tb,\u{1}\u{B}\u{C}\n", ["1@0: a\tb|\u{1}\u{B}\u{C}"]),
        CSVCase("quoted fields", "\"a\",b,\"c\"\n\"d\"", ["1@0: «a»|b|«c»", "2@10: «d»"]),
        CSVCase("an empty quoted field is not no field", "\"\",,\"\"\n", ["1@0: «»||«»"]),
        CSVCase(
            "delimiters and line ends in quotes", "\"a,b\",\"c\nd\r\ne\rf\"\r\ng\n",
            [
                "1@0: «a,b»|«c\nd\r\ne\rf»", "2@18: g",
            ]),
        CSVCase("doubled quotes", "\"a\"\"b\",\"\"\"\",\"\"\"c\"\"\"\n", ["1@0: «a\"b»|«\"»|«\"c\"»"]),
        CSVCase(
            "doubled quotes at every place of a word", "\"1234567\"\"\",\"12345678\"\"9\",x\n",
            [
                "1@0: «1234567\"»|«12345678\"9»|x"
            ]),
        CSVCase("a byte-order mark", "\u{FEFF}a,b\n", ["1@3: a|b"]),
        CSVCase("a byte-order mark before a quote", "\u{FEFF}\"a\"\n", ["1@3: «a»"]),
        CSVCase("a byte-order mark alone", "\u{FEFF}", []),
        CSVCase("a second byte-order mark is a character", "\u{FEFF}\u{FEFF}a\n", ["1@3: \u{FEFF}a"]),
    ]

    static let faulty = [
        CSVCase("a quote in an unquoted field", "a,b\"c,d\ne,f\n", ["1@0: a !strayQuote(1,3)", "2@8: e|f"]),
        CSVCase("a stray quote hides the quotes after it", "a\",\"b\nc\n", ["1@0:  !strayQuote(0,1)", "2@6: c"]),
        CSVCase(
            "text after a quote", "\"a\"b,c\n\"d\" ,e\n",
            [
                "1@0:  !textAfterQuote(0,3)", "2@7:  !textAfterQuote(0,10)",
            ]),
        CSVCase(
            "text after the quote that ends a field of two lines", "x,\"a\nb\"c\nd\n",
            [
                "1@0: x !textAfterQuote(1,7)", "2@9: d",
            ]),
        CSVCase(
            "a bare CR", "a,b\rc,d\r\ne\r", ["1@0: a !bareCarriageReturn(1,3)", "2@9:  !bareCarriageReturn(0,10)"]),
        CSVCase("CR CR LF", "\r\r\na\n", ["1@0:  !bareCarriageReturn(0,0)", "2@3: a"]),
        CSVCase("a bare CR after a quote", "\"a\"\rb\nc\n", ["1@0:  !bareCarriageReturn(0,3)", "2@6: c"]),
        CSVCase(
            "NUL cuts no value", "a\0b,\0,c\n\"d\0e\0\",f\n",
            [
                "1@0: a\0b|\0|c !nulByte(0,1) !nulByte(1,4)", "2@8: «d\0e\0»|f !nulByte(0,10)",
            ]),
        CSVCase("NUL at the end", "a,b\0", ["1@0: a|b\0 !nulByte(1,3)"]),
        CSVCase("NUL after a quote", "\"a\"\0,b\nc", ["1@0:  !textAfterQuote(0,3)", "2@7: c"]),
        CSVCase("NUL before another fault", "\0,a\"\n", ["1@0: \0 !nulByte(0,0) !strayQuote(1,3)"]),
        CSVCase(
            "an unclosed quote loses no line", "a,\"b\nc,d\n\"e\",f\n",
            [
                "1@0: a !textAfterQuote(1,10)"
            ]),
        CSVCase(
            "an unclosed quote is left at the line after it", "a,\"b\nc,d\ne\n",
            [
                "1@0: a !unclosedQuote(1,2)", "2@5: c|d", "3@9: e",
            ]),
        CSVCase(
            "an unclosed quote after a field of two lines", "\"a\nb\",\"c\r\nd\n",
            [
                "1@0: «a\nb» !unclosedQuote(1,6)", "2@10: d",
            ]),
        CSVCase(
            "an unclosed quote that holds a doubled one", "\"a\"\"\nb\0\n",
            [
                "1@0:  !unclosedQuote(0,0)", "2@5: b\0 !nulByte(0,6)",
            ]),
        CSVCase("an unclosed quote in the last line", "a\n\"b", ["1@0: a", "2@2:  !unclosedQuote(0,2)"]),
        CSVCase("a quote alone", "\"", ["1@0:  !unclosedQuote(0,0)"]),
        CSVCase("half a byte-order mark", bytes: [0xEF, 0xBB], ["1@0: \u{FFFD} !invalidUTF8(0,0)"]),
        CSVCase(
            "bytes that are no UTF-8, in two fields", bytes: Array("a,".utf8) + [0xFF] + Array(",b\nc\"\n".utf8),
            [
                "1@0: a|\u{FFFD}|b !invalidUTF8(1,2)", "2@6:  !strayQuote(0,7)",
            ]),
        CSVCase(
            "faults of all kinds, each with its row",
            bytes: Array("\u{FEFF}h,i\r\n\"a\"x\n\nb\0,".utf8) + [0xC3]
                + Array(",\"c\"\"d\"\ne\rf\n\"g\n1\"\n好,h\"\n\"i\nj\n".utf8),
            [
                "1@3: h|i", "2@8:  !textAfterQuote(0,11)", "3@13: ",
                "4@14: b\0|\u{FFFD}|«c\"d» !nulByte(0,15) !invalidUTF8(1,17)", "5@26:  !bareCarriageReturn(0,27)",
                "6@30: «g\n1»", "7@36: 好 !strayQuote(1,41)", "8@43:  !unclosedQuote(0,43)", "9@46: j",
            ]),
    ]

    static let limited = [
        CSVCase(
            "as long as the limit", "12345678\n1234,678\r\n12345678", limit: 8,
            [
                "1@0: 12345678", "2@9: 1234|678", "3@19: 12345678",
            ]),
        CSVCase(
            "longer than the limit", "123,56789\nb\n123,567890\r\nc\n123456789", limit: 8,
            [
                "1@0: 123 !tooLong(-,8)", "2@10: b", "3@12: 123 !tooLong(-,20)", "4@24: c", "5@26:  !tooLong(-,34)",
            ]),
        CSVCase(
            "much longer than the limit", "1,\(String(repeating: "x", count: 300))\na\n", limit: 8,
            [
                "1@0: 1 !tooLong(-,8)", "2@303: a",
            ]),
        CSVCase(
            "a quoted field as long as the limit", "\"1\n3456\"\n\"123456\"", limit: 8,
            [
                "1@0: «1\n3456»", "2@9: «123456»",
            ]),
        CSVCase(
            "longer than the limit after quotes", "\"1\n\",5,789\na", limit: 8,
            ["1@0: «1\n»|5 !tooLong(-,8)", "2@11: a"]),
        CSVCase(
            "a quote that reaches over the limit", "a,\"b\ncdefg\"\nx\n", limit: 8,
            [
                "1@0: a !unclosedQuote(1,2)", "2@5:  !strayQuote(0,10)", "3@12: x",
            ]),
        CSVCase(
            "a quote and its line that reach over the limit", "a,\"bcdefghijkl\nx\"\n", limit: 8,
            [
                "1@0: a !unclosedQuote(1,2)", "2@15:  !strayQuote(0,16)",
            ]),
        CSVCase(
            "a stray quote within the limit, its line beyond it", "a\"cdefghijkl\nx\n", limit: 8,
            [
                "1@0:  !strayQuote(0,1)", "2@13: x",
            ]),
        CSVCase("a stray quote beyond the limit", "abcdefgh\"i\nx\n", limit: 8, ["1@0:  !tooLong(-,8)", "2@11: x"]),
        CSVCase("NUL beyond the limit", "\0bcdefgh,\0\n", limit: 8, ["1@0:  !nulByte(0,0) !tooLong(-,8)"]),
    ]

    @Test(
        "the first wrong byte is named, and valid neighbours pass",
        arguments: [
            ([0xC0, 0xAF], 0), ([0xC1, 0xBF], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
            ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
            ([0xF5, 0x80, 0x80, 0x80], 0),
            ([0x80], 0), ([0xFF], 0), ([0xC2], 0), ([0xE4, 0xB8], 0), ([0xF0, 0x9F, 0x98], 0),
            ([0x61, 0xE4, 0xB8, 0x61], 1), ([0xE4, 0xB8, 0xAD, 0xE4, 0x61, 0xB8], 3), ([0xC3, 0xA9, 0xA9], 2),
            ([0xE4, 0xB8, 0xAD, 0xED, 0xA0, 0x80, 0xE4], 3), ([0xE4, 0xB8, 0xAD, 0xE0, 0x80, 0x80], 3),
        ] as [([UInt8], Int)])
    func wrongText(bytes: [UInt8], wrong: Int) throws {
        let before = Array("中文,é,".utf8)
        let file = try UnnamedFile(holding: before + bytes + Array(",\u{10FFFF}\u{D7FF}\u{E000}\u{800}\u{80}\n".utf8))
        let row = try #require(try file.rows().first)
        #expect(row.faults == [CSVFault(.invalidUTF8, column: 2, byteOffset: before.count + wrong)])
        #expect(row.fields.count == 4)
        #expect(row.fields[2] == bytes)
    }

    @Test("UTF-8 is judged as the standard library judges it, at any place of a word")
    func textAgainstTheStandardLibrary() throws {
        let kinds: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF1, 0xF4,
            0xF5,
        ]
        var lines: [[UInt8]] = []
        for first in kinds {
            for second in kinds {
                for third in kinds {
                    let filler = [UInt8](repeating: 0x61, count: lines.count % 9)
                    lines.append(filler + [first, second, third])
                    lines.append(filler + [0xF0, first, second, third])
                    lines.append(filler + [0xF4, first, second, third, 0x41])
                }
            }
        }
        let rows = try UnnamedFile(holding: Array(lines.joined(separator: [0x0A]))).rows()
        let isWrong = rows.map { $0.faults.map(\.kind) == [.invalidUTF8] }
        #expect(isWrong == lines.map { String(validating: $0, as: UTF8.self) == nil })
    }
}
