extension Noun {
    /// What is wrong with a service as a whole: what its kind needs and lacks, or has and cannot have.
    static func refusal(ofService slots: UnsafeBufferPointer<Slot>) -> (field: Int, refusal: Refusal)? {
        guard case .term(let term) = slots[serviceKind] else { return nil }
        let word = Vocabulary.serviceKind.terms[Int(term)]
        guard let kind = ServiceKind(rawValue: word.code) else { return nil }
        for name in kind.needs where slots[Noun.service.knownPlace(of: name)].isNull {
            return (Noun.service.knownPlace(of: name), .serviceLacks(word, field: name))
        }
        if kind == .matchmaking, slots[serviceListing].isNull, slots[serviceDemand].isNull {
            return (serviceListing, .serviceLacks(word, field: "listing"))
        }
        for name in kind.lacks where !slots[Noun.service.knownPlace(of: name)].isNull {
            return (Noun.service.knownPlace(of: name), .serviceHasNo(word, field: name))
        }
        if kind.parent == nil, !slots[serviceParent].isNull {
            return (serviceParent, .serviceHasNo(word, field: "service"))
        }
        if !kind.standsOpen, !slots[serviceClosing].isNull {
            return (serviceClosing, .serviceHasNo(word, field: "closed_on"))
        }
        if kind.needs.contains("amount"), slots[serviceAmount].amount?.fen == 0 {
            return (serviceAmount, .amountOfNothing)
        }
        return ending(slots, from: serviceStart, to: serviceEnd)
            ?? ending(slots, from: serviceStart, to: serviceClosing)
    }

    private static let serviceKind = Noun.service.knownPlace(of: "kind")
    private static let serviceParent = Noun.service.knownPlace(of: "service")
    private static let serviceListing = Noun.service.knownPlace(of: "listing")
    private static let serviceDemand = Noun.service.knownPlace(of: "demand")
    private static let serviceAmount = Noun.service.knownPlace(of: "amount")
    private static let serviceStart = Noun.service.knownPlace(of: "started_on")
    private static let serviceEnd = Noun.service.knownPlace(of: "ended_on")
    private static let serviceClosing = Noun.service.knownPlace(of: "closed_on")
}

extension Slot {
    /// A value that is there, whatever it says.
    package static var anything: Slot { .text(Bytes(start: filler.utf8Start, count: filler.utf8CodeUnitCount)) }

    private static let filler: StaticString = "…"
}
