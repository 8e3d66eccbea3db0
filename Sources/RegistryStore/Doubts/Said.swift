package import Spreadsheets

/// What a row says where it differs from a record, and what the record says there. As JSON
/// `{"amount_fen": 9000000, "our_amount_fen": 8000000}`: a name as in the views, and `our_` before it for the record's.
package struct Said: Hashable, Sendable {
    package struct Field: Hashable, Sendable {
        package let name: String
        package let theirs: Cell
        package let ours: Cell

        package init(_ name: String, theirs: Cell, ours: Cell) {
            (self.name, self.theirs, self.ours) = (name, theirs, ours)
        }

        package static func == (left: Field, right: Field) -> Bool {
            left.name == right.name && left.theirs == right.theirs && left.ours == right.ours
        }
        package func hash(into hasher: inout Hasher) { hasher.combine(name) }
    }

    package let fields: [Field]

    package init(_ fields: [Field]) { self.fields = fields }

    private static let own = "our_"

    /// - Throws: ``JSONFault`` for text that is none of ours.
    package init(json: String) throws(JSONFault) {
        let members = try JSONScanner.flatObject(Array(json.utf8))
        fields = members.filter { !$0.key.hasPrefix(Self.own) }.map { member in
            Field(
                member.key, theirs: member.value,
                ours: members.first { $0.key == Self.own + member.key }?.value ?? .null)
        }
    }

    package var json: String {
        var object = JSONObject()
        for field in fields {
            object.add(field.name, field.theirs)
            if field.ours != .null { object.add(Self.own + field.name, field.ours) }
        }
        return String(decoding: object.bytes, as: UTF8.self)
    }

    package subscript(name: String) -> Field? { fields.first { $0.name == name } }

    /// Whether an earlier row said all of it already: what the record says meanwhile does not matter.
    func isSaid(by earlier: Said) -> Bool {
        fields.allSatisfy { field in earlier[field.name]?.theirs == field.theirs }
    }
}
