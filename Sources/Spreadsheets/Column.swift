/// What stands at the head of a column, and how people see the values under it.
package struct Column: Sendable, Equatable {
    package enum Alignment: Sendable, Equatable {
        case left, right
        /// In a table to the right where the first value is a number; elsewhere to the left.
        case ofValues
    }

    /// The key in JSON and the heading in CSV: snake_case, and stable from version to version.
    package let name: String
    /// What people read in a table; without it they read `name`.
    package private(set) var heading: String?
    package let alignment: Alignment
    /// Whether a table for a terminal shows 1234567 as 1,234,567. The other formats never group.
    package let groupsThousands: Bool
    /// Whether its texts say what the other columns of a line are, so that no table for a terminal cuts them.
    package let isLabel: Bool
    /// Where it stands among the columns that a table for a terminal does without before a text is cut beyond recognition: the
    /// lowest goes first. Nil for one that says too much for that.
    package let givesWay: Int?

    package init(
        _ name: String, heading: String? = nil, alignment: Alignment = .left, groupsThousands: Bool = false,
        isLabel: Bool = false, givesWay: Int? = nil
    ) {
        self.name = name
        self.heading = heading
        self.alignment = alignment
        self.groupsThousands = groupsThousands
        self.isLabel = isLabel
        self.givesWay = givesWay
    }

    /// The heading if there is one, else the name.
    package var title: String { heading ?? name }

    /// The same under another heading.
    package func under(_ heading: String) -> Column {
        var column = self
        column.heading = heading
        return column
    }
}
