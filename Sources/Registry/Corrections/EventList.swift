/// What became of a record after it began, told in one cell: `2022-12-01 amended 80.00元; 2023-01-05 terminated`.
package struct EventList: Hashable, Sendable {
    package struct Entry: Hashable, Sendable, RecordEvent {
        package let effectiveOn: Day
        /// As the ledger stores it.
        package let word: String
        /// Of an amendment, from the day on.
        package let amount: Amount?

        package init(_ effectiveOn: Day, _ word: String, _ amount: Amount? = nil) {
            (self.effectiveOn, self.word, self.amount) = (effectiveOn, word, amount)
        }
    }

    /// By day; those of one day in the order in which they were recorded.
    package let entries: [Entry]

    package init(_ entries: [Entry]) {
        self.entries = Entry.inOrder(entries).map(\.event)
    }

    package init(_ events: [DealEvent]) {
        self.init(events.map { Entry($0.effectiveOn, $0.word, $0.kind == .amended ? $0.amount : nil) })
    }

    package init(_ events: [ListingEvent]) { self.init(events.map { Entry($0.effectiveOn, $0.word) }) }

    package var isEmpty: Bool { entries.isEmpty }

    /// As ``read(_:of:)`` takes it; empty where nothing happened.
    package var text: String {
        entries.map { entry in
            "\(entry.effectiveOn) \(entry.word)" + (entry.amount.map { " \($0.yuan)元" } ?? "")
        }.joined(separator: "; ")
    }

    package var ofDeal: [DealEvent] {
        entries.compactMap { entry in
            DealEvent.Kind(rawValue: entry.word).map {
                DealEvent(kind: $0, effectiveOn: entry.effectiveOn, amount: entry.amount ?? Amount(fen: 0))
            }
        }
    }

    package var ofListing: [ListingEvent] {
        entries.compactMap { entry in
            ListingEvent.Kind(rawValue: entry.word).map { ListingEvent(kind: $0, effectiveOn: entry.effectiveOn) }
        }
    }
}

extension EventList {
    /// The words for what may become of a record of a noun, each with others that mean the same.
    private static func words(of noun: Noun) -> [(word: String, others: [String])] {
        switch noun {
        case .deal: [("amended", ["变更"]), ("terminated", ["终止", "解除"])]
        case .listing: [("suspended", ["中止"]), ("resumed", ["恢复"]), ("withdrawn", ["撤回", "撤牌"])]
        case .venue, .party, .intention, .demand, .registration, .instalment, .payment, .certificate, .service: []
        }
    }

    /// Whether a file may tell what became of such records.
    package static func isKnown(for noun: Noun) -> Bool { !words(of: noun).isEmpty }

    /// The heading over such cells.
    package static let heading = "events"

    /// Reads a cell: day, word, and of an amendment the amount with its unit, and a semicolon before the next one.
    package static func read(_ cell: Bytes, of noun: Noun) throws(Refusal) -> EventList {
        var entries: [Entry] = []
        for part in cell.text.split(whereSeparator: { ";；\n".contains($0) }) {
            let pieces = part.split(whereSeparator: \.isWhitespace).map(String.init)
            if pieces.isEmpty { continue }
            let all = words(of: noun)
            guard pieces.count >= 2, let known = all.first(where: { ([$0.word] + $0.others).contains(pieces[1]) }),
                pieces.count == (known.word == "amended" ? 3 : 2)
            else { throw .notAnEvent(String(part), words: all.map(\.word)) }
            let day = try pieces[0].withBytes { bytes throws(Refusal) in try Day.read(bytes) }
            let amount =
                pieces.count < 3
                ? nil
                : try pieces[2].withBytes { bytes throws(Refusal) in
                    try Amount.read(bytes, unit: nil)
                }
            entries.append(Entry(day, known.word, amount))
        }
        return EventList(entries)
    }

    /// Whether they can stand together, on a record that began on a day.
    ///
    /// - Parameter technical: the part of a deal's price that is for technology.
    package func check(of noun: Noun, began: Day, technical: Amount?, today: Day) throws(CorrectionRefusal) {
        if let late = entries.first(where: { $0.effectiveOn > today }) {
            throw .inTheFuture(late.effectiveOn, today: today)
        }
        if noun == .listing { return try ListingEvent.check(ofListing, listedOn: began, new: nil) }
        try DealEvent.check(ofDeal, signedOn: began, new: nil)
        if let technical, let low = entries.compactMap(\.amount).first(where: { $0 < technical }) {
            throw .belowTechnical(low, technical: technical)
        }
    }
}
