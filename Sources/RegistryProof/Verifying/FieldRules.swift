import Registry
import RegistryStore

/// Reads a noun's stored columns back into the values of its fields, and holds each against the rules of its field and the
/// record against those of its noun.
final class FieldRules {
    private struct Reading {
        let field: Int
        let place: Int
        let column: String
        let kind: Field.Kind
        let codes: [[UInt8]]
    }

    let noun: Noun
    /// The values of the row read last; of what names another record at the most that it is there.
    let slots: UnsafeMutableBufferPointer<Slot>
    private let readings: [Reading]

    init(_ noun: Noun, columns: [String]) {
        self.noun = noun
        let fields = noun.fields
        slots = .allocate(capacity: fields.count)
        slots.initialize(repeating: .null)
        readings = fields.enumerated().compactMap { index, field in
            guard let place = columns.firstIndex(of: field.column) else { return nil }
            switch field.kind {
            case .venue where !noun.asksForNamed, .record where !noun.asksForNamed, .party where !noun.asksForNamed:
                return nil
            case .term(let vocabulary):
                return Reading(
                    field: index, place: place, column: field.column, kind: field.kind,
                    codes: vocabulary.terms.map { Array($0.code.utf8) })
            default: return Reading(field: index, place: place, column: field.column, kind: field.kind, codes: [])
            }
        }
    }

    deinit { slots.deallocate() }

    /// - Parameters:
    ///   - today: the day on which the version was recorded; none of its dates lies after it.
    ///   - report: column, what was found, and what was expected.
    func read(
        _ values: UnsafeMutableBufferPointer<StoredValue>, today: Int32,
        report: (_ column: String, _ found: String?, _ expected: String) -> Void
    ) {
        for reading in readings {
            let value = values[reading.place]
            if case .null = value {
                slots[reading.field] = .null
                continue
            }
            switch reading.kind {
            case .amount:
                let fen = value.integer ?? -1
                // One that may not be is counted as nothing, so that no sum overflows.
                let isAmount = fen >= 0 && fen <= Amount.largest.fen
                slots[reading.field] = .amount(Amount(fen: isAmount ? fen : 0))
                if !isAmount { report(reading.column, value.shown, "0…\(Amount.largest.fen)") }
            case .day(let mayLieAhead):
                guard let day = value.day else {
                    slots[reading.field] = .null
                    report(reading.column, value.shown, "YYYY-MM-DD")
                    continue
                }
                slots[reading.field] = .day(day)
                if day.number > today, !mayLieAhead { report(reading.column, value.shown, "…\(Day(number: today))") }
            case .term:
                guard let place = value.text.flatMap({ bytes in Self.place(of: bytes, in: reading.codes) }) else {
                    slots[reading.field] = .null
                    report(
                        reading.column, value.shown,
                        reading.codes.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|"))
                    continue
                }
                slots[reading.field] = .term(place)
            case .venue, .record, .party: slots[reading.field] = .anything
            default: slots[reading.field] = value.text.map(Slot.text) ?? .null
            }
        }
        if let found = noun.refusal(of: UnsafeBufferPointer(slots)) {
            let other = found.refusal.limit
            report(noun.fields[found.field].column, shown(found.field, values), other)
        }
    }

    private func shown(_ field: Int, _ values: UnsafeMutableBufferPointer<StoredValue>) -> String? {
        readings.first { $0.field == field }.flatMap { values[$0.place].shown }
    }

    private static func place(of bytes: Bytes, in codes: [[UInt8]]) -> UInt8? {
        for (place, code) in codes.enumerated() where code.count == bytes.count {
            if code.withUnsafeBufferPointer({ $0.isSame(as: bytes) }) { return UInt8(place) }
        }
        return nil
    }
}

extension Refusal {
    /// The bound that a value of a record breaks, where another value of it is the bound.
    fileprivate var limit: String {
        switch self {
        case .technicalAmountAboveAmount(_, let amount): "…\(amount.fen)"
        case .endsBeforeItBegins(_, let begins), .beforeStep(_, _, let begins), .certifiedBeforeSigned(_, let begins):
            "\(begins)…"
        case .amountOfNothing: "1…"
        case .serviceLacks: "NOT NULL"
        case .neitherSubmittedNorRegistered: "NOT NULL"
        case .serviceHasNo, .cancelledAndNotRegistered, .registeredAndEnded, .refusedAndWithdrawn,
            .onlineAtServicePoint:
            "NULL"
        default: ""
        }
    }
}
