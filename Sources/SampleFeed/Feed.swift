/// Everything that the venues' files hold, made so that its totals are the published figures.
///
/// No source gives a number of deals: the one here is invented.
struct Feed {
    let figures: PublishedFigures
    let venues: VenueRoll
    let book: PartyBook
    let intentions: [Intention]
    let listings: [Listing]
    /// What the abstract of each listing tells.
    let descriptions: [Description]
    let listingBook: ListingBook
    let deals: [Deal]
    let settlement: Settlement
    let certification: Certification
    let provision: Provision
    let demanding: Demanding
    let registering: Registering

    static let inventedDealCount = 1204
    /// "5000余" on the opening day: so many more.
    private static let beyondAtLeast = 37
    private static let partyCount = 2600

    init(figures: PublishedFigures) throws(Problem) {
        let opening = try figures.openingDay()
        let closing = try figures.closingDay()
        let openingCount =
            Int(try figures.value(of: "intentions", asOf: opening, comparison: "at_least")) + Self.beyondAtLeast
        let openingFen = try figures.value(of: "intention_amount", asOf: opening)
        let closingCount = Int(try figures.value(of: "intentions", asOf: closing))
        let closingFen = try figures.value(of: "intention_amount", asOf: closing)
        let listingCount = Int(try figures.value(of: "listings", asOf: closing))
        let dealFen = try figures.value(of: "deal_amount", asOf: closing)

        self.figures = figures
        venues = try VenueRoll(figures: figures)
        var dice = SplitMix64(seed: 20_201_028)
        book = PartyBook(count: Self.partyCount, dice: &dice)
        var desk = VenueDesk(venues: venues.core, book: book)

        let after = TradingCalendar(first: opening + 1, last: closing, dice: &dice)
        let laterCount = closingCount - openingCount
        let intentionDays =
            Array(repeating: opening, count: openingCount) + after.days(count: laterCount, dice: &dice)
        let intentionAmounts =
            AmountShape.intentions.amounts(count: openingCount, totalFen: openingFen, dice: &dice)
            + AmountShape.intentions.amounts(count: laterCount, totalFen: closingFen - openingFen, dice: &dice)
        intentions = zip(intentionDays, intentionAmounts).map { day, amount in
            desk.intention(on: day, amountFen: amount, dice: &dice)
        }

        let calendar = TradingCalendar(first: opening, last: closing, dice: &dice)
        var listings = calendar.days(count: listingCount, dice: &dice).map { desk.listing(on: $0, dice: &dice) }
        let dealDays = TradingCalendar(first: opening + 12, last: closing, dice: &dice)
            .days(count: Self.inventedDealCount, dice: &dice)
        let dealAmounts = AmountShape.deals.amounts(
            count: Self.inventedDealCount, totalFen: dealFen, dice: &dice)
        deals = desk.deals(days: dealDays, amounts: dealAmounts, listings: &listings, dice: &dice)
        self.listings = listings
        settlement = Settlement(of: deals, through: closing)
        listingBook = ListingBook(listings)
        var tellings = SplitMix64(seed: 20_210_504)
        descriptions = listings.map { Description(of: $0.subject, dice: &tellings) }
        var provision = Provision(at: venues.core, listingBook, deals, book, through: closing)
        demanding = Demanding(
            listingBook, descriptions, deals, provision.services, at: venues.core, book, through: closing)
        provision.answer(demanding.demands)
        self.provision = provision
        certification = Certification(of: deals, settlement, provision.services, through: closing)
        registering = Registering(deals, at: venues.core, provision.services, through: closing)
    }
}
