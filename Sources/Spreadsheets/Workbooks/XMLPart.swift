import CExpat
import Glibc

/// Takes what an XML parser meets. Names come without their prefix.
class XMLTaker {
    /// How many elements are open.
    fileprivate final var depth = 0
    /// Why the reading was stopped.
    fileprivate final var stopped: Stop?

    fileprivate final var parser: XML_Parser?

    enum Stop { case tooDeep, tooMany, documentType }

    /// Reads no further: the part is refused.
    final func stop(_ why: Stop) {
        stopped = why
        XML_StopParser(parser, 0)
    }

    func start(_ name: XMLName, _ attributes: XMLAttributes) {}
    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The local part of an element's or an attribute's name, for the time of a call.
struct XMLName {
    let start: UnsafePointer<CChar>

    init(_ qualified: UnsafePointer<CChar>) {
        var (start, place) = (qualified, qualified)
        while place.pointee != 0 {
            if place.pointee == 0x3A { start = place + 1 }
            place += 1
        }
        self.start = start
    }

    /// The only letter of the name; 0 where it has more.
    var letter: UInt8 { start[0] != 0 && start[1] == 0 ? UInt8(bitPattern: start[0]) : 0 }

    static func == (name: XMLName, word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        for index in 0..<count where UInt8(bitPattern: name.start[index]) != word.utf8Start[index] { return false }
        return name.start[count] == 0
    }
}

/// The attributes of an element, for the time of a call.
struct XMLAttributes {
    let start: UnsafeMutablePointer<UnsafePointer<CChar>?>

    /// Calls with each local name and value.
    @inline(__always)
    func forEach(_ body: (XMLName, UnsafePointer<CChar>) -> Void) {
        var place = start
        while let name = place[0], let value = place[1] {
            body(XMLName(name), value)
            place += 2
        }
    }

    subscript(name: StaticString) -> String? {
        var found: String?
        forEach { if $0 == name { found = String(cString: $1) } }
        return found
    }
}

/// One part of a workbook, read as XML chunk by chunk by expat. Document types, and with them entities, are refused.
final class XMLPart {
    /// Deeper than any sheet.
    private static let mostDepth = 200

    /// More than any tag has; a longer one would be read again and again until it is whole.
    private static let mostTagBytes = 1 << 20

    let name: String
    private let source: any ByteSource
    private let parser: XML_Parser?
    private let taker: XMLTaker
    private(set) var hasEnded = false
    private var bytesGiven = 0

    init(_ name: String, _ source: any ByteSource, _ taker: XMLTaker) {
        self.name = name
        self.source = source
        self.taker = taker
        parser = XML_ParserCreate(nil)
        XML_SetUserData(parser, Unmanaged.passUnretained(taker).toOpaque())
        taker.parser = parser
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name, let attributes else { return }
                XMLPart.taker(context)?._withUnsafeGuaranteedRef { taker in
                    taker.depth += 1
                    guard taker.depth <= XMLPart.mostDepth else { return taker.stop(.tooDeep) }
                    taker.start(XMLName(name), XMLAttributes(start: attributes))
                }
            },
            { context, name in
                guard let name else { return }
                XMLPart.taker(context)?._withUnsafeGuaranteedRef { taker in
                    taker.depth -= 1
                    taker.end(XMLName(name))
                }
            })
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text else { return }
            let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            XMLPart.taker(context)?._withUnsafeGuaranteedRef {
                $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            XMLPart.taker(context)?._withUnsafeGuaranteedRef { $0.stop(.documentType) }
        }
    }

    /// Not retained: the part holds it for as long as its parser lives.
    private static func taker(_ context: UnsafeMutableRawPointer?) -> Unmanaged<XMLTaker>? {
        context.map { Unmanaged<XMLTaker>.fromOpaque($0) }
    }

    deinit { XML_ParserFree(parser) }

    private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    /// Reads a chunk on; `hasEnded` says when there is no more.
    func readMore() throws(ReadingError) {
        let size: Int32 = 1 << 16
        guard !hasEnded else { return }
        guard let room = XML_GetBuffer(parser, size) else { throw .refused(code: ENOMEM) }
        let got = try source.read(into: UnsafeMutableRawBufferPointer(start: room, count: Int(size)))
        hasEnded = got == 0
        bytesGiven += got
        if XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0) == XML_STATUS_ERROR {
            hasEnded = true
            let isDocumentType = taker.stopped == .documentType
            throw .form(isDocumentType ? .documentType(part: name) : .xmlDamaged(part: name, line: line))
        }
        let place = XML_GetCurrentByteIndex(parser)
        if !hasEnded, place >= 0, bytesGiven - place > Self.mostTagBytes {
            hasEnded = true
            throw .form(.xmlDamaged(part: name, line: line))
        }
    }

    func readAll() throws(ReadingError) {
        while !hasEnded { try readMore() }
    }
}
