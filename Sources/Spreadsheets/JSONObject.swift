/// A JSON object on one line, whose keys stay in the order in which they were added.
package struct JSONObject: Sendable {
    private var members: [UInt8] = []

    package init() {}

    /// The object with its braces and without a line end.
    package var bytes: [UInt8] {
        [UInt8(ascii: "{")] + members + [UInt8(ascii: "}")]
    }

    /// A key added twice stands twice.
    package mutating func add(_ key: String, _ cell: Cell) {
        begin(key)
        JSONText.append(cell, to: &members)
    }

    package mutating func add(_ key: String, _ object: JSONObject) {
        begin(key)
        members.append(contentsOf: object.bytes)
    }

    package mutating func add(_ key: String, _ objects: [JSONObject]) {
        begin(key)
        members.append(UInt8(ascii: "["))
        for (position, object) in objects.enumerated() {
            if position > 0 { members.append(contentsOf: ", ".utf8) }
            members.append(contentsOf: object.bytes)
        }
        members.append(UInt8(ascii: "]"))
    }

    package mutating func add(_ key: String, texts: [String]) {
        begin(key)
        members.append(UInt8(ascii: "["))
        for (position, text) in texts.enumerated() {
            if position > 0 { members.append(contentsOf: ", ".utf8) }
            JSONText.append(text, to: &members)
        }
        members.append(UInt8(ascii: "]"))
    }

    private mutating func begin(_ key: String) {
        if !members.isEmpty { members.append(contentsOf: ", ".utf8) }
        JSONText.append(key, to: &members)
        members.append(contentsOf: ": ".utf8)
    }
}
