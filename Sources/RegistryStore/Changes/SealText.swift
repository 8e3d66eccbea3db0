import Spreadsheets

/// What a change recorded in one table, as it enters its seal.
package struct SealedPart: Sendable, Equatable {
    package let table: String
    package let newRows: Int64
    package let newSHA256: String
    package let changedRows: Int64
    package let changedSHA256: String

    package init(table: String, newRows: Int64, newSHA256: String, changedRows: Int64, changedSHA256: String) {
        self.table = table
        self.newRows = newRows
        self.newSHA256 = newSHA256
        self.changedRows = changedRows
        self.changedSHA256 = changedSHA256
    }
}

package enum SealText {
    /// The text whose SHA-256 is the seal of a change: its format, the seal before it, its header, and its parts.
    package static func of(
        _ number: Int64, format: Int64, after previous: String?, at recordedAt: String, by author: Author,
        parts: [SealedPart]
    ) -> String {
        var line = CSVLine()
        line.appendField("registry-seal")
        line.appendField(format)
        line.endLine()
        line.appendField("previous")
        if let previous { line.appendField(previous) } else { line.appendNull() }
        line.endLine()
        line.appendField("change")
        line.appendField(number)
        line.appendField(author.command)
        if let reason = author.reason { line.appendField(reason) } else { line.appendNull() }
        line.appendField(author.actor)
        line.appendField(author.login)
        line.appendField(author.uid)
        line.appendField(author.host)
        line.appendField(recordedAt)
        line.endLine()
        for part in parts {
            line.appendField(part.table)
            line.appendField(part.newRows)
            line.appendField(part.newSHA256)
            line.appendField(part.changedRows)
            line.appendField(part.changedSHA256)
            line.endLine()
        }
        return String(decoding: line.bytes, as: UTF8.self)
    }
}
