import Spreadsheets

/// Small texts of comma-separated values, whole in memory.
enum CSVText {
    /// One line without its end. An empty cell stays bare, which `CSVLine` writes for a null.
    static func line(_ cells: [String]) -> String {
        var line = CSVLine()
        for cell in cells { cell.isEmpty ? line.appendNull() : line.appendField(cell) }
        return String(decoding: line.bytes, as: UTF8.self)
    }

    /// The rows of a text with LF or CRLF ends, quotes resolved; a byte-order mark is not taken off.
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            let following = place + 1 < bytes.count ? bytes[place + 1] : nil
            if byte == UInt8(ascii: "\"") {
                if isQuoted, following == byte {
                    cell.append(byte)
                    place += 1
                } else {
                    isQuoted.toggle()
                }
            } else if isQuoted {
                cell.append(byte)
            } else if byte == UInt8(ascii: ",") || byte == 10 {
                row.append(String(decoding: cell, as: UTF8.self))
                cell = []
                if byte == 10 {
                    rows.append(row)
                    row = []
                }
            } else if !(byte == 13 && following == 10) {
                cell.append(byte)
            }
            place += 1
        }
        if !cell.isEmpty || !row.isEmpty { rows.append(row + [String(decoding: cell, as: UTF8.self)]) }
        return rows
    }
}
