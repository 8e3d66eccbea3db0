import Registry

/// What firms looked for at the venues, up to a day: what each matchmaking was to answer, and as much again that nobody was
/// asked to match. None of them exists.
///
/// It draws from a sequence of its own, so that the other records stay what they were.
struct Demanding {
    private(set) var demands: [Demand] = []
    private let venues: [Venue]
    private let book: PartyBook
    private var dice = SplitMix64(seed: 20_210_315)

    static let inventedCount = 204
    private static let fenPerWan: Int64 = 1_000_000

    init(
        _ listed: ListingBook, _ descriptions: [Description], _ deals: [Deal], _ services: [Service],
        at venues: [Venue], _ book: PartyBook, through closing: Day
    ) {
        (self.venues, self.book) = (venues, book)
        let prices = Dictionary(
            uniqueKeysWithValues: deals.map { ("\($0.subject.venue)/\($0.subject.code)", $0.amountFen) })
        for (number, service) in services.enumerated() where service.form == .matchmaking {
            guard let place = listed.place(of: service.listing, at: service.venue) else { continue }
            let listing = listed.listings[place]
            let price = service.deal.flatMap { prices["\(service.venue)/\($0)"] }
            let earliest = venues[service.venue].joinedOn
            ask(
                descriptions[place], of: listing, on: max(earliest, service.startedOn + -dice.number(in: 3...40)),
                fen: price, matched: (number, service))
        }
        while demands.count < Self.inventedCount {
            let place = dice.number(below: listed.listings.count)
            let listing = listed.listings[place]
            let day = listing.listedOn + dice.number(in: 0...45)
            if day <= closing { ask(descriptions[place], of: listing, on: day, fen: nil, matched: nil) }
        }
        numberByDay()
    }

    /// Who bought is who had asked, and had at least the price; others offer about what is asked.
    private mutating func ask(
        _ description: Description, of listing: Listing, on day: Day, fen: Int64?,
        matched: (place: Int, service: Service)?
    ) {
        let share = Int64(dice.number(in: fen == nil ? 850...1300 : 1000...1300))
        let isOpen = dice.happens(perMille: 90)
        let budget = (fen ?? listing.askingPriceFen).map { ($0 / 1000 * share / Self.fenPerWan + 1) * Self.fenPerWan }
        let stranger = book.buyer(from: listing.subject.owner, dice: &dice)
        let lastDay = day + dice.one(of: [30, 60, 90, 180, 365])
        demands.append(
            Demand(
                venue: listing.subject.venue, title: description.headline(dice: &dice),
                abstract: description.request(dice: &dice), field: listing.subject.field,
                demander: fen == nil ? stranger : matched?.service.customer ?? stranger,
                budgetFen: isOpen ? nil : budget, postedOn: day,
                postedUntil: max(lastDay, matched?.service.endedOn ?? lastDay), service: matched?.place))
    }

    private mutating func numberByDay() {
        demands = demands.enumerated().sorted { ($0.1.postedOn, $0.0) < ($1.1.postedOn, $1.0) }.map(\.element)
        var codes = CodeBook()
        for place in demands.indices {
            let demand = demands[place]
            demands[place].code = codes.next("N", venue: demand.venue, year: demand.postedOn.parts.year)
        }
    }
}
