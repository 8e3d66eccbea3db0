import Registry

/// A file of very many deals, made row by row in little memory.
///
/// A fifth as many parties as rows, each of them in the file; codes in random order; ten years of days.
struct BenchmarkDeals {
    let rowCount: Int
    let partyCount: Int
    private let seed: UInt64

    static let heading =
        "venue,code,title,kind,field,mode,seller,buyer,amount_yuan,technical_amount_yuan,signed_on\n"
    /// How many years of days there are, up to the closing day of the published figures.
    private static let yearCount = 10
    /// Lowest and highest amount in yuan, and how often of a thousand. The last two make four fifths of the value.
    private static let bands = [
        (10_000, 200_000, 420), (200_000, 800_000, 346), (800_000, 3_000_000, 150), (3_000_000, 9_900_000, 40),
        (10_000_000, 90_000_000, 34), (90_000_000, 180_000_000, 10),
    ]

    init(rowCount: Int, seed: UInt64) {
        self.rowCount = rowCount
        self.seed = seed
        partyCount = max(2, rowCount / 5)
    }

    /// Stops early, without an error, when the reader of a pipe has gone.
    func write(venues: [Venue], through lastDay: Day, to file: inout OutputFile) throws(Problem) {
        var dice = SplitMix64(seed: seed)
        let serials = KeyedOrder(count: rowCount, seed: dice.next())
        let sellers = KeyedOrder(count: partyCount, seed: dice.next())
        let serialWidth = max(6, String(rowCount).utf8.count)
        let venueCodes = venues.map { Array($0.code.utf8) }
        let fields = TechnologyField.allCases.map { field in
            (word: Array(field.rawValue.utf8), titles: Title.short(field: field).map { Array($0.utf8) })
        }
        let kinds = DealKind.allCases.map { Array($0.rawValue.utf8) }
        let modes = TradingMode.allCases.map { Array($0.rawValue.utf8) }
        let days = Self.days(through: lastDay).map { Array("\($0)".utf8) }

        try file.write(Self.heading)
        for row in 0..<rowCount where !file.isReaderGone {
            let seller = sellers[row]
            let anyone = dice.number(below: partyCount - 1)
            let buyer = anyone >= seller ? anyone + 1 : anyone
            let field = fields[dice.number(below: fields.count)]
            let day = days[dice.number(below: days.count)]
            let fen = Self.amountFen(dice: &dice)
            let technicalFen = dice.happens(perMille: 810) ? fen : fen / 1000 * Int64(dice.number(in: 550...980))
            let serial = serials[row]
            let venue = venueCodes[dice.number(below: venueCodes.count)]
            let title = field.titles[dice.number(below: field.titles.count)]
            let kind = kinds[dice.number(below: kinds.count)]
            let mode = modes[dice.number(below: modes.count)]
            try file.write { bytes in
                bytes += venue
                bytes += [UInt8(ascii: ","), UInt8(ascii: "D"), UInt8(ascii: "-")]
                bytes += day[0..<5]
                Self.append(Int64(serial), width: serialWidth, to: &bytes)
                for cell in [title, kind, field.word, mode] {
                    bytes.append(UInt8(ascii: ","))
                    bytes += cell
                }
                bytes.append(UInt8(ascii: ","))
                bytes += PartyName.short(number: seller).utf8
                bytes.append(UInt8(ascii: ","))
                bytes += PartyName.short(number: buyer).utf8
                Self.appendYuan(fen, to: &bytes)
                Self.appendYuan(technicalFen, to: &bytes)
                bytes.append(UInt8(ascii: ","))
                bytes += day
                bytes.append(10)
            }
        }
        try file.flush()
    }

    private static func days(through last: Day) -> [Day] {
        let (year, month, day) = last.parts
        let before = Day(year: year - yearCount, month: month, day: day)
        let first = before.map { $0 + 1 } ?? last
        return (first.number...last.number).map { Day(number: $0) }
    }

    /// Whole yuan for most, fen for one of thirty.
    private static func amountFen(dice: inout SplitMix64) -> Int64 {
        let band = bands[dice.place(weights: bandWeights)]
        let yuan = dice.number(in: band.0...band.1)
        switch dice.number(below: 30) {
        case 0: return Int64(yuan) * 100 + Int64(dice.number(below: 100))
        case 1...9: return Int64(yuan) * 100
        default: return Int64(yuan / 10_000) * 1_000_000
        }
    }

    private static let bandWeights = bands.map(\.2)

    /// A comma and the amount: decimals only where there are fen.
    private static func appendYuan(_ fen: Int64, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: ","))
        append(fen / 100, width: 1, to: &bytes)
        guard fen % 100 != 0 else { return }
        bytes.append(UInt8(ascii: "."))
        append(fen % 100, width: 2, to: &bytes)
    }

    private static func append(_ number: Int64, width: Int, to bytes: inout [UInt8]) {
        var divisor: Int64 = 1
        var digits = 1
        while number / divisor >= 10 || digits < width {
            divisor *= 10
            digits += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }
}
