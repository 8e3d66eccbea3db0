import ArgumentParser
import Registry
import RegistryImport
import RegistryStore
import Spreadsheets

/// What `void-deals` and its siblings share.
struct VoidManyOptions: ParsableArguments {
    @OptionGroup var correcting: CorrectingOptions

    @Option(
        help: ArgumentHelp("A file with the headings venue and code; - is standard input.", valueName: "file"),
        completion: .file())
    var from: String

    func void(_ noun: Noun) throws {
        let rows: [NamedRow]
        do throws(NamedRows.Refusal) {
            rows = try NamedRows.read(from, of: noun)
        } catch {
            throw Self.failure(error, in: from)
        }
        guard !rows.isEmpty else { throw Failure(.dataRefused, Words.file(from, Words.namesNo(noun))) }
        let outcome = try correcting.make { ledger, author throws(StoreError) in try ledger.void(rows, by: author) }
        switch outcome {
        case .failure(let refused):
            for row in refused.rows {
                Terminal.say((Bilingual(same: "\(from):\(row.row): ") + Words.of(row.why)).mapped(\.visible))
            }
            throw Failure(.dataRefused, Words.noneVoided(refused.rows.count, of: rows.count, noun))
        case .success(let voided): try show(voided, noun)
        }
    }

    private func show(_ voided: VoidedMany, _ noun: Noun) throws {
        let isDryRun = voided.receipt == nil
        switch correcting.output.format {
        case .table, .markdown, .csv:
            try Terminal.show(Words.voidedMany(voided.names.count, noun, change: voided.receipt?.change))
            ImportTalk.say(moved: voided.moved, isDryRun: isDryRun)
            if let receipt = voided.receipt {
                receipt.sayHowToTakeBack()
            }
        case .json, .jsonl:
            var object = JSONObject()
            object.add("noun", .text(noun.rawValue))
            object.add("voided", .integer(Int64(voided.names.count)))
            object.add("moved", ImportTalk.objects(ofMoved: voided.moved))
            object.add(voided.receipt, isDryRun: isDryRun)
            try Terminal.show(String(decoding: object.bytes, as: UTF8.self))
        }
    }

    private static func failure(_ refusal: NamedRows.Refusal, in path: String) -> Failure {
        switch refusal {
        case .file(let why): return Failure(Import.code(of: why), Words.file(path, Words.of(why)))
        case .missingHeadings(let headings):
            return Failure(.dataRefused, Words.file(path, Words.noHeading(for: headings)))
        case .rows(let rejections):
            ImportTalk.say(rejections, path: path)
            return Failure(.dataRefused)
        }
    }
}

struct VoidDeals: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-deals",
        abstract: "Say of many deals that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry import SH/deals.csv --venue SH --full year --missing missing.csv
              registry void-deals --from missing.csv --reason 'the venue took them out' --dry-run
              registry void-deals --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.deal) }
}

struct VoidListings: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-listings",
        abstract: "Say of many listings that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-listings --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.listing) }
}

struct VoidIntentions: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-intentions",
        abstract: "Say of many intentions that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-intentions --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.intention) }
}

struct VoidDemands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-demands",
        abstract: "Say of many demands that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-demands --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.demand) }
}

struct VoidContractRegistrations: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-contract-registrations",
        abstract:
            "Say of many registrations of contracts that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-contract-registrations --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.registration) }
}

struct VoidInstalments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-instalments",
        abstract: "Say of many instalments that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-instalments --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.instalment) }
}

struct VoidPayments: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-payments",
        abstract: "Say of many payments that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-payments --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.payment) }
}

struct VoidCertificates: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-certificates",
        abstract: "Say of many certificates that they never were, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-certificates --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.certificate) }
}

struct VoidServices: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void-services",
        abstract: "Say of many services that they were never rendered, all of them or none: those that a file names.",
        discussion: """
            EXAMPLES
              registry void-services --from missing.csv --reason 'the venue took them out'
            """)
    @OptionGroup var options: VoidManyOptions
    func run() throws { try options.void(.service) }
}
