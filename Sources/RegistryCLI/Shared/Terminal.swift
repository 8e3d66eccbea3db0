import Registry
import RegistryReports
import Spreadsheets
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The two streams: data on standard output, talk on standard error.
enum Terminal {
    static func standardOutput() -> any ByteSink { output(to: STDOUT_FILENO) }

    /// As the bytes are; on a terminal, with nothing in them that could steer it.
    static func output(to descriptor: Int32) -> any ByteSink {
        let sink = FileDescriptorSink(descriptor: descriptor)
        return isatty(descriptor) == 1 ? VisibleSink(to: sink) : sink
    }

    /// How much a line matters, as syslog(3) counts.
    enum Weight: Int {
        case error = 3
        case warning = 4
        case notice = 5
        case plain = 6
    }

    /// One line of talk. Where nobody listens it is lost, which is no failure.
    static func say(_ words: Bilingual, _ weight: Weight = .plain) {
        wipe()
        // What was typed may be told, and names of files.
        let line = words[.current].visibleLines + "\n"
        write(weight == .plain || !isJournal ? line : "<\(weight.rawValue)>\(line)")
    }

    /// A line at the end of the screen that the next one takes the place of.
    static func redraw(_ words: String) {
        isDrawn.store(true, ordering: .relaxed)
        write("\r\(words)\u{1B}[K")
    }

    static func wipe() {
        if isDrawn.exchange(false, ordering: .relaxed) { write("\r\u{1B}[K") }
    }

    private static let isDrawn = Atomic(false)

    private static func write(_ words: String) {
        var text = words
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty, case let written = Self.put(rest), written > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
            }
        }
    }

    private static func put(_ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #else
            Musl.write(STDERR_FILENO, bytes.baseAddress, bytes.count)
        #endif
    }

    /// Whether standard error leads to the journal, which takes a weight before each line: systemd.exec(5), `$JOURNAL_STREAM`.
    private static var isJournal: Bool {
        guard let stream = environment("JOURNAL_STREAM") else { return false }
        var status = stat()
        return fstat(STDERR_FILENO, &status) == 0 && stream == "\(status.st_dev):\(status.st_ino)"
    }

    /// Whether somebody watches standard error.
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// One line of data for people.
    static func show(_ words: Bilingual) throws(WriteError) { try show(words[.current]) }

    /// One line of data.
    static func show(_ words: String) throws(WriteError) {
        let sink = standardOutput()
        try sink.write(words + "\n")
        try sink.flush()
    }

    /// Columns of the terminal on standard output; nil where that is none.
    static var width: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
    }
}
