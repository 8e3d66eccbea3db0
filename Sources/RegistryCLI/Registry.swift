import ArgumentParser
import RegistryStore
import Spreadsheets

/// `registry`: one file a subcommand, each its options and one call into the library.
@main
struct RegistryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "registry",
        abstract:
            "The ledger of a technology exchange: venues, listings, deals, and cumulative totals that can be proven.",
        discussion: """
            EXAMPLES
              registry init
              registry import venues.csv SH/*.csv
              registry add-deal --venue SH --kind transfer --amount 120万元 \\
                --signed-on 2022-06-21
              registry totals --as-of 2022-06-21

            The registry is one SQLite file: --db PATH, else $REGISTRY_DB, else $XDG_DATA_HOME/registry/registry.sqlite.

            Every command takes --lang zh or en. A shell completes with registry --generate-completion-script bash (zsh, fish); \
            where the manual is installed, man registry and man registry-totals show it.

            EXIT CODES
              0 done · 1 a check did not hold, or part was refused · 64 misuse
              65 data refused · 66 input missing · 73 cannot create
              74 reading or writing failed · 75 busy, try again · 77 not allowed
            """,
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "The registry",
                subcommands: [
                    Init.self, Migrate.self, Backup.self, Restore.self, Publish.self, PackCommand.self,
                ]),
            CommandGroup(
                name: "Recording",
                subcommands: [
                    AddVenue.self, AddParty.self, AddIntention.self, AddListing.self, AddDemand.self, AddDeal.self,
                    AddContractRegistration.self, AddInstalment.self, AddPayment.self, IssueCertificate.self,
                    AddService.self, AddProgramme.self, AddTraining.self, AddServicePoint.self, Import.self,
                    Inspect.self,
                    SetProfile.self,
                ]),
            CommandGroup(
                name: "Correcting",
                subcommands: [
                    AmendVenue.self, AmendParty.self, AmendIntention.self, AmendListing.self, AmendDemand.self,
                    AmendDeal.self, AmendContractRegistration.self, AmendInstalment.self, AmendPayment.self,
                    AmendService.self,
                    TerminateDeal.self, SuspendListing.self, ResumeListing.self, WithdrawListing.self,
                    MoveIntention.self, MoveListing.self, MoveDeal.self, MergeParty.self, UnmergeParty.self,
                    VoidVenue.self, VoidParty.self, VoidIntention.self, VoidListing.self, VoidDemand.self,
                    VoidDeal.self, VoidContractRegistration.self, VoidInstalment.self, VoidPayment.self,
                    VoidCertificate.self, RevokeCertificate.self, VoidService.self,
                    VoidIntentions.self, VoidListings.self, VoidDemands.self, VoidDeals.self,
                    VoidContractRegistrations.self, VoidInstalments.self, VoidPayments.self, VoidCertificates.self,
                    VoidServices.self,
                    VoidDealEvent.self, VoidListingEvent.self,
                    Revert.self, Review.self, DropReject.self,
                ]),
            CommandGroup(name: "Proving", subcommands: [Verify.self, CheckpointCommand.self, VerifyCertificate.self]),
            CommandGroup(
                name: "Asking",
                subcommands: [
                    Totals.self, Report.self, Figures.self, List.self, Search.self, MatchCommand.self, Export.self,
                    Show.self, History.self, SettlementCommand.self, CertificateCommand.self, Diff.self, Explain.self,
                    Status.self, ShowProfile.self, SQLCommand.self, SchemaCommand.self,
                ]),
        ])

    static func main() {
        FileDescriptorSink.turnBrokenPipesIntoErrors()
        do {
            let words = SQLCommand.statementAsWord(in: try Invocation.checkedWords())
            if let adding = PlainAdding(words) { return try adding.run() }
            if var command = Dispatch.command(for: words, among: configuration.subcommands) { return try command.run() }
            if let mistake = Dispatch.mistake(in: words, among: configuration.subcommands) { throw mistake }
            var command = try parseAsRoot(words)
            try command.run()
        } catch {
            Failure.end(with: error)
        }
    }
}
