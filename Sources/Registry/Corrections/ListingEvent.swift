/// What became of a listing after it was published. It stays in the cumulative count of listings.
package struct ListingEvent: Hashable, Sendable, RecordEvent {
    package enum Kind: String, Sendable {
        case suspended, resumed
        /// Nothing follows on a withdrawal.
        case withdrawn
    }

    package let kind: Kind
    package let effectiveOn: Day

    package init(kind: Kind, effectiveOn: Day) {
        self.kind = kind
        self.effectiveOn = effectiveOn
    }

    package var word: String { kind.rawValue }

    /// Whether the events of a listing, in the order in which they were recorded, can stand together.
    ///
    /// - Parameter new: the place of the one that is being recorded; nil where one is taken away.
    /// - Throws: the ``CorrectionRefusal`` of the first that cannot follow on those before it.
    package static func check(_ events: [ListingEvent], listedOn: Day, new: Int?) throws(CorrectionRefusal) {
        var last: ListingEvent?
        for (place, event) in inOrder(events) {
            guard event.effectiveOn >= listedOn else { throw .beforeItBegan(event.effectiveOn, began: listedOn) }
            do throws(CorrectionRefusal) {
                try event.checkFollows(last)
            } catch {
                throw place == new ? error : .beforeALater(kind: event.word, on: event.effectiveOn)
            }
            last = event
        }
    }

    private func checkFollows(_ last: ListingEvent?) throws(CorrectionRefusal) {
        if let last, last.kind == .withdrawn { throw .isOver(kind: last.word, since: last.effectiveOn) }
        switch kind {
        case .suspended:
            if let last, last.kind == .suspended { throw .suspendedAlready(since: last.effectiveOn) }
        case .resumed:
            guard let last, last.kind == .suspended else { throw .notSuspended }
        case .withdrawn: break
        }
    }
}
