import Registry
import TestSupport
import Testing

@testable import RegistryCLI
@testable import RegistryImport

@Suite("What is wrong with a row, in two languages")
struct RejectWordsTests {
    /// One of each kind.
    static let all: [Refusal] = {
        let day = Day(number: 19_000)
        let amount = Amount(fen: 100)
        let vocabulary = Vocabulary.dealKind
        return [
            .missingAmount, .notAnAmount("12x"), .negativeAmount("-1"), .partOfAFen("0.001"), .amountTooLarge("9e9"),
            .rateAndNoAmount("元/年"), .amountWithoutUnit("5"), .unitsDisagree("5万", cell: .wan, heading: .yuan),
            .technicalAmountAboveAmount("7.00", amount: amount), .notADay("5/6/22"),
            .notADayOfFormat("x", format: "dmy"), .noSuchDay("2022-02-30"), .dayInTheFuture("2999-01-01", today: day),
            .endsBeforeItBegins("2020-01-01", begins: day), .afterItsEvents("2020-01-01", first: day),
            .notAnEvent("gone", words: ["amended", "terminated"]),
            .eventsCannotStand("2021-01-01 terminated", .beforeItBegan(day, began: day)),
            .otherEvents("2022-01-01 terminated", ours: "2022-02-01 terminated"),
            .missing(field: "code"), .unknownTerm("gift", vocabulary: vocabulary),
            .unknownWord("u", words: ["元", "项"]),
            .textTooLong(bytes: 900, most: 500), .controlCharacter("a", code: 7), .notUTF8("a"),
            .notInEncoding("a", encoding: "gb18030"), .lostCharacter("甲"), .notACreditCode("123"), .slashInVenue("A/B"),
            .notARegistrationNumber("123", .length), .amountOfNothing, .neitherSubmittedNorRegistered,
            .cancelledAndNotRegistered, .registeredAndEnded("2022-03-01"), .refusedAndWithdrawn,
            .onlineAtServicePoint, .beforeStep("2022-03-01", step: "submitted_on", day),
            .afterStep("2022-03-01", step: "accepted_on", day),
            .serviceLacks(Vocabulary.serviceKind.terms[0], field: "customer"),
            .serviceHasNo(Vocabulary.serviceKind.terms[0], field: "closed_on"),
            .serviceOfOtherKind(
                "S-1", is: Vocabulary.serviceKind.terms[0], needed: Vocabulary.serviceKind.terms[3]),
            .service("SH/B-1", of: "SH/C-1", .beforeItsParent(day, parent: Day(number: 19_001))),
            .service("SH/B-1", of: "SH/C-1", .afterClosing(day, closed: Day(number: 18_999))),
            .service("SH/B-1", of: "SH/C-1", .otherProvider("甲", parent: "乙")),
            .service("SH/B-1", of: "SH/C-1", .overdrawn(amount, quota: Amount(fen: 1))),
            .dealOfOtherListing("SH/D-1", listing: "SH/L-1", named: "SH/L-2"),
            .dealNamedWithListing("SH/M-1", listing: "SH/L-2"),
            .account(deal: "SH/D-1", .moreThanCameIn(.fee, on: Day(number: 19_000), out: 2, came: 1)),
            .account(deal: "SH/D-1", .moreGivenBack(on: Day(number: 19_000), back: 1)),
            .account(deal: "SH/D-1", .beyondPrice(on: Day(number: 19_000), sum: 2, price: 1)),
            .account(deal: "SH/D-1", .paidOnBeyondPrice(on: Day(number: 19_000), sum: 2, price: 1)),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .notSigned(until: Day(number: 19_001))),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .terminated(since: Day(number: 18_999))),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .priceNotIn(received: 1, price: 2)),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .noFee),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .feeNotIn(came: 1, due: 2)),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .another("SH/C-1")),
            .certificate(deal: "SH/D-1", on: Day(number: 19_000), .dealIsVoid),
            .certificateOfRow(deal: "SH/D-1", on: Day(number: 19_000), .noFee),
            .certificateSays("SH/C-1", .otherwise(field: "title", stated: "a", deal: nil)),
            .certificateStands("SH/C-1", deal: "SH/D-1", on: Day(number: 19_000), .noFee),
            .certifiedBeforeSigned("2022-01-01", signed: Day(number: 19_000)),
            .unknownVenue("NJ", nearest: "BJ"), .venueOfAnotherFile("NJ", fileVenue: "SH"),
            .unknownNamed(.listing, "L-1"),
            .voidNamed(.listing, "L-1"), .voidParty("甲"), .kindsDisagree("a", other: "b"),
            .namedOfAnotherVenue(.listing, "L-1", venue: "BJ"), .codeTaken("SH/1"), .codeTakenByVoid("SH/1"),
            .codeTakenByMoved("SH/1", now: "BJ/2"), .doubledCode("SH/1", rows: [2, 3]), .doubledCode("SH/1", rows: [2]),
            .shortRow(fields: 3, headings: 5), .longRow(fields: 6, headings: 5), .strayQuote, .textAfterQuote,
            .unclosedQuote, .nulByte, .bareCarriageReturn, .rowTooLong(most: 9),
            .totalDiffers("3", sumFen: 100, unit: .wan),
            .totalBelowRows("3", sumFen: 100, unit: .yuan), .countDiffers(printed: 2, rows: 3), .totalAboveRows,
            .repeatInTotal("3", first: 2),
            .codeOfAnotherDeal("D-1"), .errorCell("#N/A"),
            .formulaWithoutValue, .tooManyDigits("1E+17"), .brokenJSON, .noObject, .nestedValue, .doubledKey,
        ]
    }()

    /// What a refusal holds that both texts must tell.
    private static func told(_ refusal: Refusal) -> [String] {
        guard let inside = Mirror(reflecting: refusal).children.first?.value else { return [] }
        let values =
            Mirror(reflecting: inside).displayStyle == .tuple
            ? Mirror(reflecting: inside).children.map(\.value) : [inside]
        return values.compactMap { ($0 as? String) ?? ($0 as? Int).map(String.init) ?? ($0 as? Day).map { "\($0)" } }
    }

    @Test("stands in both, and both tell the values", arguments: all)
    func both(refusal: Refusal) {
        let words = Words.of(refusal)
        #expect(!words.english.isEmpty)
        #expect(words.chinese.holdsHan)
        for value in Self.told(refusal) {
            switch refusal {
            // The place tells what the words need not.
            case .notUTF8, .notInEncoding: continue
            // The step is named as people say it.
            case .beforeStep where value.hasSuffix("_on"), .afterStep where value.hasSuffix("_on"): continue
            case .missing: #expect(words.english.contains(value) && words.chinese.contains(value))
            default:
                #expect(words.english.contains(value), "\(words.english) does not tell \(value)")
                #expect(words.chinese.contains(value), "\(words.chinese) does not tell \(value)")
            }
        }
    }

    @Test("no kind of refusal is left out here")
    func complete() {
        func name(_ refusal: Refusal) -> String {
            String(describing: refusal).prefix { $0 != "(" }.description
        }
        // As many as the catalogue's switch has, which the compiler holds to be all.
        let catalogue =
            (try? TestFolder.text(PackageFolder.file("Sources/RegistryCLI/Catalogue/RefusalWords.swift"))) ?? ""
        let cases = catalogue.split(separator: "\n").filter { $0.contains("        case .") }
        #expect(Set(Self.all.map(name)).count == cases.count)
    }

    @Test("a line of it begins with its column, and holds no control character")
    func line() {
        let words = Words.inBoth(Rejection(row: 2, column: "成交金额", value: nil, refusal: .notAnAmount("1\n2")))
        #expect(words.english.hasPrefix("成交金额: '1\\n2' is no amount"))
        #expect(words.chinese.hasPrefix("成交金额：“1\\n2”不是金额"))
        #expect(Words.inBoth(Rejection(row: 2, column: nil, value: nil, refusal: .nulByte)).chinese == "含空字节（NUL）；请删去")
    }
}
