import Registry

// What the tests of this folder share: reading text that a test spells out.

extension Amount {
    init(reading text: String, unit: MoneyUnit? = nil) throws(Refusal) {
        self = try text.withBytes { (bytes) throws(Refusal) in try Amount.read(bytes, unit: unit) }
    }
}

extension Day {
    init(reading text: String, format: DayFormat? = nil) throws(Refusal) {
        self = try text.withBytes { (bytes) throws(Refusal) in try Day.read(bytes, format: format) }
    }
}

/// A value that was read, kept after the call.
enum Reading: Equatable {
    case null
    case amount(Int64)
    case day(String)
    case term(String)
    case text(String)

    init(_ field: Field, _ text: String, in context: ReadingContext) throws(Refusal) {
        self = try text.withBytes { (bytes) throws(Refusal) in
            switch try field.read(bytes, in: context) {
            case .null: return .null
            case .amount(let amount): return .amount(amount.fen)
            case .day(let day): return .day("\(day)")
            case .text(let bytes): return .text(bytes.text)
            case .term(let place):
                guard case .term(let vocabulary) = field.kind else { return .null }
                return .term(vocabulary.terms[Int(place)].code)
            }
        }
    }
}
