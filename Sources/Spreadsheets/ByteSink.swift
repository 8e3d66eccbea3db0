/// A place that takes bytes in order.
package protocol ByteSink: AnyObject {
    /// May hold the bytes back until `flush()`.
    func write(_ bytes: RawSpan) throws(WriteError)
    /// Hands on every byte taken so far.
    func flush() throws(WriteError)
}

extension ByteSink {
    package func write(_ bytes: [UInt8]) throws(WriteError) {
        try write(bytes.span.bytes)
    }

    /// Writes the text as UTF-8.
    package func write(_ text: String) throws(WriteError) {
        try write(text.utf8.span.bytes)
    }
}

/// Keeps what is written in memory.
package final class MemorySink: ByteSink {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    /// The bytes read as UTF-8; damaged sequences become U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package func write(_ bytes: RawSpan) throws(WriteError) {
        bytes.withUnsafeBytes { self.bytes.append(contentsOf: $0) }
    }

    package func flush() throws(WriteError) {}
}
