import Registry

/// Fingerprints of the new deals of a change, by which those are found that another venue has too: of the same parties,
/// amount and day. Seldom is one marked that nobody shares; none that is shared is missed.
///
/// A blocked Bloom filter: the six bits of a deal lie in one line of the processor's cache.
///
/// `@unchecked Sendable`: used by one thread at a time, like the ``RowSealing`` that fills it.
package final class DealPrints: @unchecked Sendable {
    /// Prints kept for a look at the rows; past them the rest is only counted.
    private static let mostShared = 400_000
    /// 8 MiB: enough for a million deals without a false mark, and for ten million with a few.
    private static let mostLines = 1 << 17
    private static let wordsPerLine = 8
    private static let bitsOfPrint = 6

    private let seller = Noun.deal.knownPlace(of: "seller")
    private let buyer = Noun.deal.knownPlace(of: "buyer")
    private let amount = Noun.deal.knownPlace(of: "amount")
    private let day = Noun.deal.knownPlace(of: "signed_on")
    /// Which references of a deal its parties are.
    private let sellerReference: Int
    private let buyerReference: Int
    private let into: [Int64: Int64]
    private let lines: UnsafeMutablePointer<UInt64>
    private let lineCount: Int
    private var firstVenue: Int64?
    /// Prints that rows of two venues of this change have, or seem to.
    private(set) var shared: [UInt64] = []
    private(set) var sharedOmitted = 0
    private(set) var count = 0
    private(set) var days: ClosedRange<Day>?

    /// - Parameters:
    ///   - rows: about how many there will be.
    ///   - into: for each merged party the one that stays.
    init(rows: Int64, into: [Int64: Int64]) {
        let references = ColumnPlan(RecordTable(.deal)).referenceColumns.map(\.column)
        sellerReference = references.firstIndex(of: "seller_id") ?? 0
        buyerReference = references.firstIndex(of: "buyer_id") ?? 0
        self.into = into
        var lineCount = 16
        while lineCount < Self.mostLines, Int64(lineCount) * 8 < rows { lineCount *= 2 }
        self.lineCount = lineCount
        lines = .allocate(capacity: lineCount * Self.wordsPerLine)
        lines.initialize(repeating: 0, count: lineCount * Self.wordsPerLine)
    }

    deinit { lines.deallocate() }

    /// Takes in a new deal. Those of a venue come one after the other.
    func take(_ slots: UnsafeBufferPointer<Slot>, _ references: References) {
        let (from, to) = (references[sellerReference], references[buyerReference])
        guard !slots[seller].isNull, !slots[buyer].isNull, let fen = slots[amount].amount?.fen, let day = slots[day].day
        else { return }
        let print = print(seller: from, buyer: to, fen: fen, day: day)
        count += 1
        days = days.map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
        // Rows of the first venue have none before them to be held against.
        if firstVenue == nil { firstVenue = references[0] }
        if references[0] != firstVenue, holds(print) { share(print) }
        mark(print)
    }

    /// Whether a deal of that print was marked, but for a few that were not.
    func holds(_ print: UInt64) -> Bool {
        let line = lines + place(print)
        return Self.allBits(of: print) { word, bit in line[word] & bit != 0 }
    }

    private func mark(_ print: UInt64) {
        let line = lines + place(print)
        _ = Self.allBits(of: print) { word, bit in
            line[word] |= bit
            return true
        }
    }

    /// Goes through six of the 512 bits of a line, each as the word that it is in and its place there, while they hold.
    @inline(__always)
    private static func allBits(of print: UInt64, hold: (_ word: Int, _ bit: UInt64) -> Bool) -> Bool {
        var bits = print
        for _ in 0..<bitsOfPrint {
            guard hold(Int(bits >> 6 & 7), 1 << (bits & 63)) else { return false }
            bits >>= 9
            if bits < 512 { bits = mix(print ^ bits) }
        }
        return true
    }

    private func place(_ print: UInt64) -> Int {
        (Int(truncatingIfNeeded: Self.mix(print) >> 20) & (lineCount - 1)) * Self.wordsPerLine
    }

    private func share(_ print: UInt64) {
        if shared.count < Self.mostShared { shared.append(print) } else { sharedOmitted += 1 }
    }

    func print(seller: Int64, buyer: Int64, fen: Int64, day: Day) -> UInt64 {
        let (seller, buyer) = (into[seller] ?? seller, into[buyer] ?? buyer)
        var print = Self.mix(UInt64(bitPattern: seller) &+ 0x9E37_79B9_7F4A_7C15)
        print = Self.mix(print ^ UInt64(bitPattern: buyer))
        print = Self.mix(print ^ UInt64(bitPattern: fen))
        return Self.mix(print ^ UInt64(truncatingIfNeeded: day.number))
    }

    /// splitmix64 (Steele, Lea, Flood 2014).
    private static func mix(_ value: UInt64) -> UInt64 {
        var mixed = value &+ 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
