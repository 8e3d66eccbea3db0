import Glibc

/// A file or the standard output, written through a buffer of one mebibyte.
struct OutputFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// The reader of a pipe has gone, which is no failure.
    private(set) var isReaderGone = false

    private static let bufferBytes = 1 << 20

    /// `-` is the standard output; another path is a new file, or replaces the file that is there.
    init(path: String) throws(Problem) {
        self.path = path
        if path == "-" {
            signal(SIGPIPE, SIG_IGN)
            descriptor = 1
        } else {
            descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw .cannotCreate(path: path, systemError: errno) }
        }
        buffer.reserveCapacity(Self.bufferBytes + 4096)
    }

    deinit {
        if descriptor > 2 { close(descriptor) }
    }

    mutating func write(_ text: String) throws(Problem) {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Appends to the buffer in place, with nothing copied in between.
    mutating func write(_ fill: (inout [UInt8]) -> Void) throws(Problem) {
        fill(&buffer)
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    /// Hands what is buffered to the system; to be called last, or the end of the file is lost.
    mutating func flush() throws(Problem) {
        var sent = 0
        while sent < buffer.count, !isReaderGone {
            let written = buffer.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
            }
            if written >= 0 {
                sent += written
            } else if errno == EPIPE {
                isReaderGone = true
            } else if errno != EINTR {
                throw .cannotWrite(path: path, systemError: errno)
            }
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
