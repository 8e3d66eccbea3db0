import Glibc

/// Writes to an open file, pipe or terminal through a buffer of 64 KiB.
///
/// The descriptor stays its owner's: it is not closed here. Bytes not flushed are lost when the sink goes,
/// because only `flush()` can say that they did not arrive. After an error every further call throws it again.
package final class FileDescriptorSink: ByteSink {
    private static let bufferSize = 64 * 1024

    private let descriptor: Int32
    private var waiting: [UInt8] = []
    private var failure: WriteError?

    package init(descriptor: Int32) {
        self.descriptor = descriptor
        waiting.reserveCapacity(Self.bufferSize)
    }

    /// Makes a broken pipe an error in the whole process; until then the system ends the process silently.
    package static func turnBrokenPipesIntoErrors() {
        signal(SIGPIPE, SIG_IGN)
    }

    package func write(_ bytes: RawSpan) throws(WriteError) {
        if let failure { throw failure }
        if waiting.count + bytes.byteCount > Self.bufferSize {
            try flush()
        }
        if bytes.byteCount >= Self.bufferSize {
            try hand(over: bytes)
        } else {
            bytes.withUnsafeBytes { waiting.append(contentsOf: $0) }
        }
    }

    package func flush() throws(WriteError) {
        if let failure { throw failure }
        var leaving: [UInt8] = []
        swap(&leaving, &waiting)
        try hand(over: leaving.span.bytes)
        leaving.removeAll(keepingCapacity: true)
        waiting = leaving
    }

    private func hand(over bytes: RawSpan) throws(WriteError) {
        var done = 0
        while done < bytes.byteCount {
            let written = bytes.extracting(droppingFirst: done).withUnsafeBytes { rest in
                Glibc.write(descriptor, rest.baseAddress, rest.count)
            }
            if written > 0 {
                done += written
                continue
            }
            let code = written < 0 ? errno : EIO
            switch code {
            case EINTR: continue
            case EAGAIN: try waitUntilWritable()
            case EPIPE: throw failed(.brokenPipe)
            default: throw failed(.refused(code: code))
            }
        }
    }

    /// A descriptor shared with another program may have been set not to block.
    private func waitUntilWritable() throws(WriteError) {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        if poll(&request, 1, -1) < 0, errno != EINTR {
            throw failed(.refused(code: errno))
        }
    }

    private func failed(_ error: WriteError) -> WriteError {
        failure = error
        return error
    }
}
