import Glibc
import Spreadsheets
import Testing

struct FileDescriptorSinkTests {
    @Test("bytes wait in the buffer until they are flushed")
    func buffering() throws {
        let pipe = try Pipe()
        let sink = FileDescriptorSink(descriptor: pipe.writing)
        try sink.write("数")
        #expect(pipe.readWhatIsThere().isEmpty)
        try sink.flush()
        #expect(pipe.readWhatIsThere() == Array("数".utf8))
        try sink.flush()
        #expect(pipe.readWhatIsThere().isEmpty)
    }

    @Test("a write that does not fit sends the buffer on, in order", arguments: [40_000, 65_536, 65_537])
    func order(size: Int) throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        let sink = FileDescriptorSink(descriptor: fileno(file))
        let first = [UInt8](repeating: 1, count: 40_000)
        let second = [UInt8](repeating: 2, count: size)
        try sink.write(first)
        try sink.write(second)
        try sink.write([3])
        try sink.flush()
        let expected = first + second + [3]
        var written = [UInt8](repeating: 0, count: expected.count + 1)
        #expect(pread(fileno(file), &written, written.count, 0) == expected.count)
        #expect(written.dropLast() == expected[...])
    }

    @Test("a pipe that is full for now is waited for")
    func fullPipe() throws {
        let pipe = try Pipe()
        try #require(fcntl(pipe.writing, F_SETFL, O_NONBLOCK) == 0)
        let sent = [UInt8](repeating: 7, count: 500_000)
        // A thread, not a task: writing blocks, and on one core no task would then be left to read.
        var reader = pthread_t()
        let started = pthread_create(
            &reader, nil,
            { UnsafeMutableRawPointer(bitPattern: countBytes(from: Int32(Int(bitPattern: $0)), upTo: 500_000)) },
            UnsafeMutableRawPointer(bitPattern: Int(try pipe.duplicateOfReading())))
        try #require(started == 0)
        try FileDescriptorSink(descriptor: pipe.writing).write(sent)
        var received: UnsafeMutableRawPointer?
        pthread_join(reader, &received)
        #expect(Int(bitPattern: received) == sent.count)
    }

    @Test("a reader that has gone is a broken pipe, at once and for good")
    func brokenPipe() throws {
        FileDescriptorSink.turnBrokenPipesIntoErrors()
        let pipe = try Pipe()
        pipe.closeReading()
        let sink = FileDescriptorSink(descriptor: pipe.writing)
        try sink.write("lost")
        #expect(throws: WriteError.brokenPipe) { try sink.flush() }
        #expect(throws: WriteError.brokenPipe) { try sink.write("more") }
        #expect(throws: WriteError.brokenPipe) { try sink.flush() }
    }

    @Test("a broken pipe passes through a row writer")
    func brokenPipeInRows() throws {
        FileDescriptorSink.turnBrokenPipesIntoErrors()
        let pipe = try Pipe()
        pipe.closeReading()
        var writer = CSVRows(to: FileDescriptorSink(descriptor: pipe.writing))
        try writer.begin([Column("a")])
        #expect(throws: WriteError.brokenPipe) {
            for number in 0..<100_000 { try writer.row([.integer(Int64(number))]) }
        }
    }

    @Test("a full disk is reported with the system's code")
    func fullDisk() throws {
        let descriptor = open("/dev/full", O_WRONLY | O_CLOEXEC)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        let sink = FileDescriptorSink(descriptor: descriptor)
        try sink.write("x")
        #expect(throws: WriteError.refused(code: ENOSPC)) { try sink.flush() }
    }

    @Test("a descriptor that is not open is refused")
    func closedDescriptor() throws {
        let sink = FileDescriptorSink(descriptor: -1)
        #expect(throws: WriteError.refused(code: EBADF)) {
            try sink.write([UInt8](repeating: 0, count: 100_000))
        }
    }
}

/// Reads until so many bytes have come, and closes the descriptor.
private func countBytes(from descriptor: Int32, upTo limit: Int) -> Int {
    defer { close(descriptor) }
    var total = 0
    var chunk = [UInt8](repeating: 0, count: 4096)
    while total < limit {
        let count = read(descriptor, &chunk, chunk.count)
        if count > 0 { total += count } else if errno == EAGAIN { sched_yield() } else { break }
    }
    return total
}

/// A pipe whose reading end does not block; closed with its owner.
private final class Pipe {
    private var reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        (reading, writing) = (ends[0], ends[1])
        try #require(fcntl(reading, F_SETFL, O_NONBLOCK) == 0)
    }

    deinit {
        closeReading()
        close(writing)
    }

    func duplicateOfReading() throws -> Int32 {
        let copy = dup(reading)
        try #require(copy >= 0)
        return copy
    }

    func closeReading() {
        if reading >= 0 { close(reading) }
        reading = -1
    }

    func readWhatIsThere() -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(reading, &chunk, chunk.count)
            guard count > 0 else { return result }
            result.append(contentsOf: chunk[..<count])
        }
    }
}
