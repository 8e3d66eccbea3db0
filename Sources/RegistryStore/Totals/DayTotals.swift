import Registry

/// Totals by day, in blocks of 64 days, so that a million records a second can be added in little memory.
struct DayTotals {
    private static let daysInBlock = 64
    /// By block; few, and in their order. No dictionary, whose first use costs a start of the program dearly.
    private var blocks: [(block: Int, start: Int)] = []
    private var totals: [Total] = []
    private var lastBlock = Int.min
    private var lastStart = 0
    /// Whether a day's sum grew beyond what can be counted; then nothing of it may be used.
    private(set) var hasOverflowed = false

    var isEmpty: Bool { totals.allSatisfy { $0.count == 0 && $0.fen == 0 } }

    mutating func add(_ total: Total, on day: Day) {
        let block = Int(day.number >> 6)
        if block != lastBlock {
            lastBlock = block
            lastStart = start(of: block)
        }
        let place = lastStart + Int(day.number & 63)
        totals[place].count &+= total.count
        let (fen, isTooLarge) = totals[place].fen.addingReportingOverflow(total.fen)
        totals[place].fen = fen
        if isTooLarge { hasOverflowed = true }
    }

    private mutating func start(of block: Int) -> Int {
        let place = blocks.firstPlace { $0.block >= block }
        if place < blocks.count, blocks[place].block == block { return blocks[place].start }
        blocks.insert((block, totals.count), at: place)
        totals.append(contentsOf: repeatElement(Total(), count: Self.daysInBlock))
        return totals.count - Self.daysInBlock
    }

    /// The days with anything on them, in order.
    func ordered() -> [(day: Day, total: Total)] {
        var found: [(day: Day, total: Total)] = []
        for (block, start) in blocks {
            for offset in 0..<Self.daysInBlock {
                let total = totals[start + offset]
                guard total.count != 0 || total.fen != 0 else { continue }
                found.append((Day(number: Int32(block * Self.daysInBlock + offset)), total))
            }
        }
        return found
    }
}
