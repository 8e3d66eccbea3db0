import Archives
import Digests

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Why a kept file cannot be shown. Its words stand in the catalogue.
package enum KeptFileFault: Error, Hashable, Sendable {
    /// It was never kept, or somebody took it away.
    case gone
    case unreadable(errno: Int32)
    /// No gzip, or its checksums do not hold.
    case damaged
    /// It can be read, and is another file than the one that was imported.
    case other(sha256: String)
}

extension FileStore {
    /// Hands over a kept file's bytes as it came, in order, and hashes them.
    ///
    /// What was handed over is the file that was imported only where this does not throw.
    package func read(
        _ sha256: String, _ take: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws(KeptFileFault) {
        guard let path = path(of: sha256) else { throw .gone }
        try Self.read(path, sha256: sha256, take)
    }

    static func read(
        _ path: String, sha256: String, _ take: (UnsafeRawBufferPointer) -> Void = { _ in }
    ) throws(KeptFileFault) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw errno == ENOENT ? .gone : .unreadable(errno: errno) }
        defer { close(descriptor) }
        let reading = GzipReading(descriptor: descriptor)
        var digest = SHA256()
        do throws(GzipReading.Fault) {
            while let bytes = try reading.next() {
                digest.update(bytes.assumingMemoryBound(to: UInt8.self))
                take(bytes)
            }
        } catch {
            switch error {
            case .refused(let code): throw .unreadable(errno: code)
            case .damaged: throw .damaged
            }
        }
        let found = digest.finish()
        guard found == sha256 else { throw .other(sha256: found) }
    }

    /// The bytes of a kept file in each of the ranges, in one pass over the whole file, once its digest is known to hold.
    ///
    /// - Parameter ranges: of offsets into the file as it came; what lies beyond its end is left out.
    package func bytes(of sha256: String, in ranges: [Range<Int64>]) throws(KeptFileFault) -> [[UInt8]] {
        var found = ranges.map { _ in [UInt8]() }
        // By where they begin, so that each stretch of the file meets only the ranges that reach into it.
        let order = ranges.indices.sorted { ranges[$0].lowerBound < ranges[$1].lowerBound }
        var next = 0
        var reaching: [Int] = []
        var offset: Int64 = 0
        try read(sha256) { bytes in
            let stretch = offset..<offset + Int64(bytes.count)
            while next < order.count, ranges[order[next]].lowerBound < stretch.upperBound {
                reaching.append(order[next])
                next += 1
            }
            for place in reaching {
                let part = ranges[place].clamped(to: stretch)
                found[place] += bytes[Int(part.lowerBound - offset)..<Int(part.upperBound - offset)]
            }
            reaching.removeAll { ranges[$0].upperBound <= stretch.upperBound }
            offset = stretch.upperBound
        }
        return found
    }
}
