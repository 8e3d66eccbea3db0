import Registry
import Testing

/// The check character by the standard's rule, spelled out apart from the code under test (GB 32100-2015, 4.6).
private func checked(_ front: String) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    var (sum, weight) = (0, 1)
    for character in front {
        sum += (alphabet.firstIndex(of: character) ?? 0) * weight
        weight = weight * 3 % 31
    }
    return front + String(alphabet[sum % 31 == 0 ? 0 : 31 - sum % 31])
}

@Suite("Credit codes")
struct CreditCodeTests {
    /// 91350100M000100Y43 is the standard's own example.
    @Test(
        "a code whose check character holds is valid",
        arguments: [
            "91350100M000100Y43", checked("91310000MA1FL0000"), checked("12310000425006117"),
            checked("00000000000000000"),
            checked("YYYYYYYYYYYYYYYYY"),
        ])
    func valid(code: String) {
        #expect(code.withBytes(CreditCode.isValid))
    }

    @Test("one altered character is seen, wherever it stands and whatever it becomes")
    func altered() {
        let code = Array("91350100M000100Y43")
        for place in code.indices {
            for other in "0123456789ABCDEFGHJKLMNPQRTUWXY" where other != code[place] {
                var wrong = code
                wrong[place] = other
                #expect(!String(wrong).withBytes(CreditCode.isValid), "\(String(wrong))")
            }
        }
    }

    @Test(
        "what has another length or letter is no code",
        arguments: [
            "", "91350100M000100Y4", "91350100M000100Y430", "91350100m000100y43", "91350100M000100Y4I",
            "O1350100M000100Y43",
            "91350100M000100Y4３", " 91350100M000100Y4", "91350100M0001-0Y43", "000000000000000000000",
        ])
    func invalid(code: String) {
        #expect(!code.withBytes(CreditCode.isValid))
    }
}
