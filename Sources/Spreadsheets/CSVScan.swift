/// Dividing the next record into fields. A record whose end is not yet in the buffer is looked at again from its
/// beginning when more is there.
extension CSVReader {
    enum Scan {
        /// `end` is where the record's bytes end; `rest` is the beginning of the next line, nil where that has not been read.
        case record(end: UnsafePointer<UInt8>, rest: UnsafePointer<UInt8>?, fieldCount: Int)
        case needsMore
        case ended
    }

    mutating func scan() -> Scan {
        let (marks, delimiter, fields) = (self.marks, self.delimiter, self.fields)
        let (start, end) = (buffer.start, buffer.end)
        var count = 0
        var fieldStart = start
        var block = start
        holdsDoubledQuotes = false
        if !faults.isEmpty { faults = [] }
        while true {
            var hits = marks.hits(at: block)
            let word = block
            block += 8
            while hits != 0 {
                let place = word + hits.trailingZeroBitCount &>> 3
                hits &= hits &- 1
                let byte = place.pointee
                if byte == delimiter {
                    if count == Self.mostFields - 1 { return broken(.tooLong, at: place, after: count) }
                    (fields + count).initialize(to: CSVField(from: fieldStart, to: place))
                    count &+= 1
                    fieldStart = place + 1
                    continue
                }
                var field = CSVField(from: fieldStart, to: place)
                var ending = place
                let isQuote = byte == UInt8(ascii: "\"")
                if isQuote {
                    if place != fieldStart { return broken(.strayQuote, at: place, after: count) }
                    let (closing, form) = closingQuote(after: place, column: count)
                    guard let closing else { return ranOut(count, openQuote: place) }
                    if form == .quotedWithQuotes { holdsDoubledQuotes = true }
                    field = CSVField(from: place + 1, to: closing, form: form)
                    ending = closing + 1
                }
                switch ending.pointee {
                case delimiter:
                    if count == Self.mostFields - 1 { return broken(.tooLong, at: ending, after: count) }
                    (fields + count).initialize(to: field)
                    count &+= 1
                    fieldStart = ending + 1
                    block = fieldStart
                    hits = 0
                case UInt8(ascii: "\n"):
                    (fields + count).initialize(to: field)
                    return whole(to: ending, rest: ending + 1, fieldCount: count + 1)
                case UInt8(ascii: "\r") where ending[1] == UInt8(ascii: "\n"):
                    (fields + count).initialize(to: field)
                    return whole(to: ending, rest: ending + 2, fieldCount: count + 1)
                case UInt8(ascii: "\r"):
                    if ending + 1 == end, !buffer.holdsLastByte { return ranOut(count, openQuote: nil) }
                    return broken(.bareCarriageReturn, at: ending, after: count)
                case 0 where ending == end:
                    if !buffer.holdsLastByte { return ranOut(count, openQuote: nil) }
                    if start == end { return .ended }
                    (fields + count).initialize(to: field)
                    return whole(to: end, rest: end, fieldCount: count + 1)
                case 0 where !isQuote: noteNUL(at: place, column: count)
                default:
                    // Without a quote before it, only another control character.
                    if isQuote { return broken(.textAfterQuote, at: ending, after: count) }
                }
            }
        }
    }

    /// The quote that ends a field, nil if the bytes end before it is certain.
    private mutating func closingQuote(
        after opening: UnsafePointer<UInt8>, column: Int
    ) -> (UnsafePointer<UInt8>?, CSVField.Form) {
        var form = CSVField.Form.quoted
        var block = opening + 1
        while true {
            let hits = CSVMarks.hitsInsideQuotes(at: block)
            if hits == 0 {
                block += 8
                continue
            }
            let place = block + hits.trailingZeroBitCount &>> 3
            block = place + 1
            if place.pointee == 0 {
                if place == buffer.end { return (nil, form) }
                noteNUL(at: place, column: column)
            } else if place[1] == UInt8(ascii: "\"") {
                form = .quotedWithQuotes
                block = place + 2
            } else {
                return (place, form)
            }
        }
    }

    /// At most one fault of this kind a field.
    private mutating func noteNUL(at place: UnsafePointer<UInt8>, column: Int) {
        if faults.last?.column == column { return }
        faults.append(CSVFault(.nulByte, column: column, byteOffset: offset(of: place)))
    }
}
