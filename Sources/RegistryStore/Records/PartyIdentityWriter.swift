import Registry
import Spreadsheets

/// Makes what a party's row holds beside what was given: its name as matched, its salt, and the digest that is sealed.
final class PartyIdentityWriter {
    /// Room for the longest name that a field takes; matching never makes one longer.
    private let name = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1000)
    private let salt = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 32)
    private var random = SystemRandomNumberGenerator()

    deinit {
        name.deallocate()
        salt.deallocate()
    }

    /// The cell of a column that no field fills. Its bytes are lent until the next party.
    func cell(_ source: RecordTable.Source, slots: UnsafeBufferPointer<Slot>, makingSalt: Bool) -> StoredCell {
        switch source {
        case .field, .erased: return .null
        case .matchName:
            guard let bytes = slots.first?.text else { return .null }
            if PartyName.isMatched(bytes) { return .text(bytes) }
            let count = name.update(fromContentsOf: PartyName.matched(bytes.text).utf8)
            return .text(Bytes(rebasing: UnsafeBufferPointer(name)[..<count]))
        case .salt:
            guard makingSalt else { return .null }
            for half in 0..<2 {
                var word: UInt64 = random.next()
                for place in 0..<16 {
                    let digit = UInt8(truncatingIfNeeded: word & 15)
                    salt[half * 16 + place] = digit < 10 ? 0x30 + digit : 0x57 + digit
                    word >>= 4
                }
            }
            return .text(UnsafeBufferPointer(salt))
        }
    }

    /// Appends the sealed columns of a party whose cells are name, match_name, credit_code, region, salt and
    /// erased_sha256: the digest, then the region.
    func append(_ cells: UnsafeMutableBufferPointer<StoredCell>, to line: inout CSVLine) {
        line.appendField(
            PartyIdentity.digest(salt: bytes(cells[4]), name: bytes(cells[0]), creditCode: bytes(cells[2])))
        cells[3].append(to: &line)
    }

    private func bytes(_ cell: StoredCell) -> Bytes {
        if case .text(let bytes) = cell { bytes } else { Bytes(start: nil, count: 0) }
    }
}
