import Registry
import Spreadsheets

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// Makes what a party's row holds beside what was given: its name as matched, its salt, and the digest that is sealed.
final class PartyIdentityWriter {
    /// Room for the longest name that a field takes; matching never makes one longer.
    private let name = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 1000)
    private let salt = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 32)
    private let random = RandomDigits()

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
            random.fill(salt)
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

/// Random hexadecimal digits from the system's generator, fetched many at a time.
private final class RandomDigits {
    private var pool: [UInt8] = []

    func fill(_ digits: UnsafeMutableBufferPointer<UInt8>) {
        for place in digits.indices {
            if pool.isEmpty { refill() }
            let digit = pool.removeLast()
            digits[place] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
    }

    private func refill() {
        // The most that getentropy(3) gives at a time.
        var bytes = [UInt8](repeating: 0, count: 256)
        guard getentropy(&bytes, bytes.count) == 0 else {
            // Where the kernel lacks it, the standard library knows another way.
            var random = SystemRandomNumberGenerator()
            return pool.append(contentsOf: (0..<32).map { _ in UInt8.random(in: 0...15, using: &random) })
        }
        for byte in bytes { pool += [byte >> 4, byte & 15] }
    }
}
