import TestSupport
import Testing

@testable import Spreadsheets

/// Notes down all that it is given, texts without their parts.
private final class NotingTaker: XMLTaker {
    private(set) var events: [String] = []
    private var text: [UInt8] = []

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        endText()
        var event = "<" + String(cString: name.start)
        attributes.forEach { event += " \(String(cString: $0.start))=\(String(cString: $1))" }
        events.append(event)
    }

    override func end(_ name: XMLName) {
        endText()
        events.append("/" + String(cString: name.start))
    }

    override func text(_ bytes: UnsafeBufferPointer<UInt8>) { text += bytes }

    private func endText() {
        if !text.isEmpty { events.append(String(decoding: text, as: UTF8.self)) }
        text = []
    }

    var all: [String] {
        endText()
        return events
    }
}

/// Gives bytes in pieces of chance sizes, and at their end, if told so, an error.
private final class PieceSource: ByteSource {
    private let bytes: [UInt8]
    private let most: Int
    private let fault: ReadingError?
    private var (place, chance): (Int, Dice)

    init(_ bytes: [UInt8], most: Int, seed: UInt64, fault: ReadingError?) {
        (self.bytes, self.most, self.fault) = (bytes, most, fault)
        (place, chance) = (0, Dice(seed: seed))
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        if place == bytes.count, let fault { throw fault }
        let count = min(room.count, bytes.count - place, Int.random(in: 1...most, using: &chance))
        room.copyBytes(from: bytes[place..<place + count])
        place += count
        return count
    }
}

/// What one way of reading makes of a part.
private struct Reading: Equatable {
    let events: [String]
    let fault: String?
    var isPlain = false

    init(_ bytes: [UInt8], byExpatAlone: Bool, most: Int = 1 << 16, seed: UInt64 = 0, fault: ReadingError? = nil) {
        let taker = NotingTaker()
        var (thrown, plain): (String?, Bool) = (nil, false)
        do {
            func source() -> PieceSource { PieceSource(bytes, most: most, seed: seed, fault: fault) }
            let part = byExpatAlone ? XMLPart("x", source(), taker) : try XMLPart("x", taker) { source() }
            defer { plain = part.isPlain }
            try part.readAll()
        } catch {
            thrown = "\(error)"
        }
        (events, self.fault, isPlain) = (taker.all, thrown, plain)
    }

    static func == (left: Reading, right: Reading) -> Bool {
        left.events == right.events && left.fault == right.fault
    }
}

struct PlainXMLTests {
    private static let plain = [
        "<a>", "<a r=\"B2\" s='3'>", "<x:b xmlns:x=\"urn:x\" x:c=\"中\">", "<c/>", "<c r=\"A1\" />",
        "<d\n\te=\">\"\r\n>", "12.5",
        " ", "\n", "\r\n", "\r", "文字，", "é😀", "a]b", "]]", ">", "\"'", "&amp;", "&lt;&gt;&quot;&apos;", "&#10;",
        "&#xD;",
        "&#x4E2d;", "\u{E000}", "\u{FFFC}",
    ]

    private static let other: [[UInt8]] =
        [
            "<!-- c -->", "<?p i?>", "<![CDATA[<a>]]>", "<!DOCTYPE a>", "]]>", "&", "&bogus;", "&#0;", "&#xFFFE;",
            "&#xD800;",
            "&#x110000;", "&#11;", "&amp", "< a>", "<1a>", "<a b='<'>", "<a b='&lt;'/>", "<a b=\"1\tc\"/>",
            "<a b='1'c='2'/>",
            "<a b = '1'/>", "<a b='1' b='2'/>", "<a x:b='1' x:b='2'/>", "<a b/>", "<a b=1/>", "<a/ >", "</a >", "</ a>",
            "</b>",
            "<a", "<", "\u{FFFD}", "\u{1}", "\0", "\u{7F}", "\u{85}", "\u{FFFE}", "\u{FFFF}", "<é/>", "<a é='1'/>", ":",
            "<:a/>",
            "<a.b-c_d:e/>", "\u{FEFF}", "<?xml version=\"1.0\"?>",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC0, 0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80],
        ]

    private static let declarations = [
        "", "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n",
        "<?xml version='1.0' encoding='utf-8'?>",
        "\u{FEFF}<?xml version=\"1.0\"?>\n", "\u{FEFF}", "\n", "<?xml version=\"1.1\"?>", "<?xml version='1.0\"?>",
        "<?xml version=\"1.0\" encoding=\"GB2312\"?>", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\" ?>",
        " <?xml version=\"1.0\"?>",
    ]

    /// A part in which every element is closed, with something else in it now and then.
    private static func part(oddOne: Int, _ chance: inout Dice) -> [UInt8] {
        var bytes = Array((oddOne > 0 ? declarations.randomElement(using: &chance) ?? "" : declarations[1]).utf8)
        var open: [String] = []
        bytes += Array("<root>".utf8)
        for _ in 0..<Int.random(in: 0...40, using: &chance) {
            if oddOne > 0, Int.random(in: 0..<oddOne, using: &chance) == 0 {
                bytes += other.randomElement(using: &chance) ?? []
            } else if !open.isEmpty, Int.random(in: 0..<3, using: &chance) == 0 {
                bytes += Array("</\(open.removeLast())>".utf8)
            } else {
                let piece = plain.randomElement(using: &chance) ?? ""
                bytes += Array(piece.utf8)
                guard piece.hasPrefix("<"), !piece.hasSuffix("/>") else { continue }
                open.append(String(piece.dropFirst().prefix { $0.isLetter || $0 == ":" }))
            }
        }
        for name in open.reversed() { bytes += Array("</\(name)>".utf8) }
        return bytes + Array("</root>\n".utf8)
    }

    @Test("what programs write is read without expat, and the same")
    func plainParts() {
        var chance = Dice(seed: 11)
        for seed in 0..<UInt64(Tries.count(everyday: 400)) {
            let bytes = Self.part(oddOne: 0, &chance)
            let most = [1, 7, 1 << 16].randomElement(using: &chance) ?? 1
            let reading = Reading(bytes, byExpatAlone: false, most: most, seed: seed)
            // A doubled `]` and a `>` are what no text may hold.
            if reading.fault == nil, !bytes.contains(UInt8(ascii: "]")) { #expect(reading.isPlain) }
            #expect(
                reading == Reading(bytes, byExpatAlone: true, most: most, seed: seed),
                "\(String(decoding: bytes, as: UTF8.self))")
        }
    }

    @Test("what nobody should write is taken or refused as expat does, at the same place")
    func otherParts() {
        var chance = Dice(seed: 12)
        var (refused, left) = (0, 0)
        let tries = Tries.count(everyday: 2000)
        for seed in 0..<UInt64(tries) {
            var bytes = Self.part(oddOne: 20, &chance)
            if Int.random(in: 0..<4, using: &chance) == 0 {
                let place = Int.random(in: 0..<bytes.count, using: &chance)
                switch Int.random(in: 0..<3, using: &chance) {
                case 0: bytes.remove(at: place)
                case 1: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                default: bytes.removeLast(bytes.count - place)
                }
            }
            let most = [1, 3, 50, 1 << 16].randomElement(using: &chance) ?? 1
            let fault: ReadingError? = Int.random(in: 0..<10, using: &chance) == 0 ? .form(.archiveDamaged) : nil
            let reading = Reading(bytes, byExpatAlone: false, most: most, seed: seed, fault: fault)
            #expect(
                reading == Reading(bytes, byExpatAlone: true, most: most, seed: seed, fault: fault),
                "\(String(decoding: bytes, as: UTF8.self))")
            refused += reading.fault == nil ? 0 : 1
            left += reading.fault == nil && !reading.isPlain ? 1 : 0
        }
        #expect(refused > tries / 10)
        #expect(left > tries / 100)
    }

    @Test("what is left over in the middle of many rows goes on where the quick reader stopped")
    func leftOver() {
        let rows = (1...9000).map { "<row r=\"\($0)\"><c><v>\($0 * 7)</v></c></row>" }
        let bytes = Array("<sheet>\(rows.joined())<!-- here -->text\(rows.joined())</sheet>".utf8)
        let reading = Reading(bytes, byExpatAlone: false)
        #expect(!reading.isPlain && reading.fault == nil)
        #expect(reading.events.count == 7 * 18_000 + 3)
        #expect(reading == Reading(bytes, byExpatAlone: true))
    }

    @Test("a part that cannot be opened again for expat says so, and is over")
    func reopening() throws {
        var times = 0
        let part = try XMLPart("x", NotingTaker()) { () throws(ReadingError) in
            times += 1
            guard times == 1 else { throw .form(.archiveDamaged) }
            return MemorySource(Array("<a><b/><!-- c --></a>".utf8))
        }
        #expect(throws: ReadingError.form(.archiveDamaged)) { try part.readAll() }
        #expect(part.hasEnded)
        try part.readMore()
        #expect(times == 2)
    }

    @Test("names, attributes and depth are taken as far as expat takes them", arguments: [32, 33, 200, 201, 5000])
    func limits(count: Int) {
        let attributes = (0..<count).map { " a\($0)=\"1\"" }.joined()
        let deep = (0..<count).map { "<a\($0)>" }.joined() + (0..<count).reversed().map { "</a\($0)>" }.joined()
        let long = String(repeating: "n", count: count)
        for text in ["<a\(attributes)/>", deep, "<\(long)></\(long)>", "<a>\(String(repeating: long, count: 60))</a>"] {
            let bytes = Array(text.utf8)
            #expect(Reading(bytes, byExpatAlone: false) == Reading(bytes, byExpatAlone: true))
        }
    }
}
