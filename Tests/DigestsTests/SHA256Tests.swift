import Digests
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    /// FIPS 180-4 examples (NIST, "SHA256 Example Algorithm", and the standard's million letters).
    @Test(
        "the standard's examples hold",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
                "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
            ),
        ])
    func examples(text: String, digest: String) {
        #expect(SHA256.hash(text) == digest)
        #expect(SHA256.hash(Array(text.utf8)) == digest)
    }

    @Test("a million letters, in pieces of any size", arguments: [1, 63, 64, 65, 1000, 1_000_000])
    func million(size: Int) {
        let piece = [UInt8](repeating: 0x61, count: size)
        var digest = SHA256()
        for _ in 0..<(1_000_000 / size) { digest.update(piece) }
        digest.update([UInt8](repeating: 0x61, count: 1_000_000 % size))
        #expect(digest.finish() == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test("pieces give what the whole gives, wherever it is cut")
    func pieces() {
        let bytes = (0..<200).map { UInt8($0 * 7 % 256) }
        let whole = SHA256.hash(bytes)
        for cut in 0...bytes.count {
            var digest = SHA256()
            digest.update(Array(bytes[..<cut]))
            bytes[cut...].withUnsafeBufferPointer { digest.update($0) }
            #expect(digest.finish() == whole)
        }
    }

    @Test("text counts by its bytes, the zero byte with them")
    func text() {
        #expect(SHA256.hash("交易所\0") == SHA256.hash([0xE4, 0xBA, 0xA4, 0xE6, 0x98, 0x93, 0xE6, 0x89, 0x80, 0]))
        #expect(SHA256.hash("a\0b") != SHA256.hash("a"))
    }

    @Test("nothing added changes nothing")
    func nothing() {
        var digest = SHA256()
        digest.update("")
        digest.update([UInt8]())
        digest.update(UnsafeBufferPointer<UInt8>(start: nil, count: 0))
        digest.update("abc")
        digest.update("")
        #expect(digest.finish() == SHA256.hash("abc"))
    }

    @Test("after its end a digest begins anew")
    func anew() {
        var digest = SHA256()
        digest.update("abc")
        let first = digest.finish()
        digest.update("abc")
        #expect(digest.finish() == first)
        #expect(digest.finish() == SHA256.hash(""))
    }

    @Test("a copy goes its own way")
    func copy() {
        var one = SHA256()
        one.update("a")
        var other = one
        one.update("bc")
        other.update("b")
        #expect(one.finish() == SHA256.hash("abc"))
        #expect(other.finish() == SHA256.hash("ab"))
    }
}
