import ArgumentParser
import Registry
import RegistryStore
import Spreadsheets

struct MergeParty: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge-party",
        abstract: "Say that two names are of one party: records of the first show the second, which stays.",
        discussion: """
            EXAMPLES
              registry merge-party 澜砚生物 澜砚生物技术有限公司 --reason 'short for it'
            """)

    @OptionGroup var correcting: CorrectingOptions
    @Argument(help: "The name that goes.", completion: .recordName) var name: String
    @Argument(help: "The name that stays.", completion: .recordName) var into: String

    func run() throws {
        let (gone, stays) = (try RecordName(name, of: .party), try RecordName(into, of: .party))
        try correcting.run { _ in
            Words.merged(into: stays.code)
        } back: { _ in
            ["unmerge-party", name]
        } making: { ledger, author throws(StoreError) in
            try ledger.merge(gone, into: stays, by: author)
        }
    }
}

struct UnmergeParty: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unmerge-party", abstract: "Say that a party is not the one that it was merged into.",
        discussion: """
            EXAMPLES
              registry unmerge-party 澜砚生物 --reason 'another firm after all'
            """)

    @OptionGroup var correcting: CorrectingOptions
    @Argument(help: "The name that was merged into another.", completion: .recordName) var name: String

    func run() throws {
        let party = try RecordName(name, of: .party)
        try correcting.run { _ in
            Words.ownParty()
        } back: { correction in
            ["merge-party", name, correction.fields.first { $0.column == "name" }?.before.plainText ?? ""]
        } making: { ledger, author throws(StoreError) in
            try ledger.unmerge(party, by: author)
        }
    }
}
