import Spreadsheets
import Testing

struct CSVLineTests {
    @Test(
        "a text is quoted only where its reader needs it",
        arguments: [
            ("plain", "plain"),
            ("上海数据交易所", "上海数据交易所"),
            ("a b", "a b"),
            ("5%, no $1!#", "\"5%, no $1!#\""),
            ("5% no $1!#", "5% no $1!#"),
            ("a,b", "\"a,b\""),
            ("\"", "\"\"\"\""),
            ("say \"yes\" twice", "\"say \"\"yes\"\" twice\""),
            ("two\nlines", "\"two\nlines\""),
            ("two\r\nlines", "\"two\r\nlines\""),
            ("only\rcarriage", "\"only\rcarriage\""),
            (" leading", "\" leading\""),
            ("trailing ", "\"trailing \""),
            ("\tTab", "\tTab"),
            ("", "\"\""),
            ("👩‍🔬 e\u{301}", "👩‍🔬 e\u{301}"),
        ])
    func textQuoting(text: String, expected: String) {
        var line = CSVLine()
        line.appendField(text)
        #expect(line.text == expected)
    }

    @Test(
        "a mark is found at every place of a long field",
        arguments: [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")])
    func markAtEveryPlace(mark: UInt8) {
        for length in 1...40 {
            for place in 0..<length {
                var field = [UInt8](repeating: UInt8(ascii: "-"), count: length)
                field[place] = mark
                var line = CSVLine(capacity: 0)
                line.appendField(field)
                #expect(line.bytes.first == UInt8(ascii: "\""), "length \(length), place \(place)")
                #expect(line.bytes.count == length + (mark == UInt8(ascii: "\"") ? 3 : 2))
            }
        }
    }

    @Test("no other byte calls for quotes, at any place of a word")
    func otherBytes() {
        let marks = Set(",\"\r\n".utf8)
        for byte in UInt8.min...UInt8.max where !marks.contains(byte) {
            for length in [3, 9, 17] {
                var field = [UInt8](repeating: UInt8(ascii: "x"), count: length)
                field[length / 2] = byte
                var line = CSVLine()
                line.appendField(field)
                #expect(line.bytes == field, "byte \(byte), length \(length)")
            }
        }
    }

    @Test("a null and an empty text stay apart")
    func nullAndEmpty() {
        var line = CSVLine()
        line.appendNull()
        line.appendField("")
        line.appendField(.null)
        line.endLine()
        #expect(line.text == ",\"\",\n")
    }

    @Test(
        "an integer is written in full",
        arguments: [
            (0, "0"), (7, "7"), (-1, "-1"), (10, "10"), (99_999, "99999"),
            (Int64.max, "9223372036854775807"), (Int64.min, "-9223372036854775808"),
        ])
    func integers(number: Int64, expected: String) {
        var line = CSVLine(capacity: 0)
        line.appendField(number)
        #expect(line.text == expected)
    }

    @Test("several lines can stand in one buffer, and clearing empties it")
    func linesAndClearing() {
        var line = CSVLine(capacity: 1)
        line.appendField(1)
        line.appendField(.boolean(false))
        line.endLine()
        line.appendField(.decimal("-0.10"))
        line.endLine()
        #expect(line.text == "1,false\n-0.10\n")
        line.clear()
        #expect(line.bytes.isEmpty)
        line.appendField("again")
        #expect(line.text == "again")
    }

    @Test("bytes that are not UTF-8 pass unchanged")
    func rawBytes() {
        var line = CSVLine()
        line.appendField([0xC9, 0xCF, 0xBA, 0xA3, 0x00, 0xFF])
        #expect(line.bytes == [0xC9, 0xCF, 0xBA, 0xA3, 0x00, 0xFF])
    }

    @Test("a copy does not change with its original")
    func copies() {
        var line = CSVLine()
        line.appendField("a")
        let copy = line
        line.appendField("b")
        #expect(copy.text == "a")
        #expect(line.text == "a,b")
    }
}

extension CSVLine {
    fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
