import Registry
import TestSupport
import Testing

@Suite("Stamps")
struct StampTests {
    @Test(
        "a stamp is read back from what it writes",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (1, "1970-01-01T00:00:00.000001Z"),
            (86_399_999_999, "1970-01-01T23:59:59.999999Z"), (86_400_000_000, "1970-01-02T00:00:00.000000Z"),
            (1_655_775_130_123_456, "2022-06-21T01:32:10.123456Z"),
            (253_402_300_799_999_999, "9999-12-31T23:59:59.999999Z"),
        ] as [(Int64, String)])
    func roundTrip(microseconds: Int64, text: String) {
        #expect(Stamp(microseconds: microseconds).description == text)
        #expect(Stamp(text)?.microseconds == microseconds)
    }

    @Test("any stamp is read back, and stamps are ordered as their texts are")
    func anyStamp() {
        var dice = Dice(seed: 2)
        let stamps = (0..<500).map { _ in
            Stamp(microseconds: Int64.random(in: 0...253_402_300_799_999_999, using: &dice))
        }
        #expect(stamps.allSatisfy { Stamp($0.description) == $0 })
        #expect(stamps.sorted().map(\.description) == stamps.map(\.description).sorted())
    }

    @Test(
        "every other form is refused",
        arguments: [
            "", "2022-06-21", "2022-06-21T01:32:10Z", "2022-06-21T01:32:10.123Z", "2022-06-21T01:32:10.1234567Z",
            "2022-06-21T01:32:10.123456", "2022-06-21T01:32:10.123456z", "2022-06-21t01:32:10.123456Z",
            "2022-06-21 01:32:10.123456Z", "2022-06-21T01:32:10,123456Z", "2022-06-21T01:32:10.12345+00:00",
            "2022/06/21T01:32:10.123456Z", "2022.06.21T01:32:10.123456Z", "  20220621T01:32:10.123456Z",
            "2022-06-31T01:32:10.123456Z", "2022-06-21T24:00:00.000000Z", "2022-06-21T23:60:00.000000Z",
            "2022-06-21T23:59:60.000000Z", "2022-06-21T-1:32:10.123456Z", "2022-06-21T+1:32:10.123456Z",
            "2022-06-21T-0:32:10.123456Z", "2022-06-21T 1:32:10.123456Z", "2022-06-21T01:32:10.+23456Z",
            "2022-06-21T01-32-10.123456Z", " 2022-06-21T01:32:10.12345Z", "1969-12-31T23:59:59.999999Z",
        ])
    func otherForms(text: String) {
        #expect(Stamp(text) == nil)
    }

    @Test("the first stamp is now, later than the registry was written")
    func first() throws {
        let written = try #require(Stamp("2024-01-01T00:00:00.000000Z"))
        #expect(Stamp.next(after: nil) > written)
    }

    @Test("a stamp follows the one before, though the clock stand still")
    func strictlyAfter() {
        var previous = Stamp.next(after: nil)
        for _ in 0..<1000 {
            let next = Stamp.next(after: previous)
            #expect(next > previous)
            previous = next
        }
    }

    @Test("when the clock goes back, a stamp is the microsecond after the one before")
    func clockBack() throws {
        let ahead = try #require(Stamp("9000-01-01T00:00:00.999999Z"))
        #expect(Stamp.next(after: ahead).description == "9000-01-01T00:00:01.000000Z")
    }
}
