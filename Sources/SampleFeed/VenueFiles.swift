/// The files of one venue, as it would hand them in.
struct VenueFiles {
    private let feed: Feed
    private let place: Int
    private let dialect: Dialect
    private let venueCode: String

    init(of feed: Feed, venueAt place: Int) {
        self.feed = feed
        self.place = place
        dialect = .of(venueAt: place)
        venueCode = feed.venues.core[place].code
    }

    func write(to folder: OutputFolder) throws(Problem) {
        try folder.write(text(dialect.parties, parties), to: "parties.csv")
        try folder.write(text(dialect.intentions, intentions), to: "intentions.csv")
        try folder.write(text(dialect.listings, listings), to: "listings.csv")
        try folder.write(text(dialect.demands, demands), to: "demands.csv")
        try folder.write(text(dialect.deals, deals), to: "deals.csv")
        try folder.write(text(dialect.instalments, instalments), to: "instalments.csv")
        try folder.write(text(dialect.payments, payments), to: "payments.csv")
        try folder.write(text(dialect.services, services), to: "services.csv")
        // One that joined of late has certified nothing yet, or had nothing registered.
        for (headings, rows, name) in [
            (dialect.certificates, certificates, "certificates.csv"),
            (dialect.registrations, registrations, "registrations.csv"),
        ] where !rows.isEmpty { try folder.write(text(headings, rows), to: name) }
    }

    private func text(_ headings: [String], _ rows: [[String]]) -> String {
        let mark = dialect.hasByteOrderMark ? "\u{FEFF}" : ""
        return mark + ([headings] + rows).map { CSVText.line($0) + dialect.lineEnd }.joined()
    }

    /// All who occur in the venue's other files, each once.
    private var parties: [[String]] {
        var places: Set<Int> = []
        for intention in feed.intentions where intention.subject.venue == place {
            places.insert(intention.subject.owner)
        }
        for listing in feed.listings where listing.subject.venue == place { places.insert(listing.subject.owner) }
        for deal in feed.deals where deal.subject.venue == place {
            places.formUnion([deal.subject.owner, deal.buyer])
        }
        for demand in feed.demanding.demands where demand.venue == place { places.insert(demand.demander) }
        let traders = places.sorted().map { number in
            let party = feed.book.parties[number]
            return [party.name, party.creditCode.isEmpty ? dialect.missing : party.creditCode, party.region]
        }
        let agents = certified.flatMap { [$0.particulars.sellerAgent, $0.particulars.buyerAgent] }.compactMap(\.self)
        let providers = feed.provision.services.filter { $0.venue == place }.map(\.provider)
        return traders + Set(providers + agents).sorted().map { [$0, dialect.missing, feed.venues.core[place].region] }
    }

    private var intentions: [[String]] {
        feed.intentions.filter { $0.subject.venue == place }.map { intention in
            [
                venueCode, intention.subject.code, intention.subject.title, dialect.word(intention.subject.field),
                name(intention.subject.owner), Dialect.decimal(intention.amountFen, dialect.amountUnit),
                "\(intention.receivedOn)",
            ]
        }
    }

    private var listings: [[String]] {
        zip(feed.listings, feed.descriptions).filter { $0.0.subject.venue == place }.map { listing, description in
            [
                venueCode, listing.subject.code, listing.subject.title, dialect.word(listing.kind),
                dialect.word(listing.subject.field), dialect.word(listing.mode), name(listing.subject.owner),
                listing.askingPriceFen.map { Dialect.decimal($0, dialect.priceUnit) } ?? dialect.missing,
                "\(listing.listedOn)", "\(listing.listedUntil)", dialect.word(listing.maturity),
                description.abstract(listing.maturity),
            ]
        }
    }

    private var demands: [[String]] {
        feed.demanding.demands.filter { $0.venue == place }.map { demand in
            [
                venueCode, demand.code, demand.title, demand.abstract, dialect.word(demand.field),
                name(demand.demander), known(demand.budgetFen.map { Dialect.decimal($0, dialect.amountUnit) }),
                "\(demand.postedOn)", "\(demand.postedUntil)",
            ]
        }
    }

    private var deals: [[String]] {
        feed.deals.filter { $0.subject.venue == place }.map { deal in
            [
                venueCode, deal.subject.code, deal.subject.title, dialect.word(deal.kind),
                dialect.word(deal.subject.field), dialect.word(deal.mode), deal.listing ?? dialect.missing,
                name(deal.subject.owner), name(deal.buyer), Dialect.decimal(deal.amountFen, dialect.amountUnit),
                Dialect.decimal(deal.technicalAmountFen, dialect.amountUnit), dialect.word(deal.paymentForm),
                "\(deal.signedOn)",
            ]
        }
    }

    private var instalments: [[String]] {
        feed.settlement.instalments.filter { feed.deals[$0.deal].subject.venue == place }.map { instalment in
            [
                venueCode, instalment.code, feed.deals[instalment.deal].subject.code, dialect.word(instalment.purpose),
                Dialect.decimal(instalment.amountFen, dialect.amountUnit), "\(instalment.dueOn)",
            ]
        }
    }

    private var payments: [[String]] {
        feed.settlement.payments.filter { feed.deals[$0.deal].subject.venue == place }.map { payment in
            let deal = feed.deals[payment.deal]
            let payer = payment.direction == .in ? name(deal.buyer) : dialect.missing
            return [
                venueCode, payment.code, deal.subject.code, dialect.word(payment.purpose),
                dialect.word(payment.direction), Dialect.decimal(payment.amountFen, dialect.amountUnit),
                "\(payment.paidOn)", payer, payee(of: payment, for: deal),
            ]
        }
    }

    /// Who gets what goes out of the account; a fee is the exchange's own.
    private func payee(of payment: Payment, for deal: Deal) -> String {
        guard payment.direction == .out else { return dialect.missing }
        switch payment.purpose {
        case .price, .royalty: return name(deal.subject.owner)
        case .deposit, .refund: return name(deal.buyer)
        case .fee: return dialect.missing
        }
    }

    private var certified: [Certificate] {
        feed.certification.certificates.filter { feed.deals[$0.deal].subject.venue == place }
    }

    private var certificates: [[String]] {
        certified.map { certificate in
            let deal = feed.deals[certificate.deal]
            let listing = feed.listingBook.listing(of: deal)
            let particulars = certificate.particulars
            return [
                venueCode, certificate.code, deal.subject.code, "\(certificate.issuedOn)",
                certificate.revokedOn.map { "\($0)" } ?? dialect.missing, deal.subject.title, dialect.word(deal.kind),
                dialect.word(deal.mode), "\(deal.signedOn)", name(deal.subject.owner), name(deal.buyer),
                Dialect.decimal(deal.amountFen, dialect.amountUnit),
                Dialect.decimal(certificate.feeFen, dialect.priceUnit), dialect.word(deal.paymentForm),
                known(listing?.listedOn), known(listing?.listedUntil),
                known(particulars.valuationFen.map { Dialect.decimal($0, dialect.amountUnit) }),
                known(particulars.sellerAgent), known(particulars.buyerAgent), Self.conclusion,
            ]
        }
    }

    private static let conclusion = "经审核，本项交易的主体、程序和价款结算符合交易规则，予以鉴证。"

    /// In the order of their days.
    private var services: [[String]] {
        let all = feed.provision.services
        return all.filter { $0.venue == place }.sorted { ($0.startedOn, $0.code) < ($1.startedOn, $1.code) }.map {
            service in
            [
                venueCode, service.code, dialect.word(service.form), known(service.title), service.provider,
                known(service.customer.map(name)), known(service.parent.map { all[$0].code }), known(service.listing),
                known(service.demand), known(service.deal),
                known(service.amountFen.map { Dialect.decimal($0, dialect.amountUnit) }),
                known(service.attendees), known(service.site), "\(service.startedOn)", known(service.endedOn),
                known(service.closedOn), known(service.outcome.map(dialect.word)),
            ]
        }
    }

    private var registrations: [[String]] {
        feed.registering.registrations.filter { feed.deals[$0.deal].subject.venue == place }.map { registration in
            let deal = feed.deals[registration.deal]
            let channel = registration.servicePoint == nil ? RegistrationChannel.online : .servicePoint
            return [
                venueCode, registration.code, deal.subject.code, deal.subject.title, dialect.word(deal.kind),
                dialect.word(deal.subject.field), name(deal.subject.owner), name(deal.buyer),
                Dialect.decimal(deal.amountFen, dialect.amountUnit),
                Dialect.decimal(deal.technicalAmountFen, dialect.amountUnit),
                "\(feed.venues.core[place].name)合同登记处", known(registration.servicePoint), dialect.word(channel),
                dialect.word(registration.isByCommitment ? YesOrNo.yes : .no), "\(registration.submittedOn)",
                known(registration.acceptedOn), known(registration.registeredOn), known(registration.refusedOn),
                known(registration.withdrawnOn), known(registration.cancelledOn),
            ]
        }
    }

    private func known(_ value: (some CustomStringConvertible)?) -> String {
        value.map { "\($0)" } ?? dialect.missing
    }

    private func name(_ party: Int) -> String { feed.book.parties[party].name }
}

extension Feed {
    /// Writes the whole folder: `venues.csv`, `figures.csv`, and a folder for each core venue.
    func write(to folder: OutputFolder) throws(Problem) {
        try folder.write(Venue.table(of: venues.all), to: "venues.csv")
        try folder.write(figures.text, to: "figures.csv")
        for place in venues.core.indices {
            let venueFolder = try folder.folder(named: venues.core[place].code)
            try VenueFiles(of: self, venueAt: place).write(to: venueFolder)
        }
    }
}
