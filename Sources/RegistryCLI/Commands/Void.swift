import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

/// What the `void-…` commands share.
struct VoidOptions: ParsableArguments {
    @OptionGroup var correcting: CorrectingOptions

    func void(_ noun: Noun, _ text: String) throws {
        let name = try RecordName(text, of: noun)
        try correcting.run { _ in
            Words.void()
        } back: { correction in
            ["revert", "\(correction.receipt?.change ?? 0)"]
        } making: { ledger, author throws(StoreError) in
            try ledger.void(name, by: author)
        }
    }
}

struct VoidVenue: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-venue", abstract: "Say that a venue never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Code of the venue.", completion: .venueCode) var code: String
    func run() throws { try options.void(.venue, code) }
}

struct VoidParty: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-party", abstract: "Say that a party never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Name of the party.", completion: .recordName) var name: String
    func run() throws { try options.void(.party, name) }
}

struct VoidIntention: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-intention", abstract: "Say that an intention never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/I-2021-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.intention, name) }
}

struct VoidListing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-listing", abstract: "Say that a listing never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/L-2021-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.listing, name) }
}

struct VoidDeal: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-deal",
        abstract: "Say that a deal never was one: it counts for nothing, its code stays taken.",
        discussion: """
            EXAMPLES
              registry void-deal SH/D-2022-0001 --reason 'typed twice'
            """)
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/D-2022-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.deal, name) }
}

struct VoidDemand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-demand", abstract: "Say that a demand never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/N-2022-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.demand, name) }
}

struct VoidContractRegistration: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-contract-registration", abstract: "Say that a contract's registration never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and number, as in SH/2022310101000001.", completion: .recordName) var name: String
    func run() throws { try options.void(.registration, name) }
}

struct VoidInstalment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-instalment", abstract: "Say that an instalment was never agreed.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/D-2022-0001-I1.", completion: .recordName) var name: String
    func run() throws { try options.void(.instalment, name) }
}

struct VoidPayment: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-payment", abstract: "Say that a payment never was one.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/D-2022-0001-P1.", completion: .recordName) var name: String
    func run() throws { try options.void(.payment, name) }
}

struct VoidCertificate: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-certificate",
        abstract: "Say that a certificate never was one: another's, or one that is revoked.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and number, as in SH/C-2022-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.certificate, name) }
}

struct VoidService: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-service", abstract: "Say that a service was never rendered.")
    @OptionGroup var options: VoidOptions
    @Argument(help: "Venue and code, as in SH/S-2022-0001.", completion: .recordName) var name: String
    func run() throws { try options.void(.service, name) }
}
