import Registry
import RegistryImport
import RegistryProof
import RegistryReports
import RegistryStore

/// What a report stands on, and how it speaks.
struct ReportBasis {
    let ledger: Ledger
    let asOf: Day
    /// The state from which it is computed.
    let moment: Moment?
    /// The state that it was asked of, by whose figures it goes; as published, a later one than that.
    let asked: Moment?
    /// The figures of this day are told as they were published; nil for the newest of each metric.
    let publishedOf: Day?
    /// The state after which corrections are told; nil for all.
    let since: Moment?
    let totals: [Measure: Total]
    let figures: [KeptFigure]
    private let shown: MoneyShown

    /// - Throws: a refusal where nothing was published of a day that is asked for as published; ``StoreError``.
    init(
        of ledger: Ledger, asOf: Day?, asPublished: Day?, knownAt: String?, since: String?
    ) throws {
        self.ledger = ledger
        self.asOf = try (asPublished ?? asOf ?? ledger.today).checkedAsOf(today: ledger.today)
        publishedOf = asPublished
        let asked = try ledger.moment(knownAt: knownAt) ?? ledger.newestMoment()
        let figures = try ledger.figures(by: asked)
        let published = try asPublished.map { try PublishedDay($0, among: figures, of: ledger) }
        let moment = published?.moment ?? asked
        self.moment = moment
        self.asked = asked
        self.figures = figures
        totals = try ledger.totals(asOf: self.asOf, knownAt: moment)
        let fen = max(Metric.dealAmount.value(of: totals), Metric.intentionAmount.value(of: totals))
        shown = MoneyShown(rounding: MoneyRounding(unit: fen >= MoneyUnit.yi.fen ? .yi : .wan, places: 2))
        self.since = try Self.lastReport(ledger, since, before: moment, figures)
    }

    /// What is told since the last report: since the state that is named, else that of our newest publication, else the
    /// end of the day on which others last published.
    private static func lastReport(
        _ ledger: Ledger, _ named: String?, before moment: Moment?, _ figures: [KeptFigure]
    ) throws -> Moment? {
        if let named {
            let since = try ledger.moment(knownAt: named)
            if let moment, since.change > moment.change {
                throw Failure(.misuse, ReportWords.sinceLater(since.change, than: moment.change))
            }
            return since
        }
        let last = moment?.change ?? 0
        if let change = figures.compactMap(\.known?.change).filter({ $0 < last }).max() {
            return try ledger.moment(ofChange: change)
        }
        guard let day = figures.filter({ !$0.isOwn }).map(\.figure.publishedOn).max() else { return nil }
        do throws(StoreError) {
            let then = try ledger.moment(knownAt: "\(day)")
            return then.change < last ? then : nil
        } catch {
            // Published before the registry was made: all of its corrections came after.
            guard case .knownAtTooEarly = error else { throw error }
            return nil
        }
    }

    /// Whether it tells of the present, of which the last night is a part.
    var isOfNow: Bool { moment?.isNewest ?? true }

    // MARK: How numbers and words are shown

    func say(_ words: Bilingual) -> String { words[.current] }

    var rounding: MoneyRounding? { shown.rounding }

    func money(_ fen: Int64) -> String { shown.text(fen) }

    func text(_ metric: Metric, _ value: Int64) -> String { shown.text(value, of: metric) }

    /// Its name, with the unit where it is money.
    func name(_ metric: Metric) -> String { shown.name(of: metric) }

    func share(_ part: Int64, of whole: Int64) -> Int {
        whole > 0 ? Int(clamping: roundedQuotient(Int128(part) * 1000, by: Int128(whole))) : 0
    }

    func percent(_ part: Int64, of whole: Int64) -> String {
        whole > 0 ? "\(decimal(share(part, of: whole), places: 1)) %" : "–"
    }

    /// A code of the registry's own.
    func term(_ code: String, in column: String) -> Bilingual {
        let words = Words.term(code, in: column)
        return Bilingual(words.english.replacing("_", with: " "), words.chinese)
    }

    /// What stands before a published value: nothing where it is the value itself.
    func said(_ comparison: Comparison) -> String {
        comparison == .equal ? "" : say(term(comparison.rawValue, in: "comparison")) + " "
    }

    func term(_ code: String, in vocabulary: Vocabulary) -> String {
        guard !code.isEmpty else { return say(ReportWords.none) }
        let chinese = vocabulary.terms.first { $0.code == code }?.chinese
        return say(Bilingual(code.replacing("_", with: " "), chinese ?? code))
    }
}
