/// The texts that the cells of a workbook share (ECMA-376-1, 18.4), read as far as they are asked for.
///
/// Rich text is its runs one after the other, without phonetic ones.
final class SharedTexts {
    /// Of memory, with what tells the texts apart: as much as the import of any number of rows.
    static let mostBytes = 96 << 20

    private let taker = SharedTextTaker()
    private let part: XMLPart?
    private let most: Int

    /// - Parameter name: nil for a workbook that has none.
    init(_ archive: ZipArchive, _ name: String?) throws(ReadingError) {
        if let name, archive.has(name) {
            part = try archive.part(name, taker)
        } else {
            part = nil
        }
        most = Self.mostBytes
    }

    init(_ name: String, _ source: any ByteSource, most: Int) {
        part = XMLPart(name, source, taker)
        self.most = most
    }

    /// The text of a number, valid until another one is asked for; nil if there is none of that number.
    func text(_ number: Int) throws(ReadingError) -> UnsafeBufferPointer<UInt8>? {
        try read(to: number) ? taker.text(number) : nil
    }

    /// Whether the text holds U+FFFD.
    func isDamaged(_ number: Int) -> Bool { taker.damaged.contains(number) }

    /// Reads on as far as the text of a number. Returns false if there is none.
    func read(to number: Int) throws(ReadingError) -> Bool {
        while number >= taker.count, let part, !part.hasEnded {
            try part.readMore()
            if taker.size > most { throw .form(.textsTooLarge(most: most)) }
        }
        return number < taker.count
    }
}

private final class SharedTextTaker: XMLTaker {
    let bytes = ByteRoom(capacity: 1 << 16)
    private var ends: [UInt32] = []
    private(set) var damaged: Set<Int> = []
    private var (isInText, isPhonetic) = (false, false)

    var count: Int { ends.count }
    /// Bytes of memory; a number in the set takes its place and its share of the free ones.
    var size: Int { bytes.count + 4 * ends.count + 32 * damaged.count }

    func text(_ number: Int) -> UnsafeBufferPointer<UInt8> {
        bytes[(number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])]
    }

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name.letter == UInt8(ascii: "t") { isInText = !isPhonetic } else if name == "rPh" { isPhonetic = true }
    }

    override func text(_ text: UnsafeBufferPointer<UInt8>) {
        if isInText { bytes.append(text) }
    }

    override func end(_ name: XMLName) {
        if name.letter == UInt8(ascii: "t") {
            isInText = false
        } else if name == "si" {
            let start = Int(ends.last ?? 0)
            EscapedText.resolve(bytes, from: start)
            if EscapedText.holdsReplacement(bytes, from: start) { damaged.insert(ends.count) }
            ends.append(UInt32(bytes.count))
        } else if name == "rPh" {
            isPhonetic = false
        }
    }
}
