import Registry
import RegistryStore
import SQLite
import Testing

@Suite("Figures")
struct FigureTests {
    /// Records figures in one change, each as reported by others.
    private func record(_ figures: [Figure], in registry: TestRegistry) throws -> [Meeting] {
        var met: [Meeting] = []
        try registry.record { all throws(StoreError) in
            for figure in figures { met.append(try all.change.record(figure, known: nil, from: .hand)) }
        }
        return met
    }

    @Test("are new, unchanged, changed or doubled", arguments: [false, true])
    func meetings(inBulk: Bool) throws {
        let registry = try TestRegistry(inBulk: inBulk)
        let two = try figure(.deals, "2")
        #expect(try record([two, figure(.listings, "5")], in: registry) == [.absent, .absent])
        #expect(try record([two], in: registry) == [.unchanged])
        #expect(try registry.ledger.newestMoment()?.change == 2)
        let first = try registry.ledger.connection.rows("SELECT * FROM figure WHERE id = 1")
        #expect(try record([figure(.deals, "3"), figure(.deals, "4")], in: registry) == [.changed, .doubled])
        #expect(try registry.ledger.connection.rows("SELECT * FROM figure_history") == [first[0] + [3]])
        #expect(
            try registry.ledger.connection.rows("SELECT id, value, change_id FROM figure ORDER BY id") == [
                [1, "3", 3], [2, "5", 2],
            ])
        let kept = try registry.ledger.figures()
        #expect(kept.map(\.figure.metric) == [.deals, .listings])
        #expect(kept.map(\.earlierVersions) == [1, 0])
        #expect(kept.map(\.change) == [3, 2])
        #expect(kept.map(\.isOwn) == [false, false])
    }

    @Test("differ in anything that was printed", arguments: ["value", "unit", "source"])
    func differing(what: String) throws {
        let registry = try TestRegistry()
        _ = try record([figure(.deals, "2")], in: registry)
        let other =
            switch what {
            case "value": try figure(.deals, "2.0")
            case "unit": try figure(.deals, "2", unit: "宗")
            default: try figure(.deals, "2", source: "月报")
            }
        #expect(try record([other], in: registry) == [.changed])
        #expect(try registry.ledger.figures().map(\.figure) == [other])
    }

    @Test("of our own are kept apart from those of others, with the state they were published from")
    func own() throws {
        let registry = try TestRegistry()
        let moment = try #require(try registry.ledger.newestMoment())
        let two = try figure(.deals, "2")
        var met: [Meeting] = []
        try registry.record { all throws(StoreError) in
            met.append(try all.change.record(two, known: nil, from: .hand))
            met.append(try all.change.record(two, known: moment, from: .hand))
        }
        #expect(met == [.absent, .absent])
        let kept = try registry.ledger.figures()
        #expect(kept.map(\.isOwn) == [true, false])
        #expect(kept.first?.known?.change == 1)
        #expect(kept.first?.known?.seal == moment.seal)
        #expect(kept.last?.known == nil)
    }

    @Test(
        "an import that was made is found by the very file and the way it was read",
        arguments: [
            ("same", true), ("noun", false), ("options", false), ("sha256", false), ("name", true),
        ])
    func importing(what: String, isFound: Bool) throws {
        let registry = try TestRegistry()
        var counts = RowCounts()
        (counts.read, counts.new) = (7, 7)
        let file = registry.arrived("a.csv")
        #expect(try registry.ledger.importing(file) == nil)
        try registry.record { all throws(StoreError) in
            try all.change.record(file, id: try registry.ledger.nextFileID(), counts)
        }
        let asked = ArrivedFile(
            name: what == "name" ? "b.csv" : file.name, noun: what == "noun" ? .listing : file.noun, venue: nil,
            sha256: what == "sha256" ? "00" : file.sha256, sizeBytes: file.sizeBytes,
            options: what == "options" ? "" : file.options)
        let found = try registry.ledger.importing(asked)
        #expect(found?.change == (isFound ? 2 : nil))
        #expect(found?.read == (isFound ? 7 : nil))
        #expect(try registry.ledger.nextFileID() == 2)
    }
}
