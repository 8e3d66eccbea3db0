import Registry
import RegistryProof
import RegistryStore

/// What was published of a day, as far as it was known at a state.
struct PublishedDay {
    let figures: [KeptFigure]
    /// The very state from which ours were published; nil where none of them are.
    let moment: Moment?

    /// - Parameter all: every figure that was known, see ``RegistryStore/Ledger/figures(by:)``.
    /// - Throws: a refusal where nothing was published of the day; ``StoreError``.
    init(_ day: Day, among all: [KeptFigure], of ledger: Ledger) throws {
        figures = all.filter { $0.figure.asOf == day }
        guard !figures.isEmpty else {
            throw Failure(
                .dataRefused, Words.nothingPublished(of: day, others: Set(all.map(\.figure.asOf)).sorted()))
        }
        let change = figures.compactMap(\.known?.change).max()
        moment = try change.map { change throws(StoreError) in try ledger.moment(ofChange: change) }
    }
}

extension Ledger {
    /// The figures that were known by a state, each as it was then; all of them where it is nil.
    func figures(by moment: Moment?) throws(StoreError) -> [KeptFigure] {
        try figures(knownAt: moment).filter { $0.firstChange <= moment?.change ?? .max }
    }
}
