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

    /// The name as it is matched. Its bytes are lent until the next party.
    func matchName(of slots: UnsafeBufferPointer<Slot>) -> StoredCell {
        guard let bytes = slots.first?.text else { return .null }
        if PartyName.isMatched(bytes) { return .text(bytes) }
        let count = name.update(fromContentsOf: PartyName.matched(bytes.text).utf8)
        return .text(Bytes(rebasing: UnsafeBufferPointer(name)[..<count]))
    }

    /// A salt for one party. Its bytes are lent until the next.
    func newSalt() -> StoredCell {
        random.fill(salt)
        return .text(UnsafeBufferPointer(salt))
    }

    var lastSalt: Bytes { UnsafeBufferPointer(salt) }

    /// Appends the sealed columns of a party whose values are name, credit code and region: the digest, then the region.
    func append(_ slots: UnsafeBufferPointer<Slot>, salt: Bytes?, to line: inout CSVLine) {
        let none = Bytes(start: nil, count: 0)
        line.appendField(
            PartyIdentity.digest(salt: salt ?? none, name: slots[0].text ?? none, creditCode: slots[1].text))
        if let region = slots[2].text { line.appendField(region) } else { line.appendNull() }
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
            for _ in 0..<512 { pool.append(UInt8.random(in: 0...15, using: &random)) }
            return
        }
        for byte in bytes {
            pool.append(byte >> 4)
            pool.append(byte & 15)
        }
    }
}
