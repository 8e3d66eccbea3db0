import ArgumentParser
import Registry
import Testing

@testable import RegistryCLI

@Suite("Plain words of an add-… command")
struct PlainAddingTests {
    static let deal = ["--venue", "SH", "--kind", "transfer", "--amount", "120万元", "--signed-on", "2022-06-21"]

    @Test(
        "are taken as the parser takes them",
        arguments: [
            deal,
            deal + ["--dry-run", "--actor", "registrar", "--wait", "5", "--format", "json", "--db", "a b.sqlite"],
            deal + ["--code", "D-1", "--title", "低温 灭菌", "--technical-amount", "1", "--payment-form", "royalty"],
            deal + ["--title", ""],
        ])
    func same(words: [String]) throws {
        let plain = try #require(PlainAdding(["add-deal"] + words))
        let parsed = try #require(try RegistryCommand.parseAsRoot(["add-deal"] + words) as? AddDeal)
        #expect(plain.noun == parsed.adding.noun)
        #expect(plain.values == parsed.adding.values)
        #expect(plain.format == parsed.format)
        let (terms, options) = (plain.terms, parsed.writing.terms)
        #expect(terms.path == options.path)
        #expect(terms.actor == options.actor)
        #expect(terms.isDryRun == options.isDryRun)
        #expect(terms.wait == options.wait)
    }

    @Test("every option of the parser is known", arguments: ["add-deal", "add-listing", "add-intention"])
    func options(command: String) throws {
        let noun = try #require(Noun(word: String(command.dropFirst(4))))
        let words = [command] + noun.fields.flatMap { [$0.option, "x"] }
        let plain = try #require(PlainAdding(words))
        #expect(plain.values.count == noun.fields.count)
        let parsed = try RegistryCommand.parseAsRoot(words)
        let adding =
            (parsed as? AddDeal)?.adding ?? (parsed as? AddListing)?.adding ?? (parsed as? AddIntention)?.adding
        #expect(plain.values == adding?.values)
    }

    @Test(
        "that are anything else are left to the parser",
        arguments: [
            ["--help"], deal + ["--help"], deal + ["-h"], deal + ["--foo", "1"], deal + ["--venue", "HZ"],
            deal + ["--title"], deal + ["--title=x"], deal + ["--title", "-x"], deal + ["x"], deal + ["--", "x"],
            deal + ["--wait", "-1"], deal + ["--wait", "86401"], deal + ["--wait", "x"], deal + ["--format", "xml"],
            deal + ["--dry-run", "--dry-run"], Array(deal.dropLast(2)), [],
        ])
    func other(words: [String]) {
        #expect(PlainAdding(["add-deal"] + words) == nil)
    }
}
