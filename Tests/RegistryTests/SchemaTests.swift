import Registry
import Testing

@Suite("Fields and the tables that keep them")
struct SchemaTests {
    private static let ofEveryVersion = ["is_void", "change_id", "file_id", "file_row", "file_offset"]

    /// The columns of a field list as the store lays them out: a party also keeps its matched name, salt and digest.
    private func columns(of noun: Noun) -> [String] {
        var columns = noun.fields.map(\.column)
        if noun == .party {
            columns.insert("match_name", at: 1)
            columns += ["salt", "erased_sha256"]
        }
        return ["id"] + columns + Self.ofEveryVersion
    }

    @Test("a table has the columns of its noun's fields, in their order", arguments: Noun.allCases)
    func order(noun: Noun) throws {
        #expect(try #require(TableText(noun.rawValue)).columns.map(\.name) == columns(of: noun))
    }

    @Test("a history has the same columns and what replaced them", arguments: Noun.allCases)
    func history(noun: Noun) throws {
        let history = try #require(TableText("\(noun.rawValue)_history"))
        #expect(history.columns.map(\.name) == columns(of: noun) + ["replaced_by"])
    }

    @Test("a table demands the fields that are required, and keeps each in its type", arguments: Noun.allCases)
    func demands(noun: Noun) throws {
        let table = try #require(TableText(noun.rawValue))
        for field in noun.fields {
            let column = try #require(table.columns.first { $0.name == field.column })
            #expect(column.isRequired == field.isRequired, "\(noun).\(field.name)")
            let isNumber =
                switch field.kind {
                case .amount, .venue, .record, .party: true
                default: false
                }
            #expect(column.type == (isNumber ? "INTEGER" : "TEXT"), "\(noun).\(field.name)")
        }
    }

    @Test("a table takes the words of the vocabulary and no others", arguments: Noun.allCases)
    func words(noun: Noun) throws {
        let table = try #require(TableText(noun.rawValue))
        for field in noun.fields {
            let column = try #require(table.columns.first { $0.name == field.column })
            if case .term(let vocabulary) = field.kind {
                #expect(column.words == vocabulary.terms.map(\.code), "\(noun).\(field.name)")
            } else {
                #expect(column.words.isEmpty, "\(noun).\(field.name)")
            }
        }
    }

    @Test("a table that no migration creates is not found")
    func noTable() {
        #expect(TableText("demand_of_nobody") == nil)
    }
}
