import Registry

/// Writes up records for the venues that have joined on a day, and numbers them.
struct VenueDesk {
    private let venues: [Venue]
    private let book: PartyBook
    private var codes = CodeBook()

    private static let fieldWeights = [24, 3, 18, 15, 11, 9, 8, 1, 5, 3, 5]
    private static let askingBands = [(3, 20, 40), (20, 80, 33), (80, 300, 20), (300, 2000, 7)]
    private static let fenPerWan = 1_000_000

    init(venues: [Venue], book: PartyBook) {
        self.venues = venues
        self.book = book
    }

    mutating func intention(on day: Day, amountFen: Int64, dice: inout SplitMix64) -> Intention {
        let (field, kind) = technology(dice: &dice)
        let subject = subject("I", on: day, field: field, kind: kind, dice: &dice)
        return Intention(subject: subject, amountFen: amountFen, receivedOn: day)
    }

    /// Most listings ask a price; a few leave it open.
    mutating func listing(on day: Day, dice: inout SplitMix64) -> Listing {
        let (field, kind) = technology(dice: &dice)
        let subject = subject("L", on: day, field: field, kind: kind, dice: &dice)
        let band = Self.askingBands[dice.place(weights: Self.askingBands.map(\.2))]
        let asking = Int64(dice.number(in: band.0...band.1) * Self.fenPerWan)
        return Listing(
            subject: subject, kind: kind,
            mode: TradingMode.allCases[dice.place(weights: [78, 9, 4, 9])],
            askingPriceFen: dice.happens(perMille: 40) ? nil : asking,
            listedOn: day, listedUntil: day + dice.one(of: [20, 30, 30, 60, 90, 180, 365]),
            maturity: Maturity.allCases[dice.place(weights: [15, 22, 20, 24, 16, 3])])
    }

    /// Deals in the order of their days. Each takes a listing that was there a week before, but for one in twelve
    /// and for days on which all are sold; the listing then asks a price near the one that was paid.
    mutating func deals(
        days: [Day], amounts: [Int64], listings: inout [Listing], dice: inout SplitMix64
    ) -> [Deal] {
        var open: [Int] = []
        var seen = 0
        var deals: [Deal] = []
        for (day, amount) in zip(days, amounts) {
            while seen < listings.count, listings[seen].listedOn + 7 <= day {
                open.append(seen)
                seen += 1
            }
            if open.isEmpty || dice.happens(perMille: 85) {
                let (field, kind) = technology(dice: &dice)
                let subject = subject("D", on: day, field: field, kind: kind, dice: &dice)
                deals.append(deal(subject, mode: .agreement, listing: nil, amount, day, dice: &dice))
            } else {
                let chosen = dice.number(below: open.count)
                let place = open[chosen]
                open.swapAt(chosen, open.count - 1)
                open.removeLast()
                let asked = amount / 1000 * Int64(dice.number(in: 860...1000))
                listings[place].askingPriceFen = max(1, asked / 1_000_000) * 1_000_000
                let listing = listings[place]
                let subject = Subject(
                    venue: listing.subject.venue, code: code("D", venue: listing.subject.venue, on: day),
                    title: listing.subject.title, field: listing.subject.field, owner: listing.subject.owner)
                deals.append(
                    deal(subject, mode: listing.mode, listing: listing.subject.code, amount, day, dice: &dice))
            }
        }
        return deals
    }

    private func deal(
        _ subject: Subject, mode: TradingMode, listing: String?, _ amount: Int64, _ day: Day,
        dice: inout SplitMix64
    ) -> Deal {
        // The technical amount is at most the contract's, and most often the same.
        let isWhole = dice.happens(perMille: 810)
        let part = max(100, amount / 100_000 * Int64(dice.number(in: 550...980)) * 100)
        return Deal(
            subject: subject, kind: DealKind.allCases[dice.place(weights: [34, 22, 6, 22, 12, 4])], mode: mode,
            listing: listing, buyer: book.buyer(from: subject.owner, dice: &dice), amountFen: amount,
            technicalAmountFen: isWhole ? amount : min(amount, part),
            paymentForm: PaymentForm.allCases[dice.place(weights: [46, 38, 6, 10])], signedOn: day)
    }

    private func technology(dice: inout SplitMix64) -> (TechnologyField, AchievementKind) {
        let field = TechnologyField.allCases[dice.place(weights: Self.fieldWeights)]
        return (field, dice.one(of: Title.achievements(of: field)))
    }

    private mutating func subject(
        _ letter: String, on day: Day, field: TechnologyField, kind: AchievementKind, dice: inout SplitMix64
    ) -> Subject {
        // The first venue is the largest; the others differ from one another, always in the same way.
        let weights = venues.enumerated().map { place, venue in
            venue.joinedOn > day ? 0 : place == 0 ? 170 : 14 + place * 7 % 23
        }
        let venue = dice.place(weights: weights)
        return Subject(
            venue: venue, code: code(letter, venue: venue, on: day),
            title: Title.invented(field: field, kind: kind, dice: &dice), field: field,
            owner: book.holder(in: venues[venue].region, dice: &dice))
    }

    private mutating func code(_ letter: String, venue: Int, on day: Day) -> String {
        codes.next(letter, venue: venue, year: day.parts.year)
    }
}
