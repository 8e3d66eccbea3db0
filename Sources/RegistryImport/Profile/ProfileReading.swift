import Registry
import Spreadsheets
import YAML

extension VenueProfile {
    /// Reads a profile and checks all of it.
    ///
    /// - Parameter venue: the one whose it is to be; nil where that is not known.
    package init(yaml text: String, venue: String? = nil) throws(ProfileFaults) {
        try self.init(yaml: Array(text.utf8), venue: venue)
    }

    package init(yaml bytes: [UInt8], venue: String? = nil) throws(ProfileFaults) {
        let root: YAMLNode
        do throws(YAMLFault) {
            root = try YAMLNode(yaml: bytes)
        } catch {
            throw ProfileFaults(all: [ProfileFault(.yaml(error.kind), key: nil, at: error.place)])
        }
        let desk = ProfileDesk()
        var own: String?
        var files: [File] = []
        let keys = desk.keys(of: root, at: "", ["files", "venue"])
        if let node = keys["venue"] {
            own = desk.text(node, at: "venue")
            if let own, let venue, own != venue { desk.refuse(.ofAnotherVenue(own, venue: venue), "venue", node) }
        }
        if let node = keys["files"], let list = desk.list(node, at: "files") {
            if list.isEmpty { desk.refuse(.missing("match"), "files", node) }
            for (index, entry) in list.enumerated() {
                if let file = EntryReading(desk, number: index + 1).file(entry) { files.append(file) }
            }
        } else if keys["files"] == nil, desk.faults.isEmpty {
            desk.refuse(.missing("files"), nil, root)
        }
        guard desk.faults.isEmpty else { throw ProfileFaults(all: desk.inOrder) }
        self.init(venue: own, files: files, text: String(decoding: bytes, as: UTF8.self))
    }
}

/// Takes keys and values out of a document, and gathers all that is wrong with them.
final class ProfileDesk {
    private(set) var faults: [(fault: ProfileFault, place: YAMLPlace)] = []
    /// By pattern in small letters, the lines of the entries read so far.
    var matches: [String: Int] = [:]

    var inOrder: [ProfileFault] { faults.sorted { $0.place < $1.place }.map(\.fault) }

    func refuse(_ kind: ProfileFault.Kind, _ key: String?, _ node: YAMLNode) {
        faults.append((ProfileFault(kind, key: key, at: node.place), node.place))
    }

    /// Pairs whose keys are texts, each once.
    func pairs(of node: YAMLNode, at key: String) -> [(name: YAMLNode, text: String, value: YAMLNode)] {
        guard case .keys(let pairs) = node.content else {
            if !node.isNothing { refuse(.notKeys, key.isEmpty ? nil : key, node) }
            return []
        }
        var first: [String: Int] = [:]
        var found: [(name: YAMLNode, text: String, value: YAMLNode)] = []
        for (name, value) in pairs {
            guard let text = name.text else {
                refuse(.notAText, key.isEmpty ? nil : key, name)
                continue
            }
            if let line = first[text] {
                refuse(.doubledKey(text, firstLine: line), key.isEmpty ? nil : key, name)
                continue
            }
            first[text] = name.place.line
            found.append((name, text, value))
        }
        return found
    }

    /// The values of those keys that may stand here; a key without a value is as if it were left out.
    func keys(of node: YAMLNode, at key: String, _ known: [String]) -> [String: YAMLNode] {
        var values: [String: YAMLNode] = [:]
        for (name, text, value) in pairs(of: node, at: key) {
            guard known.contains(text) else {
                let nearest = nearestName(to: text, among: known)
                refuse(
                    .unknownKey(text, nearest: nearest, known: known), key.isEmpty ? nil : key, name)
                continue
            }
            if !value.isNothing { values[text] = value }
        }
        return values
    }

    func list(_ node: YAMLNode, at key: String) -> [YAMLNode]? {
        guard case .list(let nodes) = node.content else {
            refuse(.notAList, key, node)
            return nil
        }
        return nodes
    }

    func text(_ node: YAMLNode, at key: String) -> String? {
        guard let text = node.text else {
            refuse(.notAText, key, node)
            return nil
        }
        return text
    }

    /// Several texts, or one alone.
    func texts(_ node: YAMLNode, at key: String) -> [(text: String, node: YAMLNode)] {
        if let text = node.text { return [(text, node)] }
        return (list(node, at: key) ?? []).compactMap { each in text(each, at: key).map { ($0, each) } }
    }

    /// A text that has a meaning here.
    ///
    /// - Parameter words: those that would be taken, where they can be told one by one.
    func value<Value>(
        _ node: YAMLNode?, at key: String, _ expected: String, words: [String] = [], _ read: (String) -> Value?
    ) -> Value? {
        guard let node, let text = text(node, at: key) else { return nil }
        if let value = read(text) { return value }
        refuse(
            .badValue(text, expected: expected, nearest: nearestName(to: text, among: words)), key,
            node)
        return nil
    }
}

/// The known name that was probably meant: one that is a letter or two away, or begins the same.
func nearestName(to name: String, among known: [String]) -> String? {
    let plain = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
    let same = known.first { $0.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " } == plain }
    if let same { return same }
    if let near = PartyName.nearest(to: name, among: known) { return near }
    guard plain.count >= 4 else { return nil }
    return known.first { $0.hasPrefix(plain) || ($0.count >= 4 && plain.hasPrefix($0)) }
}
