import Glibc

/// The bytes of another source, brought from their encoding into UTF-8 by the C library's iconv.
///
/// A byte that begins no character becomes the byte FF, which is nowhere in UTF-8: whoever reads on finds the fault in
/// its place. Nothing becomes U+FFFD.
final class Transcoder: ByteSource {
    private static let wrong: UInt8 = 0xFF

    private let source: any ByteSource
    private let step: Int
    private let conversion: iconv_t
    private let input: UnsafeMutablePointer<CChar>
    private let output: UnsafeMutablePointer<CChar>
    private let inputSize = 1 << 16
    private let outputSize = 1 << 17
    private var waiting = 0
    private var ready = 0..<0
    private var hasEnded = false

    /// - Throws: `encodingUnsupported` where this system's C library does not have it.
    init(_ source: any ByteSource, from encoding: TextEncoding) throws(ReadingError) {
        self.source = source
        step = encoding.step
        guard let conversion = iconv_open("UTF-8", encoding.libraryName), Int(bitPattern: conversion) != -1 else {
            throw .form(.encodingUnsupported(encoding.rawValue))
        }
        self.conversion = conversion
        input = .allocate(capacity: inputSize)
        output = .allocate(capacity: outputSize)
    }

    deinit {
        iconv_close(conversion)
        input.deallocate()
        output.deallocate()
    }

    func read(into room: UnsafeMutableRawBufferPointer) throws(ReadingError) -> Int {
        while ready.isEmpty {
            if hasEnded, waiting == 0 { return 0 }
            try convert()
        }
        let count = min(room.count, ready.count)
        room.copyMemory(from: UnsafeRawBufferPointer(start: output + ready.lowerBound, count: count))
        ready = ready.lowerBound + count..<ready.upperBound
        return count
    }

    /// Reads on behind what waits, and converts as much as is whole.
    private func convert() throws(ReadingError) {
        if !hasEnded, waiting < inputSize {
            let room = UnsafeMutableRawBufferPointer(start: input + waiting, count: inputSize - waiting)
            let got = try source.read(into: room)
            if got == 0 { hasEnded = true }
            waiting += got
        }
        var (from, to): (UnsafeMutablePointer<CChar>?, UnsafeMutablePointer<CChar>?) = (input, output)
        var (left, free) = (waiting, outputSize)
        while left > 0, free > 8 {
            if iconv(conversion, &from, &left, &to, &free) != -1 { break }
            let isCut = errno == EINVAL
            if errno == E2BIG || (isCut && !hasEnded) { break }
            let skipped = min(isCut ? left : step, left)
            from = from?.advanced(by: skipped)
            left -= skipped
            to?.pointee = CChar(bitPattern: Self.wrong)
            to = to?.advanced(by: 1)
            free -= 1
        }
        if let from, left > 0 { memmove(input, from, left) }
        waiting = left
        ready = 0..<outputSize - free
    }
}
