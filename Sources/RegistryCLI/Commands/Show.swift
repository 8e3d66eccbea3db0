import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one record, or one rejected row.",
        discussion: """
            EXAMPLES
              registry show deal SH/D-2022-0001
              registry show venue SH
              registry show party 澜砚生物技术有限公司 --format json
              registry show deal SH/D-2022-0001 --as-of 2022-06-30 --known-at 8
              registry show reject J12
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var times: TimesOptions
    @OptionGroup var output: FormatOption

    @Argument(
        help:
            """
            venue, party, intention, listing, demand, deal, contract_registration, instalment, payment, certificate, service or reject.
            """
    )
    var noun: ShownNoun

    @Argument(help: "Its name: SH/D-2022-0001, a venue's code, a party's name, J12.", completion: .recordName)
    var name: String

    func run() throws {
        switch noun {
        case .record(let noun): try show(noun)
        case .reject: try showReject()
        }
    }

    private func showReject() throws {
        guard let id = Reject.id(Array(name.utf8)) else { throw Failure(.misuse, Words.noReject(name)) }
        if times.isGiven { throw Failure(.misuse, Words.uselessTimes) }
        try RejectListing.show(try place.openForReading().reject(id), as: output.format)
    }

    private func show(_ noun: Noun) throws {
        let name = try RecordName(name, of: noun)
        let ledger = try place.openForReading()
        let viewpoint = try times.viewpoint(of: ledger)
        let values = try ledger.show(name, from: viewpoint) + ledger.drawn(of: name, from: viewpoint)
        let present = try ledger.presentName(of: name)
        if present != name { Terminal.say(Words.renamed(name, to: present)) }
        try OneRecord(noun: noun, values: values.map { ($0.column, $0.value) }).show(as: output.format)
    }
}

/// What can be shown one by one.
enum ShownNoun: ExpressibleByArgument {
    case record(Noun)
    case reject

    init?(argument: String) {
        if argument == "reject" || argument == "rejects" {
            self = .reject
        } else if let noun = Noun(word: argument) {
            self = .record(noun)
        } else {
            return nil
        }
    }

    static var allValueStrings: [String] { Noun.allValueStrings + ["reject"] }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}

extension Noun: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
