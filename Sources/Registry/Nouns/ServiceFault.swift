/// Why a service cannot stand under the one that it names, though that is of the right kind.
package enum ServiceFault: Hashable, Sendable {
    /// It began before the other was announced or lent.
    case beforeItsParent(Day, parent: Day)
    /// It was drawn of a programme that stood open no more.
    case afterClosing(Day, closed: Day)
    case otherProvider(String, parent: String)
    /// All that is drawn of the programme, with it.
    case overdrawn(Amount, quota: Amount)
}

extension ServiceKind {
    /// Whether who renders it is who rendered what it names: a bank lends of its own programme, and renews or defers its
    /// own loan. A fee may be relieved by another.
    package var isOfParentsProvider: Bool { self == .loan || self == .renewal || self == .deferral }

    package var term: Vocabulary.Term {
        let terms = Vocabulary.serviceKind.terms
        return terms.first { $0.code == rawValue } ?? terms[0]
    }
}

extension Refusal {
    /// Whether it may pass once the other rows of the file are in.
    package var mayPass: Bool {
        switch self {
        case .serviceOfOtherKind, .service: true
        default: false
        }
    }
}
