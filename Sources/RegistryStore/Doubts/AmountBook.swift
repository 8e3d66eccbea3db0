import Registry

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// How large the amounts of a venue's records are: a count for each eighth of a power of two, whatever their number.
struct AmountSpread {
    /// Eight between one power of two and the next; the largest amount is below 2^50.
    private static let steps = 8
    private var counts = [Int32](repeating: 0, count: 51 * steps)
    private(set) var count = 0

    /// Amounts of nothing tell nothing.
    mutating func add(_ fen: Int64) {
        guard fen > 0 else { return }
        counts[min(Self.place(fen), counts.count - 1)] += 1
        count += 1
    }

    /// The exponent of the number and the first three digits behind its leading one, in binary.
    private static func place(_ fen: Int64) -> Int {
        let exponent = 63 - fen.leadingZeroBitCount
        let behind = exponent >= 3 ? fen >> (exponent - 3) & 7 : fen << (3 - exponent) & 7
        return exponent * steps + Int(behind)
    }

    /// The amount below which so many of a hundred lie, to an eighth; nil of none.
    func quantile(_ hundredths: Int) -> Int64? {
        guard count > 0 else { return nil }
        var left = count * hundredths / 100
        for (place, number) in counts.enumerated() {
            left -= Int(number)
            guard left < 0 else { continue }
            let (exponent, behind) = (place / Self.steps, Int64(place % Self.steps))
            return exponent >= 3 ? (8 + behind) << (exponent - 3) : (8 + behind) >> (3 - exponent)
        }
        return nil
    }
}

/// The amounts of the new records of a change, venue by venue.
///
/// `@unchecked Sendable`: used by one thread at a time, like the ``RowSealing`` that fills it.
final class AmountBook: @unchecked Sendable {
    private(set) var spreads: [(venue: Int64, spread: AmountSpread)] = []

    /// Takes in an amount. Those of a venue come one after the other.
    func take(_ fen: Int64, of venue: Int64) {
        if spreads.last?.venue != venue { spreads.append((venue, AmountSpread())) }
        spreads[spreads.count - 1].spread.add(fen)
    }
}

/// What is told of a venue whose amounts are off from its own history by a power of ten.
struct AmountAlarm: Hashable, Sendable {
    let venue: Int64
    let newRows: Int
    let medianFen: Int64
    let usualFen: Int64
    /// How many zeros too many, or too few where it is negative.
    let power: Int

    /// Few rows tell nothing: prices of technology spread over four powers of ten.
    static let (leastNew, leastKnown) = (20, 50)

    /// Told where the bulk of the new amounts lies beyond nearly all of those known, and the medians are apart by about a
    /// power of ten or more; nil else. A night of small contracts is no alarm.
    init?(venue: Int64, new: AmountSpread, known: AmountSpread) {
        guard new.count >= Self.leastNew, known.count >= Self.leastKnown, let median = new.quantile(50),
            let usual = known.quantile(50), median > 0, usual > 0, let lower = new.quantile(25),
            let upper = new.quantile(75), let most = known.quantile(90), let least = known.quantile(10)
        else { return nil }
        let apart = log10(Double(median) / Double(usual))
        guard abs(apart) >= 0.75, apart > 0 ? lower > most : upper < least else { return nil }
        self.venue = venue
        newRows = new.count
        (medianFen, usualFen) = (median, usual)
        power = Int(apart.rounded())
    }
}
