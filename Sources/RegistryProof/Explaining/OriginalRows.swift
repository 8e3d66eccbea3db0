package import RegistryStore

/// What a row of a file said, as it came.
package enum OriginalRow: Hashable, Sendable {
    /// Its very text, from a kept file whose digest holds.
    case text(String)
    /// Recorded by hand: there is no file.
    case byHand
    /// The form of the file has no offsets of rows; it is kept whole.
    case withoutOffset
    case fault(KeptFileFault)
    /// The kept file is whole, and no row of it begins at that byte: another program altered the offset.
    case noRow(offset: Int64)

    package var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Ledger {
    /// The rows from which versions came, each read from its kept file by its offset once the file's digest is known to
    /// hold: one pass over each file, however many rows are asked for.
    package func originals(of flows: [ExplainedFlow]) -> [OriginalRow] {
        var rows = flows.map { flow -> OriginalRow in
            guard let source = flow.source else { return .byHand }
            return source.offset == nil ? .withoutOffset : .fault(.gone)
        }
        var places: [String: [Int]] = [:]
        for (place, flow) in flows.enumerated() {
            if let source = flow.source, source.offset != nil { places[source.sha256, default: []].append(place) }
        }
        for (sha256, places) in places {
            let starts = places.map { flows[$0].source?.offset ?? 0 }
            do throws(KeptFileFault) {
                for ((place, start), text) in zip(zip(places, starts), try texts(of: sha256, at: starts)) {
                    rows[place] = text.map(OriginalRow.text) ?? .noRow(offset: start)
                }
            } catch {
                for place in places { rows[place] = .fault(error) }
            }
        }
        return rows
    }

    /// The text of each row that begins at a byte of a kept file; nil where none does.
    func texts(of sha256: String, at starts: [Int64]) throws(KeptFileFault) -> [String?] {
        let kept = files
        /// Longer than most rows; the few that are longer are read anew.
        let usual: Int64 = 4096
        /// The longest that an import takes.
        let longest: Int64 = 4 << 20
        /// Nothing where a row cannot begin, so that no offset overflows.
        func range(at start: Int64, _ length: Int64) -> Range<Int64> {
            (0...(.max - length)).contains(start) ? start..<start + length : 0..<0
        }
        let beginnings = try kept.bytes(of: sha256, in: starts.map { range(at: $0, usual) })
        var texts = beginnings.map { bytes in Self.row(bytes, isWhole: bytes.count < Int(usual)) }
        let open = texts.indices.filter { texts[$0] == nil && !beginnings[$0].isEmpty }
        if !open.isEmpty {
            let bytes = try kept.bytes(of: sha256, in: open.map { range(at: starts[$0], longest) })
            for (place, bytes) in zip(open, bytes) { texts[place] = Self.row(bytes, isWhole: true) }
        }
        return texts
    }

    /// The first row of some bytes, without its line end; nil where there is none, or its end is not among them.
    private static func row(_ bytes: [UInt8], isWhole: Bool) -> String? {
        // In a line of JSON a line feed always stands outside of quotes.
        let isCSV = bytes.first != UInt8(ascii: "{")
        var isQuoted = false
        var end: Int?
        for (place, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\""), isCSV { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n"), !isQuoted {
                end = place
                break
            }
        }
        guard !bytes.isEmpty, end != nil || isWhole else { return nil }
        var row = bytes[..<(end ?? bytes.count)]
        if row.last == UInt8(ascii: "\r") { row.removeLast() }
        return String(decoding: row, as: UTF8.self)
    }
}
