import Digests

/// What is typed to have a certificate verified: eleven characters that follow from what was sealed of it, and one that
/// checks them together with the certificate's number.
///
/// The alphabet, without I, O, S, V and Z, and the weights of the check are those of the unified social credit code (GB 32100-2015).
package struct VerificationCode: Hashable, Sendable, CustomStringConvertible {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let length = 11

    /// Without groups.
    package let characters: String

    /// - Parameters:
    ///   - number: of the certificate, as the command line takes it: `SH/C-2022-0001`.
    ///   - sealed: the seal of the change that recorded it and the sealed lines of all that it certifies.
    package init(ofNumber number: String, sealed: String) {
        // Enough of the digest that what is left over when it is brought to the alphabet favours no character.
        var rest = SHA256.hash(sealed).utf8.prefix(30).reduce(UInt128(0)) { number, digit in
            number << 4 | UInt128(digit < 0x60 ? digit - 0x30 : digit - 0x57)
        }
        var body: [UInt8] = []
        for _ in 0..<Self.length {
            body.append(Self.alphabet[Int(rest % 31)])
            rest /= 31
        }
        body.append(Self.check(of: body, number))
        characters = String(decoding: body, as: UTF8.self)
    }

    /// A code as it was typed: in any case and width, grouped or not, with a letter that is none of the alphabet for the
    /// character that looks like it.
    ///
    /// - Throws: ``Mistyped`` where the code cannot be one of the number.
    package init(_ typed: String, ofNumber number: String) throws(Mistyped) {
        let alike: [UInt8: UInt8] = [
            UInt8(ascii: "O"): UInt8(ascii: "0"), UInt8(ascii: "I"): UInt8(ascii: "1"),
            UInt8(ascii: "Z"): UInt8(ascii: "2"), UInt8(ascii: "S"): UInt8(ascii: "5"),
            UInt8(ascii: "V"): UInt8(ascii: "U"),
        ]
        let bytes = halfWidth(typed).uppercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
            .map { alike[$0] ?? $0 }
        guard bytes.count == Self.length + 1, bytes.allSatisfy(Self.alphabet.contains),
            bytes.last == Self.check(of: bytes.dropLast(), number)
        else { throw Mistyped() }
        characters = String(decoding: bytes, as: UTF8.self)
    }

    /// It is no code of the number: one of both was typed wrong.
    package struct Mistyped: Error, Hashable {}

    /// `7K2M-9QXR-4TA8`
    package var description: String {
        stride(from: 0, to: Self.length + 1, by: 4).map { start in
            String(characters.dropFirst(start).prefix(4))
        }.joined(separator: "-")
    }

    /// Any one character that is typed wrong, and any two that change places, give another one.
    private static func check(of body: some Sequence<UInt8>, _ number: String) -> UInt8 {
        // The check itself has the weight 1.
        var (sum, weight) = (0, 3)
        func add(_ value: Int) {
            sum = (sum + value * weight) % 31
            weight = weight * 3 % 31
        }
        for byte in body { add(alphabet.firstIndex(of: byte) ?? 0) }
        for byte in number.utf8 { add(Int(byte)) }
        return alphabet[(31 - sum) % 31]
    }
}
