import ArgumentParser
import Registry
import RegistryReports
import RegistryStore
import Spreadsheets

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "What the views mean that any SQLite tool reads, and each of their columns.",
        discussion: """
            EXAMPLES
              registry schema
              registry schema deals
              registry schema --all --format csv
            """)

    @OptionGroup var place: RegistryPlace
    @OptionGroup var output: FormatOption

    @Argument(help: "The columns of this view (default: the views).", completion: .view)
    var view: String?

    @Flag(help: "Every column of every view.")
    var all = false

    func validate() throws {
        if all, view != nil { throw ValidationError(Words.allViewsAndOne) }
    }

    func run() throws {
        let views = try place.openForReading().viewColumns()
        let dictionary = ViewDictionary.standard
        let isForPeople = output.format.isForPeople
        // Programs get both languages, whichever is spoken.
        func meaning(_ words: Bilingual?) -> [Cell] {
            guard let words else { return isForPeople ? [.null] : [.null, .null] }
            return isForPeople ? [.text(words[.current])] : [.text(words.english), .text(words.chinese)]
        }
        let meanings = isForPeople ? [Column("meaning")] : [Column("meaning"), Column("meaning_zh")]
        var rows: [[Cell]] = []
        var columns = [Column("view"), Column("columns", alignment: .right)]
        if let view {
            guard let found = views.first(where: { $0.view == view }) else {
                throw Failure(.misuse, Words.noView(view, among: views.map(\.view)))
            }
            columns = [Column("column")]
            rows = found.columns.map { [.text($0)] + meaning(dictionary.meaning(of: $0, in: view)) }
        } else if all {
            columns = [Column("view"), Column("column")]
            rows = views.flatMap { view, names in
                names.map { [.text(view), .text($0)] + meaning(dictionary.meaning(of: $0, in: view)) }
            }
        } else {
            rows = views.map { view, names in
                [.text(view), .integer(Int64(names.count))] + meaning(dictionary.meaning(of: view))
            }
        }
        var writer = SpokenRows(output.format)
        try writer.begin(columns + meanings)
        for row in rows { try writer.row(row) }
        try writer.endAndTell()
    }
}
