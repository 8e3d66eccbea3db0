import Digests

/// A seller, buyer or owner. Its identity is its name, as ``PartyName/matched(_:)`` writes it.
extension Field {
    static let ofParty: [Field] = [
        Field("name", .text(most: 1000), required: true, "name as written"),
        Field("credit_code", .creditCode, "unified social credit code, 18 characters"),
        Field("region", .text(most: 200), "province or municipality"),
    ]
}

/// What stands for a party in a seal, so that its name can later be erased and the seal still be checked.
package enum PartyIdentity {
    /// SHA-256 over the salt (32 hexadecimal digits), the name and the credit code, each followed by a line feed.
    package static func digest(salt: Bytes, name: Bytes, creditCode: Bytes) -> [UInt8] {
        var digest = SHA256()
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: salt.count + name.count + creditCode.count + 3) {
            text in
            var count = 0
            for bytes in (0..<3).lazy.map({ $0 == 0 ? salt : $0 == 1 ? name : creditCode }) {
                count += UnsafeMutableBufferPointer(rebasing: text[count...]).update(fromContentsOf: bytes)
                text[count] = 0x0A
                count += 1
            }
            digest.update(UnsafeBufferPointer(text))
            return digest.finishHexadecimal()
        }
    }

    /// The same digest as text.
    package static func digest(salt: String, name: String, creditCode: String) -> String {
        let digits = salt.withBytes { salt in
            name.withBytes { name in
                creditCode.withBytes { creditCode in digest(salt: salt, name: name, creditCode: creditCode) }
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
