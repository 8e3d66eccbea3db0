import Registry
import SQLite

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Every text of a table held against the pairs of letters of one text: which of them each holds.
struct MatchScan {
    let pairs: LetterPairs
    private var ids: [Int64] = []
    /// Of each row as many words as the pairs need.
    private var bits: [UInt64] = []
    private var lengths: [Int] = []
    private var rowCount = 0
    /// How much each pair tells: the rarer, the more.
    private(set) var weights: [Double] = []

    init(_ pairs: LetterPairs) { self.pairs = pairs }

    /// - Parameter rows: id, title and abstract.
    mutating func run(_ rows: consuming Statement) throws(SQLiteError) {
        let words = pairs.words
        var own = [UInt64](repeating: 0, count: words)
        while try rows.step() {
            rowCount += 1
            let (title, abstract) = (rows.bytes(at: 1), rows.bytes(at: 2))
            let isAny = own.withUnsafeMutableBufferPointer { own in
                guard let start = own.baseAddress else { return false }
                own.update(repeating: 0)
                pairs.mark(title, into: start)
                pairs.mark(abstract, into: start)
                return own.contains { $0 != 0 }
            }
            guard isAny else { continue }
            ids.append(try rows.integer(at: 0))
            bits += own
            lengths.append(title.count + abstract.count)
        }
        weigh()
    }

    private mutating func weigh() {
        var rowsWith = [Int](repeating: 0, count: pairs.count)
        for place in bits.indices {
            var word = bits[place]
            let first = place % pairs.words * 64
            while word != 0 {
                rowsWith[first + word.trailingZeroBitCount] += 1
                word &= word - 1
            }
        }
        // As Robertson and Spärck Jones weigh a term (Okapi BM25); one that is nowhere tells nothing.
        weights = rowsWith.map { count in
            count == 0 ? 0 : log1p((Double(rowCount - count) + 0.5) / (Double(count) + 0.5))
        }
    }

    /// A row, and how well its text answers the one that was asked with: 1 where it holds all that is anywhere.
    struct Candidate {
        let id: Int64
        let text: Double
        fileprivate let place: Int
    }

    /// The best of them, in order.
    func best(_ most: Int) -> [Candidate] {
        let all = weights.reduce(0, +)
        guard all > 0 else { return [] }
        let mean = Double(lengths.reduce(0, +)) / Double(max(1, lengths.count))
        var best: [Candidate] = []
        for place in ids.indices {
            // A long text holds more by chance.
            let length = 0.8 + 0.2 * Double(lengths[place]) / mean
            let text = sum(at: place) / all / length
            if best.count == most, let last = best.last, last.text >= text { continue }
            let found = Candidate(id: ids[place], text: text, place: place)
            best.insert(found, at: best.firstPlace { $0.text < text })
            if best.count > most { best.removeLast() }
        }
        return best
    }

    private func sum(at place: Int) -> Double {
        var sum = 0.0
        for part in 0..<pairs.words {
            var word = bits[place * pairs.words + part]
            while word != 0 {
                sum += weights[part * 64 + word.trailingZeroBitCount]
                word &= word - 1
            }
        }
        return sum
    }

    /// What both texts say, what tells most of it first.
    func terms(of candidate: Candidate, most: Int) -> [String] {
        let first = candidate.place * pairs.words
        return pairs.runs(
            where: { bits[first + $0 >> 6] & (1 << UInt64($0 & 63)) != 0 }, weight: { weights[$0] }, most: most)
    }
}
