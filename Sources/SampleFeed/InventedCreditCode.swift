/// Unified social credit codes with right check characters around a body that nobody was given.
///
/// GB 32100-2015: authority, category, six digits of the place, nine characters of the organisation (GB 11714), check.
enum InventedCreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)

    /// The organisation part is `XXXX` and four digits, plainly invented. Numbers differ from 0 to 9999.
    static func invented(number: Int, isFirm: Bool, placeCode: String) -> String {
        let organisation = "XXXX" + padded(number % 10_000, to: 4)
        let front = (isFirm ? "91" : "12") + placeCode + organisation + organisationCheck(organisation)
        return front + check(front)
    }

    /// The 18th character: weights are powers of 3, modulo 31.
    static func check(_ front: String) -> String {
        var sum = 0
        var weight = 1
        for byte in front.utf8 {
            sum += (alphabet.firstIndex(of: byte) ?? 0) * weight
            weight = weight * 3 % 31
        }
        return String(UnicodeScalar(alphabet[(31 - sum % 31) % 31]))
    }

    /// The ninth character of an organisation code, modulo 11; ten is written X. Letters count from A = 10.
    private static func organisationCheck(_ body: String) -> String {
        let weights = [3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { sum, pair in
            sum + Int(pair.0 >= 65 ? pair.0 - 55 : pair.0 - 48) * pair.1
        }
        return ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "X"][(11 - sum % 11) % 11]
    }
}
