import Testing

import struct Registry.Day
import enum Registry.RegistrationNumber

@testable import SampleFeed

@Suite("The services and the registrations of the sample feed")
struct FeedProvisionTests {
    private let feed: Feed
    private let closing: Day

    init() throws {
        feed = try Feed(figures: PublishedFigures())
        closing = try feed.figures.closingDay()
    }

    @Test("a bank's quota covers what is lent of it, and what became of a loan names the loan")
    func loans() {
        let services = feed.provision.services
        var drawn: [Int: Int64] = [:]
        for service in services {
            switch service.form {
            case .loan:
                guard let parent = service.parent else {
                    Issue.record("\(service.code) is of no programme")
                    continue
                }
                #expect(services[parent].form == .programme && services[parent].venue == service.venue)
                #expect(services[parent].startedOn < service.startedOn)
                drawn[parent, default: 0] += service.amountFen ?? 0
            case .renewal, .deferral, .relief:
                let loan = service.parent.map { services[$0] }
                #expect(loan?.form == .loan && loan?.customer == service.customer)
            default: #expect(service.parent == nil)
            }
        }
        #expect(drawn.count > 15)
        for (programme, fen) in drawn { #expect(fen > 0 && fen < services[programme].amountFen ?? 0) }
    }

    @Test("every venue has some of the common kinds, and every kind and outcome occurs")
    func kinds() {
        let services = feed.provision.services
        for (place, venue) in feed.venues.core.enumerated() {
            let own = services.filter { $0.venue == place }
            #expect(own.allSatisfy { $0.startedOn >= venue.joinedOn && $0.startedOn <= closing }, "\(venue.code)")
            #expect(
                Set(own.map(\.form)).isSuperset(of: [
                    .custody, .valuation, .matchmaking, .programme, .servicePoint,
                ]), "\(venue.code)")
            #expect(own.filter { $0.form == .programme }.count == 1)
        }
        #expect(Set(services.map(\.form)) == Set(ServiceForm.allCases))
        #expect(Set(services.compactMap(\.outcome)) == Set(ServiceOutcome.allCases))
        #expect(services.contains { $0.closedOn != nil } && services.contains { $0.isOpen(on: closing) })
        #expect(services.allSatisfy { service in service.closedOn.map { $0 > service.startedOn } ?? true })
    }

    @Test("the days of a registration follow one another, and it was registered, refused or withdrawn")
    func registrations() {
        let registrations = feed.registering.registrations
        for registration in registrations {
            let days = [
                feed.deals[registration.deal].signedOn, registration.submittedOn, registration.acceptedOn,
                registration.registeredOn ?? registration.refusedOn ?? registration.withdrawnOn,
                registration.cancelledOn, closing,
            ].compactMap(\.self)
            #expect(days == days.sorted())
            let ends = [registration.registeredOn, registration.refusedOn, registration.withdrawnOn].compactMap(\.self)
            #expect(ends.count <= 1)
            #expect(feed.deals[registration.deal].kind != .equity)
            #expect(
                registration.code.withBytes { RegistrationNumber.flaw(of: $0, by: registration.submittedOn) }
                    == nil)
        }
        #expect(
            Set(registrations.map { "\(feed.deals[$0.deal].subject.venue)/\($0.code)" }).count == registrations.count)
        #expect(Set(registrations.map(\.code.utf8.count)) == [14, 16])
        func some(_ day: KeyPath<Registration, Day?>) -> Bool { registrations.contains { $0[keyPath: day] != nil } }
        #expect(some(\.registeredOn) && some(\.refusedOn) && some(\.withdrawnOn) && some(\.cancelledOn))
        #expect(registrations.contains { $0.acceptedOn == nil })
        #expect(registrations.filter { $0.servicePoint != nil }.count > registrations.count / 10)
    }

    @Test("each row is as wide as its headings, and who renders services is among the parties")
    func files() throws {
        let written = try WrittenFeed.shared.get()
        for (place, venue) in feed.venues.core.enumerated() {
            let rows = written.rows("\(venue.code)/services.csv")
            let own = feed.provision.services.filter { $0.venue == place }
            #expect(rows.count == own.count + 1 && Set(rows.map(\.count)) == [17])
            #expect(Set(rows.dropFirst().map { $0[1] }) == Set(own.map(\.code)))
            #expect(Set(own.map(\.code)).count == own.count)
            let parties = Set(written.rows("\(venue.code)/parties.csv").map { $0[0] })
            #expect(parties.isSuperset(of: own.map(\.provider)))
            let registered = written.rows("\(venue.code)/registrations.csv")
            let expected = feed.registering.registrations.filter { feed.deals[$0.deal].subject.venue == place }
            #expect(registered.dropFirst().map { $0[1] } == expected.map(\.code))
            #expect(Set(registered.map(\.count)) == (expected.isEmpty ? [] : [20]))
        }
    }
}
