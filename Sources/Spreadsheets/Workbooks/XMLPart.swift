/// One part of a workbook, read as XML chunk by chunk: by ``PlainXML`` as long as it can, and what that leaves by expat.
final class XMLPart {
    let name: String
    private enum Way {
        case plain(PlainXML)
        case expat(ExpatReading)
    }

    private let taker: XMLTaker
    private let open: () throws(ReadingError) -> any ByteSource
    private var way: Way
    /// Also behind what was thrown: nothing is read on after it.
    private(set) var hasEnded = false

    /// - Parameter open: gives the bytes of the part from its first one, each time that it is called.
    init(_ name: String, _ taker: XMLTaker, open: @escaping () throws(ReadingError) -> any ByteSource)
        throws(ReadingError)
    {
        self.name = name
        self.taker = taker
        self.open = open
        way = .plain(PlainXML(try open(), taker))
    }

    /// Only by expat.
    init(_ name: String, _ source: any ByteSource, _ taker: XMLTaker) {
        self.name = name
        self.taker = taker
        open = { source }
        way = .expat(ExpatReading(name, source, taker, behind: XMLProgress()))
    }

    /// Whether nothing stood in it yet that only expat reads.
    var isPlain: Bool { if case .plain = way { true } else { false } }

    /// Reads a chunk on; `hasEnded` says when there is no more.
    func readMore() throws(ReadingError) {
        guard !hasEnded else { return }
        do throws(ReadingError) {
            hasEnded = try isAtEnd()
        } catch {
            hasEnded = true
            throw error
        }
    }

    /// After a chunk more.
    private func isAtEnd() throws(ReadingError) -> Bool {
        if case .plain(let plain) = way {
            switch plain.readMore() {
            case .reading: return false
            case .ended: return true
            case .leftOver: way = .expat(ExpatReading(name, try open(), taker, behind: plain.progress))
            }
        }
        guard case .expat(let expat) = way else { return true }
        try expat.readMore()
        return expat.hasEnded
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
