/// A report, before it has a form: what it says, part by part.
package struct ReportPage: Sendable {
    /// As HTML names it: `zh-CN`.
    package let language: String
    package let title: String
    package let lead: String
    package var sections: [Section] = []

    package init(language: String, title: String, lead: String) {
        (self.language, self.title, self.lead) = (language, title, lead)
    }

    package struct Section: Sendable {
        /// Of letters and dashes, once in a page.
        package let id: String
        package let heading: String
        package var cards: [Card] = []
        package var paragraphs: [String] = []
        package var charts: [CurveChart] = []
        package var tables: [Table] = []

        package init(_ id: String, _ heading: String) {
            (self.id, self.heading) = (id, heading)
        }

        /// Whether it has a heading alone.
        package var isEmpty: Bool { cards.isEmpty && paragraphs.isEmpty && charts.isEmpty && tables.isEmpty }
    }

    /// A number at the head of a report.
    package struct Card: Sendable {
        package let name: String
        package let value: String
        package let note: String

        package init(_ name: String, _ value: String, note: String) {
            (self.name, self.value, self.note) = (name, value, note)
        }
    }

    package struct Table: Sendable {
        package let caption: String
        /// The first one names the rows.
        package let columns: [String]
        /// The columns that hold numbers, by their places.
        package let numbers: Set<Int>
        package var rows: [[String]] = []
        /// The shares of the rows in tenths of a percent, drawn beside the last column; none, or one a row.
        package var shares: [Int] = []
        package var notes: [String] = []
        /// Shown only when asked for, and not in print.
        package var isFolded = false

        package init(_ caption: String, _ columns: [String], numbers: Set<Int>) {
            (self.caption, self.columns, self.numbers) = (caption, columns, numbers)
        }
    }
}
