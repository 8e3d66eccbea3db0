/// A stretch of a file in memory, moved forward as it is used up.
///
/// Behind the last byte stand eight zeros, so that a search for NUL needs no other bound, and words may be read there.
struct ReadBuffer: ~Copyable {
    private let source: any ByteSource
    private let chunkSize: Int
    private let largest: Int
    private(set) var capacity: Int
    private var base: UnsafeMutablePointer<UInt8>
    /// The first byte still wanted.
    private(set) var start: UnsafePointer<UInt8>
    private(set) var end: UnsafePointer<UInt8>
    /// Counted from the beginning of the source.
    private(set) var offsetOfStart = 0
    private(set) var holdsLastByte = false

    /// - Parameters:
    ///   - chunkSize: bytes read at a time, and held at first.
    ///   - largest: bytes to which the buffer may grow when one chunk is not enough.
    init(source: any ByteSource, chunkSize: Int, largest: Int) {
        self.source = source
        self.chunkSize = chunkSize
        self.largest = max(largest, chunkSize)
        capacity = chunkSize
        base = Self.room(for: chunkSize)
        base.update(repeating: 0, count: 8)
        start = UnsafePointer(base)
        end = start
    }

    deinit {
        base.deallocate()
    }

    /// Lets go of the bytes before `place`.
    mutating func advance(to place: UnsafePointer<UInt8>) {
        offsetOfStart += place - start
        start = place
    }

    /// Reads a chunk or more behind the bytes still wanted, which may move; less at the end of the file.
    mutating func readMore() throws(ReadingError) {
        makeRoom()
        let place = base + (end - start)
        // As much again as is kept, so that a long record, looked at afresh each time, costs no more than twice.
        let wanted = min(max(chunkSize, end - start), capacity - (end - start))
        var count = 0
        var failure: ReadingError?
        while count < wanted, !holdsLastByte, failure == nil {
            do throws(ReadingError) {
                let got = try source.read(
                    into: UnsafeMutableRawBufferPointer(start: place + count, count: wanted - count))
                if got == 0 { holdsLastByte = true }
                count += got
            } catch {
                failure = error
            }
        }
        (place + count).update(repeating: 0, count: 8)
        end = UnsafePointer(place + count)
        if let failure { throw failure }
    }

    private mutating func makeRoom() {
        let kept = end - start
        var target = base
        if kept == capacity, capacity < largest {
            capacity = min(capacity * 2, largest)
            target = Self.room(for: capacity)
        }
        target.update(from: start, count: kept)
        if target != base { base.deallocate() }
        base = target
        start = UnsafePointer(target)
        end = start + kept
    }

    private static func room(for count: Int) -> UnsafeMutablePointer<UInt8> {
        .allocate(capacity: count + 8)
    }
}
