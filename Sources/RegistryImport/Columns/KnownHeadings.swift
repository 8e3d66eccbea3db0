package import Registry

/// The headings under which the fields of a noun are recognised, for those who look for the right one.
package struct KnownHeadings: Sendable {
    package struct Named: Sendable {
        package let field: Field
        /// The field's own name first; money has its unit behind it.
        package let headings: [String]
    }

    package let noun: Noun
    package let fields: [Named]

    package init(_ noun: Noun) {
        self.noun = noun
        let words = Heading.words(of: noun)
        fields = noun.fields.map { field in
            Named(
                field: field,
                headings: [field.heading] + words.filter { $0.field == field.name }.flatMap { $0.words.sorted() })
        }
    }

    /// Known headings that a heading may have been meant as, the likest first, with their fields; three at most.
    package func nearest(to heading: Heading) -> [(heading: String, field: String)] {
        let own = Array(heading.bare)
        guard !own.isEmpty else { return [] }
        // A Chinese character says as much as a word: of those, fewer must be shared.
        let least = heading.bare.utf8.allSatisfy { $0 < 0x80 } ? 0.7 : 0.45
        var found: [(likeness: Double, heading: String, field: String)] = []
        for named in fields {
            let best = named.headings.map { known in (Self.likeness(own, Array(known.lowercased())), known) }
                .max { $0.0 < $1.0 }
            if let best, best.0 >= least { found.append((best.0, best.1, named.field.name)) }
        }
        return found.sorted { $0.likeness > $1.likeness }.prefix(3).map { ($0.heading, $0.field) }
    }

    /// The characters that stand in both in the same order, as a part of all.
    private static func likeness(_ left: [Character], _ right: [Character]) -> Double {
        var row = [Int](repeating: 0, count: right.count + 1)
        for a in left.prefix(100) {
            var corner = 0
            for (place, b) in right.enumerated() {
                let above = row[place + 1]
                row[place + 1] = a == b ? corner + 1 : max(above, row[place])
                corner = above
            }
        }
        return 2 * Double(row[right.count]) / Double(left.count + right.count)
    }
}
