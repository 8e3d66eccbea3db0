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
        for bytes in [salt, name, creditCode] {
            digest.update(bytes)
            digest.update([0x0A])
        }
        return digest.finishHexadecimal()
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
