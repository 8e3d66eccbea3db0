import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The two streams: data on standard output, talk on standard error.
enum Terminal {
    static func standardOutput() -> FileDescriptorSink { FileDescriptorSink(descriptor: STDOUT_FILENO) }

    /// One line of talk. Where nobody listens it is lost, which is no failure.
    static func say(_ words: String) {
        var text = words + "\n"
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty, case let written = write(STDERR_FILENO, rest.baseAddress, rest.count), written > 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
            }
        }
    }

    /// One line of data for people.
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
