#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Text as it lies in a file: UTF-8 bytes that somebody else owns. Valid only inside the call it is given to.
package typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    /// Without the spaces, tabs and ideographic or no-break spaces at both ends.
    package var trimmed: Bytes {
        var bytes = self
        while let first = bytes.first {
            if first == 0x20 || first == 0x09 {
                bytes = Bytes(rebasing: bytes.dropFirst())
            } else if bytes.starts(with: Self.ideographicSpace) {
                bytes = Bytes(rebasing: bytes.dropFirst(3))
            } else if bytes.starts(with: Self.noBreakSpace) {
                bytes = Bytes(rebasing: bytes.dropFirst(2))
            } else {
                break
            }
        }
        while let last = bytes.last {
            if last == 0x20 || last == 0x09 {
                bytes = Bytes(rebasing: bytes.dropLast())
            } else if bytes.count >= 3, bytes.suffix(3).elementsEqual(Self.ideographicSpace) {
                bytes = Bytes(rebasing: bytes.dropLast(3))
            } else if bytes.count >= 2, bytes.suffix(2).elementsEqual(Self.noBreakSpace) {
                bytes = Bytes(rebasing: bytes.dropLast(2))
            } else {
                break
            }
        }
        return bytes
    }

    /// Whether both hold the same bytes.
    package func isSame(as other: Bytes) -> Bool {
        guard count == other.count else { return false }
        guard let left = baseAddress, let right = other.baseAddress else { return true }
        return memcmp(left, right, count) == 0
    }

    /// Below 0 where these bytes come before others, 0 for the same, above 0 behind them: the order in which SQLite keeps
    /// texts.
    package func order(to other: Bytes) -> Int {
        if let left = baseAddress, let right = other.baseAddress {
            let order = memcmp(left, right, Swift.min(count, other.count))
            if order != 0 { return Int(order) }
        }
        return count - other.count
    }

    /// The same bytes as a `String`, for messages and for the few values that need one.
    package var text: String { String(decoding: self, as: UTF8.self) }

    private static var ideographicSpace: [UInt8] { [0xE3, 0x80, 0x80] }
    private static var noBreakSpace: [UInt8] { [0xC2, 0xA0] }
}

extension String {
    /// Gives the bytes of the text for the time of the call.
    package func withBytes<Result, Failure: Error>(
        _ body: (Bytes) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var copy = self
        let outcome: Swift.Result<Result, Failure> = copy.withUTF8 { bytes in
            do throws(Failure) {
                return .success(try body(bytes))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}
