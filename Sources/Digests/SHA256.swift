import CNettle

/// SHA-256 (FIPS 180-4) over bytes that come piece by piece.
package struct SHA256: Sendable {
    private var context = sha256_ctx()

    package init() {
        nettle_sha256_init(&context)
    }

    package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress, !bytes.isEmpty else { return }
        nettle_sha256_update(&context, bytes.count, start)
    }

    package mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { update($0) }
    }

    package mutating func update(_ text: String) {
        var text = text
        text.withUTF8 { update($0) }
    }

    /// The digest of what came so far, as 64 lower-case hexadecimal digits; the count starts anew.
    package mutating func finish() -> String {
        String(decoding: finishHexadecimal(), as: UTF8.self)
    }

    /// The same 64 digits as bytes.
    package mutating func finishHexadecimal() -> [UInt8] {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(SHA256_DIGEST_SIZE)) { digest in
            nettle_sha256_digest(&context, digest.count, digest.baseAddress)
            return hexadecimal(digest)
        }
    }

    package static func hash(_ text: String) -> String {
        var digest = SHA256()
        digest.update(text)
        return digest.finish()
    }

    package static func hash(_ bytes: [UInt8]) -> String {
        var digest = SHA256()
        digest.update(bytes)
        return digest.finish()
    }
}

/// Two lower-case hexadecimal digits a byte, in ASCII.
private func hexadecimal(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: bytes.count * 2) { text, count in
        for byte in bytes {
            text[count] = digit(byte >> 4)
            text[count + 1] = digit(byte & 15)
            count += 2
        }
    }
}

private func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
