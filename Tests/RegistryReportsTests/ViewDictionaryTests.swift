import Registry
import RegistryReports
import RegistryStore
import SQLite
import TestSupport
import Testing

@Suite("What the views mean")
struct ViewDictionaryTests {
    private static let dictionary = ViewDictionary.standard

    private static func views() throws -> [(view: String, columns: [String])] {
        let folder = try TestFolder()
        let path = folder.file("r.sqlite")
        let author = Author(actor: "a", login: "a", uid: 1, host: "h", command: "registry init")
        _ = try Ledger.create(at: path, zone: Zone.standard, group: nil, author: author)
        return try Ledger(at: path, for: .readOnly).viewColumns()
    }

    @Test("every view and every column has its line, in both languages")
    func complete() throws {
        let views = try Self.views()
        #expect(views.count >= 38)
        for (view, columns) in views {
            #expect(Self.isWhole(Self.dictionary.meaning(of: view)), "\(view)")
            #expect(!columns.isEmpty)
            for column in columns {
                #expect(Self.isWhole(Self.dictionary.meaning(of: column, in: view)), "\(view).\(column)")
            }
        }
    }

    private static func isWhole(_ words: Bilingual?) -> Bool {
        guard let words else { return false }
        return !words.english.isEmpty && words.chinese.holdsHan
    }

    @Test("no line speaks of a view or a column that is not there")
    func noneOver() throws {
        let views = try Dictionary(uniqueKeysWithValues: Self.views().map { ($0.view, Set($0.columns)) })
        for (view, columns) in Self.dictionary.named {
            #expect(columns.subtracting(views[view] ?? []).isEmpty, "\(view): \(columns)")
            #expect(views[view] != nil, "\(view)")
        }
        #expect(Self.dictionary.sharedColumns.subtracting(views.values.reduce([]) { $0.union($1) }).isEmpty)
    }

    @Test("a unit in a column's name stands in its meaning")
    func units() throws {
        for (view, columns) in try Self.views() {
            for column in columns where column.hasSuffix("_fen") {
                let meaning = Self.dictionary.meaning(of: column, in: view)
                #expect(
                    meaning?.english.contains("fen") == true && meaning?.chinese.contains("分") == true,
                    "\(view).\(column)")
            }
            for column in columns where column.hasSuffix("_yuan") {
                #expect(columns.contains(column.dropLast(4) + "fen"), "\(view).\(column) has no exact column beside it")
            }
        }
    }
}
