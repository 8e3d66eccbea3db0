/// Where the value of a field lies.
@usableFromInline struct CSVField {
    @usableFromInline enum Form: UInt8 {
        case plain
        case quoted
        /// Quoted, with doubled quotes inside.
        case quotedWithQuotes
    }

    /// The first byte of the value, after the opening quote.
    @usableFromInline let start: UnsafePointer<UInt8>
    @usableFromInline let length: UInt32
    @usableFromInline let form: Form

    /// - Parameter end: just after the last byte of the value; at most 4 GiB after `start`.
    @inline(__always)
    init(from start: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>, form: Form = .plain) {
        self.start = start
        self.length = UInt32(truncatingIfNeeded: end - start)
        self.form = form
    }

    @inlinable var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: Int(length)) }

    /// Just after the value, which is where its closing quote stands if it has one.
    var end: UnsafePointer<UInt8> { start + Int(length) }

    /// Copies the value with each doubled quote made single.
    ///
    /// - Parameter place: room for the whole length. Moved behind the last byte written.
    func unquoted(into place: inout UnsafeMutablePointer<UInt8>) -> CSVField {
        let copy = place
        var source = start
        while source < end {
            place.pointee = source.pointee
            // Inside a field that was read whole, a quote is always followed by its double.
            source += source.pointee == UInt8(ascii: "\"") ? 2 : 1
            place += 1
        }
        return CSVField(from: copy, to: place, form: form)
    }
}
