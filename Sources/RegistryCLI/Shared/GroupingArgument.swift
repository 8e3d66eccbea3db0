import ArgumentParser
import RegistryStore

/// Spelled out, since what the parser would do by itself looks through all types of the program first.
extension Grouping: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }

    /// For help: `venue, …, seller-region or buyer-region`.
    static var names: String {
        "\(allValueStrings.dropLast().joined(separator: ", ")) or \(allValueStrings.last ?? "")"
    }
}

/// One key, or two with a comma between them.
struct Groupings {
    let groupings: [Grouping]

    /// Nil for none, more than two, one twice, and a word that is no key.
    init?(_ text: String) {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        groupings = words.compactMap(Grouping.init(rawValue:))
        guard groupings.count == words.count, (1...2).contains(words.count), Set(words).count == words.count else {
            return nil
        }
    }

    /// The groups follow one another in time, and accumulate.
    var isTime: Bool { groupings.allSatisfy(\.isTime) }
}
