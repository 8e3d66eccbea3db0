import Registry
import TestSupport

@testable import RegistryImport

/// A value as a test writes it.
enum Written: Hashable {
    case null
    case amount(Int64)
    case day(Int32)
    case term(UInt8)
    case text(String)

    init(_ slot: Slot) {
        switch slot {
        case .null: self = .null
        case .amount(let amount): self = .amount(amount.fen)
        case .day(let day): self = .day(day.number)
        case .term(let place): self = .term(place)
        case .text(let bytes): self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }

    static func random(_ dice: inout Dice) -> Written {
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: .null
        case 1: .amount(Int64.random(in: 0...Amount.largest.fen, using: &dice))
        case 2: .day(Int32.random(in: -100_000...100_000, using: &dice))
        case 3: .term(UInt8.random(in: 0...255, using: &dice))
        default: .text(String(repeating: "技a\"\n", count: Int.random(in: 0..<60, using: &dice)))
        }
    }
}

extension [Written] {
    /// Lends the values as slots, whose texts lie still for the time of the call.
    func withSlots<Result>(_ body: (UnsafeBufferPointer<Slot>) throws -> Result) rethrows -> Result {
        var texts: [UnsafeMutableBufferPointer<UInt8>] = []
        defer { for text in texts { text.deallocate() } }
        let slots = map { value -> Slot in
            switch value {
            case .null: return .null
            case .amount(let fen): return .amount(Amount(fen: fen))
            case .day(let number): return .day(Day(number: number))
            case .term(let place): return .term(place)
            case .text(let text):
                let room = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
                _ = room.initialize(from: text.utf8)
                texts.append(room)
                return .text(UnsafeBufferPointer(room))
            }
        }
        return try slots.withUnsafeBufferPointer(body)
    }

    /// The bytes of the row that these values make.
    func packed(key: String, row: Int = 2, offset: Int = 0) -> [UInt8] {
        withSlots { slots in
            let key = Array<UInt8>(key.utf8)
            return key.withUnsafeBytes { key in
                let most = PackedRow.mostLength(slots, keyLength: key.count)
                return [UInt8](unsafeUninitializedCapacity: most) { room, count in
                    guard let start = room.baseAddress else { return }
                    count = PackedRow.write(
                        slots, key: key, row: row, offset: offset, to: UnsafeMutableRawPointer(start))
                }
            }
        }
    }
}
