import Testing

import enum Registry.CreditCode

@testable import SampleFeed

@Suite("Invented parties")
struct PartyTests {
    @Test("names differ, and name no bank, university or hospital")
    func names() {
        var dice = SplitMix64(seed: 7)
        let book = PartyBook(count: 2600, dice: &dice)
        #expect(Set(book.parties.map(\.name)).count == 2600)
        for party in book.parties {
            for word in ["大学", "银行", "学院", "医院", party.region] { #expect(!party.name.contains(word)) }
        }
        #expect(Set(PartyName.syllables).count == 64)
    }

    @Test("short names differ over more numbers than three syllables can tell apart")
    func shortNames() {
        let beyond = PartyName.stemCount * 8
        let names = Set((0..<20_000).map { PartyName.short(number: $0) })
            .union((beyond..<beyond + 20_000).map { PartyName.short(number: $0) })
        #expect(names.count == 40_000)
    }

    @Test(
        "check characters are those of a much quoted example and of one worked by hand",
        arguments: [("91350100M000100Y4", "3"), ("91110000000000000", "E")])
    func checkCharacter(front: String, check: String) {
        #expect(InventedCreditCode.check(front) == check)
    }

    @Test("a credit code is valid and has an invented body; codes differ")
    func creditCodes() {
        let codes = (0..<10_000).map { InventedCreditCode.invented(number: $0, isFirm: true, placeCode: "310000") }
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.withBytes(CreditCode.isValid) && $0.hasPrefix("91310000XXXX") })
    }
}
