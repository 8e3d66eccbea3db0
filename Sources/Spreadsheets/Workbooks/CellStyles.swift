/// Which formats of a workbook's cells show a number as a date or a time (ECMA-376-1, 18.8).
final class CellStyles: XMLTaker {
    enum Look: UInt8 {
        case number, day, time
    }

    /// Formats of a workbook, as spreadsheet programs bound them.
    private static let most = 65_490

    /// By the number of the format, as cells name it.
    private(set) var looks: [Look] = []
    private var ownFormats: [Int: Look] = [:]
    private var isInCellFormats = false

    override func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "numFmt" {
            if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
                ownFormats[id] = Self.look(of: code)
                if ownFormats.count > Self.most { hasHadEnough = true }
            }
        } else if name == "cellXfs" {
            isInCellFormats = true
        } else if isInCellFormats, name == "xf" {
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            looks.append(ownFormats[id] ?? Self.builtIn(id))
            if looks.count > Self.most { hasHadEnough = true }
        }
    }

    override func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    /// 18.8.30, with the numbers that Chinese, Japanese and Korean programs use.
    private static func builtIn(_ id: Int) -> Look {
        switch id {
        case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
        case 18...21, 32...35, 45...47, 55, 56: .time
        default: .number
        }
    }

    /// Letters of a date or a time, outside quotes, brackets and escapes, in the part for positive numbers. `m` alone is a
    /// month; with an `h` or `s` it is minutes.
    static func look(of code: String) -> Look {
        var (hasDay, hasTime, hasMonth) = (false, false, false)
        var rest = code.lowercased()[...]
        while let letter = rest.popFirst() {
            switch letter {
            case ";": rest = ""
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                // Elapsed time, as hours beyond a day, is a number of its own.
                if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
                    return .number
                }
            case "y", "d", "年", "日": hasDay = true
            case "e" where rest.first != "+" && rest.first != "-": hasDay = true
            case "m": hasMonth = true
            case "h", "s": hasTime = true
            case "g" where rest.hasPrefix("eneral"): return .number
            case "0", "#", "?": if !hasTime { return hasDay || hasMonth ? .day : .number }
            default: break
            }
        }
        return hasDay || (hasMonth && !hasTime) ? .day : hasTime ? .time : .number
    }
}
