/// One line of CSV as RFC 4180 has it, but ended by a line feed alone, built field by field in a buffer that is reused.
///
/// A field is quoted when it holds a comma, a quote, CR or LF, or begins or ends with a space. A null is an empty
/// field, an empty text is `""`, so the two stay apart; a line of one null is therefore an empty line.
/// The same fields always give the same bytes, so that a digest over a line can be checked by other programs.
package struct CSVLine: Sendable {
    /// The first `count` bytes are the line, the rest is room. A length of our own spares the checks that an array
    /// makes at each `append`, which would cost more than the quoting.
    private var storage: [UInt8]
    private var count = 0
    private var hasField = false

    /// - Parameter capacity: bytes set aside at first; longer lines grow it.
    package init(capacity: Int = 512) {
        storage = [UInt8](repeating: 0, count: capacity)
    }

    /// A copy of the line; `withBytes` copies nothing.
    package var bytes: [UInt8] { Array(storage[..<count]) }

    /// Lends the line to the closure, no longer than for its run.
    package func withBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try storage.span.extracting(first: count).bytes.withUnsafeBytes(body)
    }

    /// Empties the line and keeps its memory.
    package mutating func clear() {
        count = 0
        hasField = false
    }

    /// Empties the line's memory on its way, once what is in it was taken: the line goes on.
    mutating func handOn() { count = 0 }
    var byteCount: Int { count }

    package mutating func appendNull() {
        appendField(ofAtMost: 0) { _ in 0 }
    }

    package mutating func appendField(_ number: Int64) {
        appendField(ofAtMost: 20) { room in
            var length = 0
            if number < 0 {
                room[0] = UInt8(ascii: "-")
                length = 1
            }
            var rest = number.magnitude
            length += rest.decimalLength
            var place = length
            repeat {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                place -= 1
                room[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                rest = quotient
            } while rest > 0
            return length
        }
    }

    /// Appends bytes as they are; they need not be UTF-8.
    package mutating func appendField(_ field: UnsafeBufferPointer<UInt8>) {
        // Two quotes around and, at worst, every byte doubled.
        appendField(ofAtMost: 2 * field.count + 2) { room in
            field.mustBeQuotedInCSV ? room.writeQuoted(field) : room.update(fromContentsOf: field)
        }
    }

    /// Appends bytes as hexadecimal digits, two of them each.
    mutating func appendHexField(_ field: UnsafeBufferPointer<UInt8>) {
        appendField(ofAtMost: max(2, 2 * field.count)) { room in room.writeHex(field) }
    }

    package mutating func appendField(_ field: [UInt8]) {
        field.withUnsafeBufferPointer { appendField($0) }
    }

    package mutating func appendField(_ text: String) {
        var text = text
        text.withUTF8 { appendField($0) }
    }

    package mutating func appendField(_ cell: Cell) {
        switch cell {
        case .null: appendNull()
        case .integer(let number): appendField(number)
        case .decimal(let text), .text(let text): appendField(text)
        case .boolean(let holds): appendField(holds ? "true" : "false")
        }
    }

    /// Appends the line feed; the next field begins a new line in the same buffer.
    package mutating func endLine() {
        hasField = false
        makeRoom(for: 1)
        storage[count] = UInt8(ascii: "\n")
        count += 1
    }

    /// Puts the comma, lends the room after it, and takes as many bytes as the closure says it wrote.
    @inline(__always)
    private mutating func appendField(ofAtMost length: Int, write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        makeRoom(for: length + 1)
        let separator = hasField ? 1 : 0
        hasField = true
        let start = count
        count += storage.withUnsafeMutableBufferPointer { storage in
            if separator == 1 { storage[start] = UInt8(ascii: ",") }
            return separator + write(UnsafeMutableBufferPointer(rebasing: storage[(start + separator)...]))
        }
    }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if storage.count - count < more { grow(by: more) }
    }

    private mutating func grow(by more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(more, storage.count)))
    }
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Upper case, as SQL's `hex`; an empty field is `""`, apart from null.
    fileprivate func writeHex(_ field: UnsafeBufferPointer<UInt8>) -> Int {
        if field.isEmpty { return writeQuoted(field) }
        for (place, byte) in field.enumerated() {
            self[2 * place] = byte.hexDigits.0
            self[2 * place + 1] = byte.hexDigits.1
        }
        return 2 * field.count
    }

    /// Writes the field between quotes, its own quotes doubled, and returns the number of bytes written.
    fileprivate func writeQuoted(_ field: UnsafeBufferPointer<UInt8>) -> Int {
        let quote = UInt8(ascii: "\"")
        self[0] = quote
        var length = 1
        for byte in field {
            if byte == quote {
                self[length] = quote
                length += 1
            }
            self[length] = byte
            length += 1
        }
        self[length] = quote
        return length + 1
    }
}
