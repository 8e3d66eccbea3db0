package import Registry

/// The records that the rows of a file met, and, of a complete one, the spans that those rows lie in, venue by venue.
package struct MetRecords: Sendable {
    /// For which the file is complete; nil where it is not.
    private let span: FullSpan?
    /// The newest record from before the file: it cannot lack one that it brought.
    private let lastOldID: Int64
    /// A bit for each record up to it.
    private var bits: [UInt64]
    private var spans: [[UInt8]: Set<Int>] = [:]
    private var lastVenue: [UInt8] = []
    private var lastSpan: Int?

    package init(_ span: FullSpan?, _ writer: RecordWriter) { self.init(span, upTo: writer.lastOldID) }

    /// Of records with ids up to the last.
    package init(_ span: FullSpan? = nil, upTo last: Int64) {
        self.span = span
        lastOldID = last
        bits = [UInt64](repeating: 0, count: Int(lastOldID >> 6) + 1)
    }

    package var isComplete: Bool { span != nil }

    package mutating func add(_ record: Int64) {
        if record > 0, record <= lastOldID { bits[Int(record >> 6)] |= 1 << UInt64(record & 63) }
    }

    /// Notes that the file has a row of that venue and that day.
    package mutating func cover(_ venue: Bytes, _ day: Day) {
        let span = key(day)
        if span == lastSpan, lastVenue.withUnsafeBufferPointer({ $0.isSame(as: venue) }) { return }
        lastVenue = Array(venue)
        lastSpan = span
        spans[lastVenue, default: []].insert(span)
    }

    private func key(_ day: Day) -> Int {
        switch span {
        case .month: day.parts.year * 12 + day.parts.month
        case .year: day.parts.year
        case .all, nil: 0
        }
    }

    var venues: [String] { spans.keys.map { String(decoding: $0, as: UTF8.self) }.sorted() }

    func has(_ record: Int64) -> Bool {
        record <= lastOldID && bits[Int(record >> 6)] & 1 << UInt64(record & 63) != 0
    }

    /// Whether the file should have had a record of a venue.
    func lacks(_ record: Int64, of venue: String, on day: Day) -> Bool {
        guard record <= lastOldID, !has(record) else { return false }
        return spans[Array(venue.utf8)]?.contains(key(day)) ?? false
    }
}
