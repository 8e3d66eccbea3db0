import Glibc

/// Takes the XML apart that spreadsheet programs write, several times as fast as expat: tags and their attributes, texts,
/// and the references of XML itself, in UTF-8.
///
/// It judges nothing. Of whatever else it meets (a comment, CDATA, another encoding, all that is wrong) it says that this
/// is left over, and expat reads the part again from its beginning. So it takes nothing that expat would refuse, and need
/// not take all that expat does.
final class PlainXML {
    enum Outcome {
        case reading
        case ended
        /// What comes next is for another parser.
        case leftOver
    }

    enum Step {
        case taken
        /// Its end is not read yet.
        case incomplete
        case leftOver
    }

    private static let chunk = 1 << 16
    /// The longest tag or text, and a chunk.
    private static let capacity = 1 << 18
    static let mostAttributes = 32
    static let mostNameBytes = 4096

    /// How much the taker has had.
    var progress = XMLProgress()

    private let source: any ByteSource
    let taker: XMLTaker
    let table = XMLBytes.table
    /// Behind what is read stands a zero, which is no character of XML, and bytes that may be looked at.
    let bytes: UnsafeMutablePointer<UInt8>
    var (place, filled) = (0, 0)
    let attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>
    /// Where the names and values of a tag end.
    let ends: UnsafeMutablePointer<UnsafeMutablePointer<UInt8>>
    /// The names of the elements that are open, one behind the other.
    let names: UnsafeMutablePointer<UInt8>
    let nameEnds: UnsafeMutablePointer<Int>
    var depth = 0
    var hasRoot = false
    private var hasBegun = false
    let resolved = ByteRoom()

    init(_ source: any ByteSource, _ taker: XMLTaker) {
        self.source = source
        self.taker = taker
        bytes = .allocate(capacity: Self.capacity + 16)
        bytes.initialize(repeating: 0, count: Self.capacity + 16)
        attributes = .allocate(capacity: 2 * Self.mostAttributes + 1)
        attributes.initialize(repeating: nil, count: 2 * Self.mostAttributes + 1)
        ends = .allocate(capacity: 2 * Self.mostAttributes)
        names = .allocate(capacity: Self.mostNameBytes)
        nameEnds = .allocate(capacity: ExpatReading.mostDepth + 1)
        nameEnds.initialize(repeating: 0, count: ExpatReading.mostDepth + 1)
    }

    deinit {
        bytes.deallocate()
        attributes.deallocate()
        ends.deallocate()
        names.deallocate()
        nameEnds.deallocate()
    }

    /// Reads a chunk on. What the source says against it is for the other parser to find.
    func readMore() -> Outcome {
        if place > 0 {
            bytes.update(from: bytes + place, count: filled - place)
            (place, filled) = (0, filled - place)
        }
        guard Self.capacity - filled >= Self.chunk,
            let got = try? source.read(into: UnsafeMutableRawBufferPointer(start: bytes + filled, count: Self.chunk))
        else { return .leftOver }
        filled += got
        bytes[filled] = 0
        if !hasBegun {
            guard filled >= XMLDeclaration.most || got == 0 else { return .reading }
            guard let length = XMLDeclaration.length(in: UnsafeBufferPointer(start: bytes, count: filled)) else {
                return .leftOver
            }
            (hasBegun, place) = (true, length)
        }
        while place < filled {
            switch takeNext() {
            case .taken: continue
            case .incomplete: return got == 0 ? .leftOver : .reading
            case .leftOver: return .leftOver
            }
        }
        guard got == 0 else { return .reading }
        return hasRoot && depth == 0 ? .ended : .leftOver
    }

    private func takeNext() -> Step {
        guard bytes[place] == UInt8(ascii: "<") else { return takeText() }
        return bytes[place + 1] == UInt8(ascii: "/") ? takeEnd() : takeStart()
    }
}
