/// Looks for the one column in which a row is not what was sealed: values that it may have held are put in its place one
/// after the other, and what was kept of the sealed row tells which of them it was.
struct ColumnSearch {
    struct Match: Hashable {
        /// The place of the column in the sealed line.
        let place: Int
        let field: [UInt8]
    }

    /// The fields of the line as it would be sealed now, as CSV writes them.
    let fields: [[UInt8]]
    private let line: [UInt8]
    private let ranges: [Range<Int>]
    private let isSealed: (UnsafeRawBufferPointer) -> Bool
    private var attempt: [UInt8] = []
    /// What fits. Of two that do, neither is known to be right.
    private(set) var matches: Set<Match> = []
    private(set) var tries = 0

    /// - Parameters:
    ///   - line: the row as it would be sealed now, without the line feed.
    ///   - isSealed: whether a line, with its line feed, is the one that was sealed.
    init(line: [UInt8], isSealed: @escaping (UnsafeRawBufferPointer) -> Bool) {
        self.line = line + [UInt8(ascii: "\n")]
        self.isSealed = isSealed
        ranges = Self.fields(of: line)
        fields = ranges.map { Array(line[$0]) }
    }

    mutating func attempt(_ field: [UInt8], at place: Int) {
        guard field != fields[place] else { return }
        tries += 1
        attempt.removeAll(keepingCapacity: true)
        attempt += line[..<ranges[place].lowerBound]
        attempt += field
        attempt += line[ranges[place].upperBound...]
        if attempt.withUnsafeBytes(isSealed) { matches.insert(Match(place: place, field: field)) }
    }

    /// Where the fields of a line of CSV lie.
    static func fields(of line: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var (start, isQuoted) = (0, false)
        for (place, byte) in line.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: ","), !isQuoted {
                ranges.append(start..<place)
                start = place + 1
            }
        }
        return ranges + [start..<line.count]
    }
}

extension ColumnSearch {
    /// Tries what a slip of a finger or a flipped bit would have made of a value: another bit, a byte too many, a number one
    /// or some powers of ten off.
    mutating func attemptSlips(at place: Int) {
        let value = fields[place].csvValue ?? []
        if let number = Int64(String(decoding: value, as: UTF8.self)) {
            var power: Int64 = 1
            for _ in 0..<16 {
                for digit: Int64 in 1...9 {
                    attempt(number &+ digit &* power, at: place)
                    attempt(number &- digit &* power, at: place)
                }
                if number % power == 0 { attempt(number / power, at: place) }
                attempt(number &* power, at: place)
                power *= 10
            }
            for bit in 0..<63 { attempt(number ^ (1 << Int64(bit)), at: place) }
            return
        }
        for (index, byte) in value.enumerated() {
            var other = value
            for bit in 0..<8 as Range<UInt8> {
                other[index] = byte ^ (1 << bit)
                attempt(other.csvField, at: place)
            }
            other.remove(at: index)
            attempt(other.csvField, at: place)
        }
    }

    mutating func attempt(_ number: Int64, at place: Int) { attempt(Array("\(number)".utf8), at: place) }
}
