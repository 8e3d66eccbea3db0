/// The texts that the cells of a workbook share (ECMA-376-1, 18.4), read as far as they are asked for.
///
/// Rich text is its runs one after the other, without phonetic ones.
final class SharedTexts: XMLTaker {
    static let mostBytes = 256 << 20

    private var part: XMLPart?
    let bytes = ByteRoom(capacity: 1 << 16)
    private var ends: [UInt32] = []
    /// Texts with U+FFFD.
    private(set) var damaged: Set<Int> = []
    private var (isInText, isPhonetic) = (false, false)

    /// - Parameter name: nil for a workbook that has none.
    init(_ archive: ZipArchive, _ name: String?) throws(ReadingError) {
        super.init()
        if let name, archive.has(name) { part = XMLPart(name, try archive.open(name), self) }
    }

    /// Where the text of a number lies in `bytes`; nil if there is none of that number.
    func place(of number: Int) throws(ReadingError) -> Range<Int>? {
        while number >= ends.count, let part, !part.hasEnded {
            try part.readMore()
            if bytes.count > Self.mostBytes { throw .form(.textsTooLarge(most: Self.mostBytes)) }
        }
        guard number < ends.count else { return nil }
        return (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
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
