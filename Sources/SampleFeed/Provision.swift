import Registry

/// What banks, appraisers and others did at the venues beside the trade, up to a day. None of them exists.
///
/// It draws from a sequence of its own, so that the other records stay what they were.
struct Provision {
    private(set) var services: [Service] = []
    private let venues: [Venue]
    private let closing: Day
    private var dice = SplitMix64(seed: 20_201_119)

    private static let fenPerWan: Int64 = 1_000_000
    private static let quotaStepFen: Int64 = 10_000_000_000
    private static let series = ["技术经纪人培训", "技术合同登记实务培训", "科技成果转化政策解读"]

    init(at venues: [Venue], _ listed: ListingBook, _ deals: [Deal], _ book: PartyBook, through closing: Day) {
        (self.venues, self.closing) = (venues, closing)
        for place in venues.indices {
            let own = listed.listings.filter { $0.subject.venue == place }
            let sold = deals.filter { $0.subject.venue == place && $0.listing != nil }
            for listing in drawn(3...6, of: own) { keep(listing, at: place) }
            for listing in drawn(3...6, of: own) { value(listing, at: place) }
            for deal in drawn(2...4, of: sold) { match(deal, of: listed.listing(of: deal), at: place) }
            for listing in drawn(1...2, of: own) { matchInVain(listing, at: place) }
            lend(to: own.map(\.subject.owner).filter { book.parties[$0].isFirm }, at: place)
            for title in drawn(1...3, of: Self.series) { train(title, at: place) }
            for number in 1...dice.number(in: 1...2) { open(number, at: place) }
        }
        numberByDay()
    }

    private mutating func keep(_ listing: Listing, at venue: Int) {
        var service = Service(venue: venue, form: .custody, startedOn: listing.listedOn + dice.number(in: 0...20))
        (service.customer, service.listing) = (listing.subject.owner, listing.subject.code)
        (service.amountFen, service.endedOn) = (listing.askingPriceFen, listing.listedUntil + 30)
        add(service, by: "知识产权托管中心")
    }

    private mutating func value(_ listing: Listing, at venue: Int) {
        var service = Service(venue: venue, form: .valuation, startedOn: listing.listedOn + dice.number(in: 0...9))
        (service.customer, service.listing) = (listing.subject.owner, listing.subject.code)
        let found = listing.askingPriceFen.map { $0 / 1000 * Int64(dice.number(in: 900...1150)) }
        (service.amountFen, service.outcome) = (found, .succeeded)
        service.endedOn = service.startedOn + dice.number(in: 3...25)
        add(service, by: "资产评估有限公司")
    }

    /// It began when the listing was there. The fee is five thousandths of the price, in whole yuan.
    private mutating func match(_ deal: Deal, of listing: Listing?, at venue: Int) {
        let earliest = listing?.listedOn ?? venues[venue].joinedOn
        let startedOn = max(earliest, deal.signedOn + -dice.number(in: 5...40))
        var service = Service(venue: venue, form: .matchmaking, startedOn: startedOn)
        (service.customer, service.listing, service.deal) = (deal.buyer, deal.listing, deal.subject.code)
        (service.endedOn, service.outcome) = (deal.signedOn, .succeeded)
        service.amountFen = max(10_000, deal.amountFen / 1000 * 5 / 100 * 100)
        add(service, by: "技术转移有限公司")
    }

    /// A matchmaking names the demand that it was to answer.
    mutating func answer(_ demands: [Demand]) {
        for demand in demands { if let place = demand.service { services[place].demand = demand.code } }
    }

    private mutating func matchInVain(_ listing: Listing, at venue: Int) {
        var service = Service(venue: venue, form: .matchmaking, startedOn: listing.listedOn + dice.number(in: 5...30))
        (service.customer, service.listing) = (listing.subject.owner, listing.subject.code)
        service.endedOn = service.startedOn + dice.number(in: 20...90)
        service.outcome = dice.one(of: [.failed, .stopped])
        add(service, by: "技术转移有限公司")
    }

    /// A bank's programme and what is drawn of it, which its quota covers.
    private mutating func lend(to customers: [Int], at venue: Int) {
        let announcedOn = venues[venue].joinedOn + dice.number(in: 15...50)
        let amounts = (0..<dice.number(in: 3...5)).map { _ in Int64(dice.number(in: 50...3000)) * Self.fenPerWan }
        var programme = Service(venue: venue, form: .programme, startedOn: announcedOn)
        programme.title = "科技成果转化专项授信"
        programme.amountFen = (amounts.reduce(0, +) / Self.quotaStepFen + 1) * Self.quotaStepFen
        guard let parent = add(programme, by: "银行"), !customers.isEmpty else { return }
        for amount in amounts {
            var loan = Service(venue: venue, form: .loan, startedOn: announcedOn + dice.number(in: 5...400))
            (loan.customer, loan.parent, loan.amountFen) = (dice.one(of: customers), parent, amount)
            loan.endedOn = loan.startedOn + 365
            if let place = add(loan, by: "银行") { follow(loan, at: place) }
        }
    }

    /// Of six loans three run as agreed.
    private mutating func follow(_ loan: Service, at place: Int) {
        let (form, days, fen): (ServiceForm, Int, Int64)
        let lent = loan.amountFen ?? 0
        switch dice.number(below: 6) {
        case 0: (form, days, fen) = (.renewal, 365, lent)
        case 1: (form, days, fen) = (.deferral, 180, lent / 100 * 2)
        case 2: (form, days, fen) = (.relief, 3, lent / 1000 * 5)
        default: return
        }
        var event = Service(venue: loan.venue, form: form, startedOn: loan.startedOn + days)
        (event.customer, event.parent, event.amountFen) = (loan.customer, place, fen)
        if form == .renewal { event.endedOn = event.startedOn + 365 }
        add(event, by: "银行")
    }

    private mutating func train(_ title: String, at venue: Int) {
        let startedOn = venues[venue].joinedOn + dice.number(in: 10...300)
        var training = Service(venue: venue, form: .training, startedOn: startedOn)
        (training.title, training.attendees) = (title, "\(dice.number(in: 18...120))")
        (training.site, training.endedOn) = ("\(venues[venue].name)报告厅", startedOn + dice.number(in: 0...2))
        add(training, by: "科技培训中心")
    }

    /// One in four is closed by now.
    private mutating func open(_ number: Int, at venue: Int) {
        let startedOn = venues[venue].joinedOn + dice.number(in: 0...40)
        var point = Service(venue: venue, form: .servicePoint, startedOn: startedOn)
        (point.title, point.site) = (
            "\(venues[venue].region)第\(["一", "二"][number - 1])服务点", "科创路\(dice.number(in: 1...199))号"
        )
        let closedOn = startedOn + dice.number(in: 180...420)
        if dice.happens(perMille: 250), closedOn <= closing { point.closedOn = closedOn }
        add(point, by: "技术市场服务中心")
    }

    /// - Returns: its place; nil for what is after the closing day.
    @discardableResult
    private mutating func add(_ service: Service, by trade: String) -> Int? {
        guard service.startedOn <= closing else { return nil }
        services.append(service)
        services[services.count - 1].provider = PartyName.provider(at: service.venue, trade)
        return services.count - 1
    }

    private mutating func drawn<Element>(_ range: ClosedRange<Int>, of list: [Element]) -> ArraySlice<Element> {
        dice.shuffled(list).prefix(dice.number(in: range))
    }

    private mutating func numberByDay() {
        var codes = CodeBook()
        for place in services.indices.sorted(by: { (services[$0].startedOn, $0) < (services[$1].startedOn, $1) }) {
            let service = services[place]
            services[place].code = codes.next("S", venue: service.venue, year: service.startedOn.parts.year)
        }
    }
}
