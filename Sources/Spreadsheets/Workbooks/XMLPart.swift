/// One part of a workbook, read as XML chunk by chunk: by ``PlainXML`` as long as it can, and what that leaves by expat.
final class XMLPart {
    let name: String
    private let taker: XMLTaker
    private let open: () throws(ReadingError) -> any ByteSource
    private var plain: PlainXML?
    private var expat: ExpatReading?
    private(set) var hasEnded = false

    /// - Parameter open: gives the bytes of the part from its first one, each time that it is called.
    init(_ name: String, _ taker: XMLTaker, open: @escaping () throws(ReadingError) -> any ByteSource)
        throws(ReadingError)
    {
        self.name = name
        self.taker = taker
        self.open = open
        plain = PlainXML(try open(), taker)
    }

    /// Only by expat.
    init(_ name: String, _ source: any ByteSource, _ taker: XMLTaker) {
        self.name = name
        self.taker = taker
        open = { source }
        expat = ExpatReading(name, source, taker, behind: XMLProgress())
    }

    /// Whether nothing stood in it yet that only expat reads.
    var isPlain: Bool { expat == nil }

    /// Reads a chunk on; `hasEnded` says when there is no more.
    func readMore() throws(ReadingError) {
        guard !hasEnded else { return }
        if let plain {
            switch plain.readMore() {
            case .reading: return
            case .ended: return hasEnded = true
            case .leftOver:
                self.plain = nil
                expat = ExpatReading(name, try open(), taker, behind: plain.progress)
            }
        }
        do throws(ReadingError) {
            try expat?.readMore()
        } catch {
            hasEnded = true
            throw error
        }
        hasEnded = expat?.hasEnded ?? true
    }

    func readAll() throws(ReadingError) {
        while !hasEnded { try readMore() }
    }
}

extension ZipArchive {
    /// A part that is large, and mostly as spreadsheet programs write it.
    func part(_ name: String, _ taker: XMLTaker) throws(ReadingError) -> XMLPart {
        try XMLPart(name, taker) { () throws(ReadingError) in try self.open(name) }
    }
}
