import Registry
import TestSupport
import Testing

@Suite("A certificate's verification code")
struct VerificationCodeTests {
    private static let number = "SH/C-2022-0001"
    private static let code = VerificationCode(ofNumber: number, sealed: "seal\nrow")

    @Test("is three groups of four characters, the same for the same record")
    func isStable() {
        #expect("\(Self.code)" == "\(VerificationCode(ofNumber: Self.number, sealed: "seal\nrow"))")
        #expect("\(Self.code)".split(separator: "-").map(\.count) == [4, 4, 4])
        #expect("\(Self.code)".allSatisfy { "0123456789ABCDEFGHJKLMNPQRTUWXY-".contains($0) })
    }

    @Test("is another for another record")
    func isBound() {
        let others = (0..<1000).map { VerificationCode(ofNumber: Self.number, sealed: "seal\nrow\($0)") }
        #expect(Set(others + [Self.code]).count == 1001)
    }

    @Test("is read however it is typed")
    func isRead() throws {
        let bare = Self.code.characters
        let wide = String(bare.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }.map(Character.init))
        for typed in [
            "\(Self.code)", bare, bare.lowercased(), " \(Self.code) ", wide, "\(Self.code)".replacing("-", with: " "),
        ] {
            #expect(try VerificationCode(typed, ofNumber: Self.number) == Self.code, "\(typed)")
        }
        for (other, meant) in [("O", "0"), ("I", "1"), ("Z", "2"), ("S", "5"), ("v", "U")] {
            let typed = bare.replacing(meant, with: other)
            #expect(try VerificationCode(typed, ofNumber: Self.number) == Self.code, "\(typed)")
        }
    }

    @Test("with one character wrong, or two of it exchanged, is none of the number")
    func checks() {
        let characters = Array(Self.code.characters)
        for place in characters.indices {
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != characters[place] {
                var typed = characters
                typed[place] = other
                #expect(throws: VerificationCode.Mistyped.self) {
                    try VerificationCode(String(typed), ofNumber: Self.number)
                }
            }
            var typed = characters
            typed.swapAt(place, (place + 1) % characters.count)
            guard typed != characters else { continue }
            #expect(throws: VerificationCode.Mistyped.self) {
                try VerificationCode(String(typed), ofNumber: Self.number)
            }
        }
    }

    @Test(
        "is none of a number that is typed wrong, and none at all where it is cut or has strange characters",
        arguments: [
            ("SH/C-2022-0002", nil), ("SH/C-2022-0010", nil), ("SH/C-2021-0001", nil), ("SZ/C-2022-0001", nil),
            (number, ""), (number, "6U47"), (number, "????-????-????"), (number, "凭证凭证凭证凭证凭证凭证"),
        ])
    func isOfItsNumber(number: String, typed: String?) {
        #expect(throws: VerificationCode.Mistyped.self) {
            try VerificationCode(typed ?? "\(Self.code)", ofNumber: number)
        }
    }
}

@Suite("An amount in capitals")
struct CapitalAmountTests {
    @Test(
        "is written as on a bill",
        arguments: [
            (0, "零元整"), (1, "壹分"), (10, "壹角整"), (11, "壹角壹分"), (100, "壹元整"), (101, "壹元零壹分"),
            (150, "壹元伍角整"), (1_000, "壹拾元整"), (10_500, "壹佰零伍元整"), (100_500, "壹仟零伍元整"),
            (120_000_000, "壹佰贰拾万元整"), (100_000_500, "壹佰万零伍元整"), (100_500_000, "壹佰万伍仟元整"),
            (1_000_050_000, "壹仟万零伍佰元整"), (393_100_000_000, "叁拾玖亿叁仟壹佰万元整"), (10_000_000_100, "壹亿零壹元整"),
            (1_000_000_000_000_000, "壹拾万亿元整"), (-120, "负壹元贰角整"),
        ] as [(Int64, String)])
    func isWritten(fen: Int64, capitals: String) {
        #expect(Amount(fen: fen).inCapitals == capitals)
    }
}
