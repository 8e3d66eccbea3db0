/// What happened to a record after it began, on a day of its own.
package protocol RecordEvent {
    /// The word that the ledger stores.
    var word: String { get }
    var effectiveOn: Day { get }
}

extension DealEvent: RecordEvent {
    package var word: String { kind.rawValue }
}

extension RecordEvent {
    /// Events by day; those of one day in the order in which they were recorded.
    package static func inOrder(_ events: [Self]) -> [(place: Int, event: Self)] {
        events.enumerated().map { ($0.offset, $0.element) }
            .sorted { ($0.event.effectiveOn, $0.place) < ($1.event.effectiveOn, $1.place) }
    }
}

extension DealEvent {
    /// Whether the events of a deal, in the order in which they were recorded, can stand together.
    ///
    /// - Parameter new: the place of the one that is being recorded; nil where one is taken away.
    /// - Throws: the ``CorrectionRefusal`` of the first that cannot follow on those before it.
    package static func check(_ events: [DealEvent], signedOn: Day, new: Int?) throws(CorrectionRefusal) {
        var inForce: DealEvent?
        for (place, event) in inOrder(events) {
            guard event.effectiveOn >= signedOn else { throw .beforeItBegan(event.effectiveOn, began: signedOn) }
            if let before = inForce {
                if before.kind == .terminated {
                    throw place == new
                        ? .isOver(kind: before.word, since: before.effectiveOn)
                        : .beforeALater(kind: event.word, on: event.effectiveOn)
                }
                if before.kind == event.kind, before.effectiveOn == event.effectiveOn {
                    throw .twiceOnADay(kind: event.word, on: event.effectiveOn)
                }
            }
            inForce = event
        }
    }

    /// The amount in force at the end of a day.
    package static func amountInForce(on day: Day, signed: Amount, _ events: [DealEvent]) -> Amount {
        inOrder(events).last { $0.event.kind == .amended && $0.event.effectiveOn <= day }?.event.amount ?? signed
    }
}
