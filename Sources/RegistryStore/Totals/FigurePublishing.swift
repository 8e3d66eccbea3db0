package import Registry

extension Ledger {
    /// Records the totals of a day as published from this registry, with the change and the seal they stand on.
    ///
    /// - Returns: nil where the very same figures were published before.
    package func publish(asOf day: Day, source: String, by author: Author) throws(StoreError) -> Receipt? {
        try write(by: author) { change throws(StoreError) in
            guard let known = try newestMoment() else { return }
            let totals = try self.totals(asOf: day, knownAt: known)
            for metric in Metric.allCases where !metric.isOfServices || totals[metric.measure] != nil {
                let value = metric.value(of: totals[metric.measure] ?? Total())
                // Money to the fen, so that what was published can be held to the fen.
                let text = metric.isMoney ? Amount(fen: value).yuan : String(value)
                let counting = metric == .venues ? "家" : metric == .serviceMembers ? "个" : "项"
                guard let printed = PrintedNumber(text), let unit = FigureUnit(metric.isMoney ? "元" : counting)
                else { continue }
                let figure = Figure(
                    asOf: day, metric: metric, comparison: .equal, value: printed, unit: unit, publishedOn: today,
                    source: source)
                _ = try change.record(figure, known: known, from: .hand)
            }
        }
    }
}
