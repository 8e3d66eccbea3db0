import Testing

@testable import Spreadsheets

@Suite("Values of workbooks")
struct WorkbookValueTests {
    @Test(
        "a format is one of days, of times or of numbers",
        arguments: [
            ("General", CellStyles.Look.number), ("0.00", .number), ("#,##0.00;[Red]-#,##0.00", .number),
            ("@", .number),
            ("yyyy-mm-dd", .day), ("yyyy\"年\"m\"月\"d\"日\"", .day), ("[$-804]yyyy/m/d;@", .day), ("d-mmm-yy", .day),
            ("m/d/yy h:mm", .day), ("h:mm:ss", .time), ("[h]:mm:ss", .number), ("mm:ss.0", .time), ("mmm", .day),
            ("0.00\" 元\"", .number), ("\"yyyy\"0", .number), ("\\y0", .number), ("0.00E+00", .number),
            ("[Red]0", .number),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"", .day), ("aaaa", .number),
        ] as [(String, CellStyles.Look)])
    func looks(code: String, look: CellStyles.Look) {
        #expect(CellStyles.look(of: code) == look)
    }

    @Test(
        "a number of days is a day, in either calendar",
        arguments: [
            ("1", false, "1900-01-01"), ("59", false, "1900-02-28"), ("60", false, "60"), ("61", false, "1900-03-01"),
            ("44733", false, "2022-06-21"), ("43271", true, "2022-06-21"), ("0", true, "1904-01-01"),
            ("44733.64027777778", false, "2022-06-21 15:22:00"), ("44732.999999", false, "2022-06-21"),
            ("44733.5", false, "2022-06-21 12:00:00"), ("-1", false, "-1"), ("2958465", false, "9999-12-31"),
            ("2958466", false, "2958466"), ("99999999", false, "99999999"), ("x", false, "x"), ("0", false, "0"),
            ("4.4733E4", false, "2022-06-21"),
        ])
    func days(number: String, from1904: Bool, day: String) {
        #expect(written(number, .day, from1904) == day)
    }

    @Test(
        "a part of a day is a time", arguments: [("0.5", "12:00:00"), ("0", "00:00:00"), ("0.611805555", "14:41:00")])
    func times(number: String, time: String) {
        #expect(written(number, .time, false) == time)
    }

    private func written(_ number: String, _ look: CellStyles.Look, _ from1904: Bool) -> String {
        var text: [UInt8] = []
        Array(number.utf8).withUnsafeBufferPointer { SerialDay.append($0, look, from1904: from1904, to: &text) }
        return String(decoding: text, as: UTF8.self)
    }

    @Test(
        "escapes are characters",
        arguments: [
            ("a_x000D_b", "a\rb"), ("_x005F_x000D_", "_x000D_"), ("_x4E2D__x6587_", "中文"), ("_x12_", "_x12_"),
            ("_xD83D_", "_xD83D_"), ("snake_xylo", "snake_xylo"), ("_x000D", "_x000D"), ("", ""),
        ])
    func escapes(text: String, wanted: String) {
        let room = ByteRoom()
        room.append(Array("x".utf8))
        room.append(Array(text.utf8))
        EscapedText.resolve(room, from: 1)
        #expect(String(decoding: room[1..<room.count], as: UTF8.self) == wanted)
    }

    @Test(
        "the mark of a lost character is found wherever it stands",
        arguments: ["\u{FFFD}", "a\u{FFFD}", "，\u{FFFD}。", "，。"])
    func replacement(text: String) {
        let room = ByteRoom(capacity: 1)
        room.append(Array(text.utf8))
        #expect(EscapedText.holdsReplacement(room, from: 0) == text.unicodeScalars.contains("\u{FFFD}"))
    }

    @Test("a tag without an end does not fill the memory")
    func endlessTag() throws {
        let part = XMLPart(
            "sheet.xml", MemorySource(Array("<a b=\"".utf8) + [UInt8](repeating: 0x20, count: 8 << 20)), XMLTaker())
        #expect(throws: ReadingError.form(.xmlDamaged(part: "sheet.xml", line: 1))) { try part.readAll() }
    }

    @Test("a tag that is long and whole is not read again and again")
    func longTag() throws {
        let text = "<a b=\"" + String(repeating: " ", count: 3 << 20) + "\"/>"
        #expect(throws: ReadingError.form(.xmlDamaged(part: "sheet.xml", line: 1))) {
            try XMLPart("sheet.xml", MemorySource(Array(text.utf8)), XMLTaker()).readAll()
        }
    }

    @Test(
        "shared texts without bytes count too, and lost characters", arguments: ["<si/>", "<si><t>\u{FFFD}</t></si>"])
    func emptyTexts(text: String) throws {
        func texts(_ count: Int) -> SharedTexts {
            let all = "<sst>" + String(repeating: text, count: count) + "</sst>"
            return SharedTexts("texts.xml", MemorySource(Array(all.utf8)), most: 4000)
        }
        #expect(try texts(100).read(to: 99))
        #expect(throws: ReadingError.form(.textsTooLarge(most: 4000))) { try texts(1001).read(to: 1000) }
    }

    @Test("formats are as many as a workbook may have")
    func formats() throws {
        func read(_ count: Int) throws -> Int {
            let styles = CellStyles()
            let text = "<s><cellXfs>" + String(repeating: "<xf/>", count: count) + "</cellXfs></s>"
            try XMLPart("styles.xml", MemorySource(Array(text.utf8)), styles).readAll()
            return styles.looks.count
        }
        #expect(try read(65_490) == 65_490)
        #expect(throws: ReadingError.form(.xmlDamaged(part: "styles.xml", line: 1))) { try read(65_491) }
    }

    @Test("elements in one another without end are refused")
    func depth() throws {
        let text = String(repeating: "<a>", count: 300)
        #expect(throws: ReadingError.form(.xmlDamaged(part: "x", line: 1))) {
            try XMLPart("x", MemorySource(Array(text.utf8)), XMLTaker()).readAll()
        }
    }
}
