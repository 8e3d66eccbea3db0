package import Spreadsheets

/// Hands text on with nothing in it that could steer a terminal or hide (see `visibleText`); lines and tabs stay.
package final class VisibleSink: ByteSink {
    /// Bytes that are kept at most before they are handed on.
    private static let mostKept = 1 << 14

    private let sink: any ByteSink
    private var waiting: [UInt8] = []

    package init(to sink: any ByteSink) { self.sink = sink }

    package func write(_ bytes: RawSpan) throws(WriteError) {
        bytes.withUnsafeBytes { waiting.append(contentsOf: $0) }
        if waiting.count > Self.mostKept { try handOver(waiting.wholeText) }
    }

    package func flush() throws(WriteError) {
        try handOver(waiting.count)
        try sink.flush()
    }

    private func handOver(_ count: Int) throws(WriteError) {
        try sink.write(String(decoding: waiting[..<count], as: UTF8.self).visibleLines)
        waiting.removeFirst(count)
    }
}

extension [UInt8] {
    /// How many bytes of UTF-8 there are up to a place where no character, and no end of a line, is cut in two.
    fileprivate var wholeText: Int {
        var end = count
        // At most three bytes of a character are there without its last one.
        while end > 0, count - end < 4, self[end - 1] & 0xC0 == 0x80 { end -= 1 }
        if end > 0, self[end - 1] >= 0xC0 || self[end - 1] == 0x0D { end -= 1 }
        return end
    }
}
