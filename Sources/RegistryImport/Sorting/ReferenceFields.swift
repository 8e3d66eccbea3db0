import Registry
import RegistryStore

/// Where a noun's records name parties, and scratch to read packed rows into.
///
/// `@unchecked Sendable`: used by one thread at a time, the one that makes batches and seals them.
final class ReferenceFields: @unchecked Sendable {
    /// The field of a party, and which of the record's references it is.
    private let parties: [(field: Int, reference: Int)]
    let slots: UnsafeMutableBufferPointer<Slot>

    init(_ noun: Noun) {
        var parties: [(field: Int, reference: Int)] = []
        var reference = 0
        for (place, field) in noun.fields.enumerated() {
            switch field.kind {
            case .party:
                parties.append((place, reference))
                reference += 1
            case .venue, .record: reference += 1
            default: break
            }
        }
        self.parties = parties
        slots = .allocate(capacity: noun.fields.count)
        slots.initialize(repeating: .null)
    }

    deinit { slots.deallocate() }

    /// The ids of the parties of a row that were met before.
    func known(of row: UnsafeRawPointer, _ ahead: PartyLookAhead) -> References {
        var references = References()
        guard !parties.isEmpty else { return references }
        PackedRow.read(row, to: slots)
        for (field, reference) in parties {
            if let name = slots[field].text { references[reference] = ahead.find(name) }
        }
        return references
    }

    /// Whether a row names a party whose id is not among its references.
    func misses(_ references: References) -> Bool {
        for (field, reference) in parties where references[reference] == 0 && !slots[field].isNull { return true }
        return false
    }

    /// Remembers the parties of the row in ``slots``.
    func learn(_ references: References, _ ahead: PartyLookAhead) {
        for (field, reference) in parties {
            if let name = slots[field].text, references[reference] > 0 { ahead.learn(name, id: references[reference]) }
        }
    }
}
