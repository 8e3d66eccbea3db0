package import Registry

/// What the reading views mean, and each of their columns, in the two languages: read from the lists beside this file.
package struct ViewDictionary: Sendable {
    private let views: [String: Bilingual]
    /// Columns that mean something of their own in a view, by view.
    private let own: [String: [String: Bilingual]]
    /// What a column of a name means everywhere else.
    private let shared: [String: Bilingual]

    package static let standard = ViewDictionary(
        views: PackageResources.views_txt, columns: PackageResources.columns_txt)

    /// A line is a name, its meaning in English and in Chinese, with bars between; one that is indented belongs to the view
    /// above it. The first line of a list is a remark.
    init(views: [UInt8], columns: [UInt8]) {
        var (found, own, view) = ([String: Bilingual](), [String: [String: Bilingual]](), "")
        for line in Self.lines(views) {
            if line.isIndented {
                own[view, default: [:]][line.name] = line.meaning
            } else {
                view = line.name
                found[view] = line.meaning
            }
        }
        self.views = found
        self.own = own
        shared = Dictionary(Self.lines(columns).map { ($0.name, $0.meaning) }) { first, _ in first }
    }

    package func meaning(of view: String) -> Bilingual? { views[view] }

    package func meaning(of column: String, in view: String) -> Bilingual? { own[view]?[column] ?? shared[column] }

    /// The views and the columns of their own that the lists speak of.
    package var named: [String: Set<String>] {
        views.reduce(into: [:]) { $0[$1.key] = Set((own[$1.key] ?? [:]).keys) }
    }
    package var sharedColumns: Set<String> { Set(shared.keys) }

    private static func lines(_ bytes: [UInt8]) -> [(name: String, meaning: Bilingual, isIndented: Bool)] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst().compactMap { line in
            let parts = line.split(separator: "|").map { part in
                String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            }
            guard parts.count == 3 else { return nil }
            return (parts[0], Bilingual(parts[1], parts[2]), line.hasPrefix(" "))
        }
    }
}
