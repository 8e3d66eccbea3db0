/// The places of the fields of a noun that tell what its records add to the totals.
package struct FlowFields: Sendable {
    package let day: Int?
    package let end: Int?
    /// See ``Noun/measuredBy``.
    package let measuredBy: Int?
    package let amount: Int?
    package let part: Int?
    /// The words of that field's vocabulary.
    private let measureWords: [String]

    package init(_ noun: Noun) {
        day = noun.datedBy.flatMap(noun.place)
        end = noun.endedBy.flatMap(noun.place)
        measuredBy = noun.measuredBy.flatMap(noun.place)
        amount = noun.valuedBy.flatMap(noun.place)
        part = noun.partlyValuedBy.flatMap(noun.place)
        if let measuredBy, case .term(let vocabulary) = noun.fields[measuredBy].kind {
            measureWords = vocabulary.terms.map(\.code)
        } else {
            measureWords = []
        }
    }

    package func terms(of slots: UnsafeBufferPointer<Slot>, isVoid: Bool) -> FlowTerms {
        FlowTerms(
            day: day.flatMap { slots[$0].day }, end: end.flatMap { slots[$0].day }, measuredBy: measureWord(slots),
            amount: amount.flatMap { slots[$0].amount }, part: part.flatMap { slots[$0].amount }, isVoid: isVoid)
    }

    private func measureWord(_ slots: UnsafeBufferPointer<Slot>) -> String {
        guard let measuredBy, case .term(let place) = slots[measuredBy] else { return "" }
        return measureWords[Int(place)]
    }
}
