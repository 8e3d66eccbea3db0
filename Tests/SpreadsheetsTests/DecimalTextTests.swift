import Testing

@testable import Spreadsheets

@Suite("Numbers as decimal text")
struct DecimalTextTests {
    @Test(
        "a number loses its exponent, and digits beyond the fifteenth are rounded",
        arguments: [
            ("0", "0"), ("120", "120"), ("-7.50", "-7.5"), ("7.50", "7.50"), ("1234.5600000000001", "1234.56"),
            ("1.2E+3", "1200"),
            ("1.5e-7", "0.00000015"), ("0.1", "0.1"), ("0.30000000000000004", "0.3"), ("428.40000000000003", "428.4"),
            ("99999999999999.95", "100000000000000"), ("9999999999999999", "10000000000000000"), ("-0.0", "0"),
            ("489290024005183000", "489290024005183000"), ("1E15", "1000000000000000"),
            ("12345678901234567", "12345678901234600"),
            ("0.00012345678901234549", "0.000123456789012345"), ("x", "x"), ("1e999", "1e999"), ("1.2.3", "1.2.3"),
            ("", ""), ("-", "-"), (".5", "0.5"), ("5.", "5"), ("1e", "1e"), ("+3", "3"),
        ])
    func rounded(number: String, wanted: String) {
        var text: [UInt8] = []
        Array(number.utf8).withUnsafeBufferPointer { DecimalText.append($0, significant: 15, to: &text) }
        #expect(String(decoding: text, as: UTF8.self) == wanted)
    }
}
