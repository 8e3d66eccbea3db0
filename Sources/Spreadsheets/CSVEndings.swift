import Glibc

/// How the look at a record can end other than by more bytes being wanted.
extension CSVReader {
    /// A line end or the end of the file was reached.
    @inline(__always)
    mutating func whole(
        to end: UnsafePointer<UInt8>, rest: UnsafePointer<UInt8>, fieldCount: Int
    ) -> Scan {
        if end - buffer.start > recordLimit { return outgrown(fieldCount) }
        return .record(end: end, rest: rest, fieldCount: fieldCount)
    }

    /// The bytes in the buffer ended inside the record. `openQuote` is set where they did so inside quotes.
    mutating func ranOut(_ count: Int, openQuote: UnsafePointer<UInt8>?) -> Scan {
        let length = buffer.end - buffer.start
        if !buffer.holdsLastByte { return length < recordLimit + 2 ? .needsMore : outgrown(count) }
        guard length <= recordLimit, let openQuote else { return outgrown(count) }
        return broken(.unclosedQuote, at: openQuote, after: count)
    }

    /// A fault after which the rest of the physical line is not looked at.
    mutating func broken(_ kind: CSVFault.Kind, at place: UnsafePointer<UInt8>, after count: Int) -> Scan {
        if place - buffer.start >= recordLimit { return outgrown(count) }
        return closed(with: CSVFault(kind, column: count, byteOffset: offset(of: place)), at: place, after: count)
    }

    /// The record has more bytes than it may have. What is reported hangs on the bytes within the limit alone.
    private mutating func outgrown(_ count: Int) -> Scan {
        let start = buffer.start
        let limit = start + recordLimit
        var kept = 0
        var fieldStart = start
        while kept < count {
            let field = fields[kept]
            let end = field.end + (field.form == .plain ? 0 : 1)
            // The delimiter after it must be within the limit too.
            if end >= limit { break }
            fieldStart = end + 1
            kept += 1
        }
        if fieldStart < limit, fieldStart.pointee == UInt8(ascii: "\""), !isClosed(fieldStart, before: limit) {
            let fault = CSVFault(.unclosedQuote, column: kept, byteOffset: offset(of: fieldStart))
            return closed(with: fault, at: fieldStart, after: kept)
        }
        let fault = CSVFault(.tooLong, column: nil, byteOffset: offset(of: limit))
        return closed(with: fault, at: limit, after: kept)
    }

    private func isClosed(_ opening: UnsafePointer<UInt8>, before limit: UnsafePointer<UInt8>) -> Bool {
        var place = opening + 1
        while place < limit {
            if place.pointee == UInt8(ascii: "\"") {
                if place + 1 == limit || place[1] != UInt8(ascii: "\"") { return true }
                place += 1
            }
            place += 1
        }
        return false
    }

    /// Ends the record with the physical line on which `place` is, cut at the record limit.
    private mutating func closed(
        with fault: CSVFault, at place: UnsafePointer<UInt8>, after count: Int
    ) -> Scan {
        let limit = buffer.start + recordLimit
        var end = buffer.end
        var rest: UnsafePointer<UInt8>? = end
        if let lineFeed = lineFeed(from: place) {
            end = lineFeed > place && lineFeed[-1] == UInt8(ascii: "\r") ? lineFeed - 1 : lineFeed
            rest = lineFeed + 1
        } else if !buffer.holdsLastByte {
            if buffer.end - buffer.start < recordLimit + 2 { return .needsMore }
            rest = nil
        }
        if end > limit { end = limit }
        let endOffset = offset(of: end)
        faults.removeAll { $0.byteOffset >= endOffset }
        faults.append(fault)
        return .record(end: end, rest: rest, fieldCount: count)
    }

    /// The next LF in the buffer.
    func lineFeed(from place: UnsafePointer<UInt8>) -> UnsafePointer<UInt8>? {
        guard let found = memchr(place, 10, buffer.end - place) else { return nil }
        return UnsafePointer(found.assumingMemoryBound(to: UInt8.self))
    }
}
