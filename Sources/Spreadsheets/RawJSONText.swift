/// Text of unknown making, appended to JSON so that it is always UTF-8.
struct RawJSONText {
    /// A copy with the eight bytes after it that the check may look at.
    private var room: [UInt8] = []

    /// Appends what stands between the quotes of a string; what is not UTF-8 becomes U+FFFD.
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        room.removeAll(keepingCapacity: true)
        room.append(contentsOf: bytes)
        room.append(contentsOf: repeatElement(0, count: 8))
        let isSound = room.withUnsafeBufferPointer { room in
            guard let start = room.baseAddress else { return true }
            return UTF8Check.firstFault(from: start, to: start + bytes.count) == nil
        }
        if isSound { return JSONText.appendEscaped(bytes, to: &output) }
        var text = String(decoding: bytes, as: UTF8.self)
        text.withUTF8 { JSONText.appendEscaped($0, to: &output) }
    }
}
