import ArgumentParser

struct DealsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deals",
        abstract: "Write one large file of deals, for measuring.",
        discussion: "A file that is there is replaced.")

    static let rowRange = 1...100_000_000

    @Option(help: ArgumentHelp("How many deals, 1 to 100000000.", valueName: "n"))
    var rows: Int

    @Option(help: ArgumentHelp("The file to write; - is the standard output.", valueName: "file"))
    var output: String

    @Option(help: ArgumentHelp("Another number gives other deals.", valueName: "n"))
    var seed: UInt64 = 1

    func validate() throws {
        if !Self.rowRange.contains(rows) { throw ValidationError("--rows must be 1 to 100000000, not \(rows)") }
        if output.isEmpty { throw ValidationError("--output must name a file, or be -") }
    }

    func run() throws {
        try saying { () throws(Problem) in
            let figures = try PublishedFigures()
            try OutputFolder.createParents(of: output)
            var file = try OutputFile(path: output)
            try BenchmarkDeals(rowCount: rows, seed: seed)
                .write(venues: VenueRoll(figures: figures).core, through: figures.closingDay(), to: &file)
        }
    }
}
