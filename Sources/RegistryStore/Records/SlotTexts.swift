import Registry

/// Lends bytes for the values of a record that are no text in memory: its days and its terms.
final class SlotTexts {
    private let days: UnsafeMutableBufferPointer<UInt8>
    private let words: UnsafeMutableBufferPointer<UInt8>
    /// For each field, where the code of each of its terms lies.
    private let terms: [[Range<Int>]]

    init(_ fields: [Field]) {
        days = .allocate(capacity: fields.count * 10)
        days.initialize(repeating: 0)
        var bytes: [UInt8] = []
        terms = fields.map { field in
            guard case .term(let vocabulary) = field.kind else { return [] }
            return vocabulary.terms.map { term in
                bytes.append(contentsOf: term.code.utf8)
                return bytes.count - term.code.utf8.count..<bytes.count
            }
        }
        words = .allocate(capacity: bytes.count)
        _ = words.initialize(from: bytes)
    }

    deinit {
        days.deallocate()
        words.deallocate()
    }

    /// Valid until the next call for the same field.
    func cell(_ slot: Slot, field: Int) -> StoredCell {
        switch slot {
        case .null: return .null
        case .amount(let amount): return .integer(amount.fen)
        case .text(let bytes): return .text(bytes)
        case .term(let place): return .text(Bytes(rebasing: UnsafeBufferPointer(words)[terms[field][Int(place)]]))
        case .day(let day):
            let room = UnsafeMutableBufferPointer(rebasing: days[field * 10..<field * 10 + 10])
            day.write(to: room)
            return .text(Bytes(room))
        }
    }
}
