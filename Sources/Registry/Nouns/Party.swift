import Digests

/// A seller, buyer or owner. Its identity is its name, as ``PartyName/matched(_:)`` writes it.
extension Field {
    static let ofParty: [Field] = [
        Field("name", .text(most: 1000), required: true, "单位名称", ("name as written", "单位名称，按所写保存")),
        Field("credit_code", .creditCode, "统一社会信用代码", ("unified social credit code, 18 characters", "统一社会信用代码，18 位")),
        Field("region", .text(most: 200), "所在地区", ("province or municipality", "省、自治区或直辖市")),
    ]
}

/// What stands for a party in a seal, so that its name can later be erased and the seal still be checked.
package enum PartyIdentity {
    /// SHA-256 over three lines: the salt; the name; the credit code, or nothing after its mark where there is none. A
    /// name and a code stand behind the number of their bytes and a colon, so that no two parties give the same lines.
    package static func digest(salt: Bytes, name: Bytes, creditCode: Bytes?) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(salt.count + name.count + 48)
        text.append(contentsOf: salt)
        text.append(0x0A)
        append(name, to: &text)
        if let creditCode { append(creditCode, to: &text) } else { text.append(contentsOf: "-\n".utf8) }
        var digest = SHA256()
        digest.update(text)
        return digest.finishHexadecimal()
    }

    private static func append(_ bytes: Bytes, to text: inout [UInt8]) {
        text.append(contentsOf: String(bytes.count).utf8)
        text.append(UInt8(ascii: ":"))
        text.append(contentsOf: bytes)
        text.append(0x0A)
    }

    /// The same digest as text.
    package static func digest(salt: String, name: String, creditCode: String?) -> String {
        let digits = salt.withBytes { salt in
            name.withBytes { name in
                guard let creditCode else { return digest(salt: salt, name: name, creditCode: nil) }
                return creditCode.withBytes { code in digest(salt: salt, name: name, creditCode: code) }
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }
}
