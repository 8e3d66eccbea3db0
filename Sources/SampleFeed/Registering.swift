import Registry

/// The contracts of deals that an office was asked to register, and what it did, up to a day.
///
/// It draws from a sequence of its own, so that the other records stay what they were.
struct Registering {
    private(set) var registrations: [Registration] = []
    private let closing: Day
    private var dice = SplitMix64(seed: 20_210_301)
    /// By venue and year.
    private var serials: [[Int]: Int] = [:]

    /// A deal whose price is a share in a firm is no technology contract.
    init(_ deals: [Deal], at venues: [Venue], _ services: [Service], through closing: Day) {
        self.closing = closing
        for (place, deal) in deals.enumerated() where deal.kind != .equity && dice.happens(perMille: 300) {
            let submittedOn = deal.signedOn + dice.number(in: 1...20)
            guard submittedOn <= closing else { continue }
            let venue = deal.subject.venue
            let points = services.filter { $0.venue == venue && $0.form == .servicePoint && $0.isOpen(on: submittedOn) }
            var registration = Registration(
                deal: place, code: number(at: venue, in: venues[venue].region, submittedOn.parts.year),
                servicePoint: points.isEmpty || dice.happens(perMille: 600) ? nil : dice.one(of: points).title,
                isByCommitment: dice.happens(perMille: 350), submittedOn: submittedOn)
            decide(&registration)
            registrations.append(registration)
        }
    }

    /// Most are registered within three weeks; a few are withdrawn or refused, and one in fifty is cancelled later.
    private mutating func decide(_ registration: inout Registration) {
        registration.acceptedOn = past(registration.submittedOn + dice.number(in: 0...4))
        guard let acceptedOn = registration.acceptedOn, let endedOn = past(acceptedOn + dice.number(in: 1...15)) else {
            return
        }
        switch dice.number(below: 100) {
        case 0..<5: registration.refusedOn = endedOn
        case 5..<8: registration.withdrawnOn = endedOn
        case 8..<10:
            registration.registeredOn = endedOn
            registration.cancelledOn = past(endedOn + dice.number(in: 30...120))
        default: registration.registeredOn = endedOn
        }
    }

    private func past(_ day: Day) -> Day? { day <= closing ? day : nil }

    /// 16 digits at every second venue, 14 at the others: both are in use.
    private mutating func number(at venue: Int, in region: String, _ year: Int) -> String {
        serials[[venue, year], default: 0] += 1
        let place = (PartyBook.placeCode(of: region)?.prefix(4) ?? "3101") + padded(venue + 1, to: 2)
        return (venue % 2 == 0 ? "\(year)" : padded(year % 100, to: 2)) + place
            + padded(serials[[venue, year], default: 0], to: 6)
    }
}
