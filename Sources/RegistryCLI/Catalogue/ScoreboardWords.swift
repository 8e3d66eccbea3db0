import Registry
import RegistryImport

/// What is said of a night's scoreboard.
extension Words {
    /// Behind the venue's code.
    static func of(_ alarm: Alarm, in zone: Zone) -> String {
        switch alarm {
        case .missing(let match, let due, let days):
            "\(match.visible) is missing; it was due by \(clock(due, in: zone))"
                + (days > 0 ? ", \(days) working \(days == 1 ? "day" : "days") ago" : "")
        case .late(let file, let due, let placed):
            "\(file.visible) came late, \(clock(placed, in: zone)); it was due by \(clock(due, in: zone))"
        case .refused(let file, let reason):
            "\(file.visible) is refused" + (reason.map { ": \($0.visible)" } ?? "")
        case .empty(let file): "\(file.visible) is empty: it has no row of data"
        case .rejected(let file, let rows):
            "\(file.visible): \(rows) rejected \(rows == 1 ? "row is" : "rows are") not mended yet; see registry list rejects"
        case .conflicts(let file, let open):
            "\(file.visible): \(open) \(open == 1 ? "item waits" : "items wait") for a decision; see registry list reviews"
        case .recordsMissing(let file, let records):
            "\(file.visible) is complete and lacks \(records) \(records == 1 ? "record" : "records") that we have"
        case .rowsUnexpected(let file, let rows, let expected):
            "\(file.visible) has \(rows) \(rows == 1 ? "row" : "rows"), expected are "
                + (expected.upperBound == .max
                    ? "\(expected.lowerBound) or more" : "\(expected.lowerBound) to \(expected.upperBound)")
        case .takenBack(let file, let change):
            "\(file.visible) was imported by change \(change), which was taken back; it counts no more"
        case .amountJump(let before, let change):
            "deals of \(Amount(fen: before).groupedYuan) 元 before the night, and the night moved them by "
                + "\(change > 0 ? "+" : "")\(Amount(fen: change).groupedYuan) 元; see registry diff"
        case .unreadableProfile:
            "its profile cannot be read, so that nobody knows what is expected; see registry show-profile"
        }
    }

    static func behind(_ codes: [String]) -> String {
        "not in yet: \(codes.joined(separator: ", ").visible); a file of theirs was due and has not come, see registry status"
    }

    static func leftOut(_ columns: [String]) -> String {
        "left out to fit the terminal: \(columns.joined(separator: ", ")); --format csv shows them"
    }

    /// A moment here, to the minute: `2022-06-21 18:00`.
    static func clock(_ second: Int, in zone: Zone) -> String {
        let day = zone.day(ofSecond: second)
        let minute = (second - zone.second(of: day, hour: 0, minute: 0, second: 0)) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(day) \(two(minute / 60)):\(two(minute % 60))"
    }

    /// A night in one line.
    static func night(_ board: Scoreboard) -> String {
        let counts: [(Int64, String)] = [
            (board.venues.reduce(0) { $0 + $1.expected }, "expected"),
            (board.venues.reduce(0) { $0 + $1.arrived }, "arrived"), (board.venues.reduce(0) { $0 + $1.late }, "late"),
            (board.venues.reduce(0) { $0 + $1.due }, "due"), (board.venues.reduce(0) { $0 + $1.missing }, "missing"),
            (board.venues.reduce(0) { $0 + $1.refused }, "refused"),
        ]
        let files = counts.filter { $0.0 > 0 || $0.1 == "arrived" }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return "night of \(board.night): " + (board.isDue ? "" : "no file is due; ") + files
    }
}
