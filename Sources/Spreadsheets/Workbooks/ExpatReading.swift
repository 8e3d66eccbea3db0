import CExpat
import Glibc

/// Reads an XML part by expat. Document types, and with them entities, are refused.
final class ExpatReading {
    /// Deeper than any sheet.
    static let mostDepth = 200

    /// More than any tag has; a longer one would be read again and again until it is whole.
    private static let mostTagBytes = 1 << 20

    private let name: String
    private let source: any ByteSource
    private let parser: XML_Parser?
    private let sieve: Sieve
    private(set) var hasEnded = false
    private var bytesGiven = 0

    /// - Parameter progress: what the taker has had already; it is given only what follows.
    init(_ name: String, _ source: any ByteSource, _ taker: XMLTaker, behind progress: XMLProgress) {
        self.name = name
        self.source = source
        parser = XML_ParserCreate(nil)
        sieve = Sieve(taker, parser, behind: progress)
        XML_SetUserData(parser, Unmanaged.passUnretained(sieve).toOpaque())
        XML_SetElementHandler(
            parser,
            { context, name, attributes in
                guard let name, let attributes else { return }
                Sieve.of(context)?._withUnsafeGuaranteedRef { $0.start(name, attributes) }
            },
            { context, name in
                guard let name else { return }
                Sieve.of(context)?._withUnsafeGuaranteedRef { $0.end(name) }
            })
        XML_SetCharacterDataHandler(parser) { context, text, count in
            guard let text else { return }
            let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            Sieve.of(context)?._withUnsafeGuaranteedRef {
                $0.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
            }
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            Sieve.of(context)?._withUnsafeGuaranteedRef {
                $0.hasDocumentType = true
                $0.stop()
            }
        }
    }

    deinit { XML_ParserFree(parser) }

    private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

    /// Reads a chunk on; `hasEnded` says when there is no more.
    func readMore() throws(ReadingError) {
        let size: Int32 = 1 << 16
        guard let room = XML_GetBuffer(parser, size) else { throw .refused(code: ENOMEM) }
        let got = try source.read(into: UnsafeMutableRawBufferPointer(start: room, count: Int(size)))
        hasEnded = got == 0
        bytesGiven += got
        if XML_ParseBuffer(parser, Int32(got), got == 0 ? 1 : 0) == XML_STATUS_ERROR {
            hasEnded = true
            throw .form(sieve.hasDocumentType ? .documentType(part: name) : .xmlDamaged(part: name, line: line))
        }
        let place = XML_GetCurrentByteIndex(parser)
        if !hasEnded, place >= 0, bytesGiven - place > Self.mostTagBytes {
            hasEnded = true
            throw .form(.xmlDamaged(part: name, line: line))
        }
    }
}

/// Lets through to a taker what it has not had yet.
private final class Sieve {
    private let taker: XMLTaker
    private let parser: XML_Parser?
    private var toSkip: XMLProgress
    private var depth = 0
    var hasDocumentType = false

    init(_ taker: XMLTaker, _ parser: XML_Parser?, behind progress: XMLProgress) {
        (self.taker, self.parser, toSkip) = (taker, parser, progress)
    }

    /// Not retained: the reading holds it for as long as its parser lives.
    static func of(_ context: UnsafeMutableRawPointer?) -> Unmanaged<Sieve>? {
        context.map { Unmanaged<Sieve>.fromOpaque($0) }
    }

    func stop() { XML_StopParser(parser, 0) }

    func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>) {
        depth += 1
        guard depth <= ExpatReading.mostDepth else { return stop() }
        if skipsTag() { return }
        taker.start(XMLName(name), XMLAttributes(start: attributes))
        if taker.hasHadEnough { stop() }
    }

    func end(_ name: UnsafePointer<CChar>) {
        depth -= 1
        if !skipsTag() { taker.end(XMLName(name)) }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard toSkip.tags == 0 else { return }
        let count = min(bytes.count, toSkip.textBytes)
        toSkip.textBytes -= count
        if count < bytes.count { taker.text(UnsafeBufferPointer(rebasing: bytes[count...])) }
    }

    private func skipsTag() -> Bool {
        guard toSkip.tags > 0 else { return false }
        toSkip.tags -= 1
        return true
    }
}
