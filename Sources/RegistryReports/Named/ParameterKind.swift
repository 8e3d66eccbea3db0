internal import Registry

extension NamedReport.Parameter {
    /// What a parameter takes; the raw value is the word by which its report declares it.
    package enum Kind: String, CaseIterable, Sendable {
        /// `2022-06-21`, in each form in which a day is read.
        case day
        /// `2022-06`.
        case month
        /// A whole number from 1 on.
        case number
        /// The code of a venue; nothing for all.
        case venue
        case text

        /// The value as the report compares it; nil for what is none.
        package func read(_ text: String) -> String? {
            switch self {
            case .day: Self.day(text)?.description
            case .month: Self.day(text + (text.hasSuffix("月") ? "1日" : "-1")).map(\.month)
            case .number: Int64(text).flatMap { $0 > 0 ? "\($0)" : nil }
            case .venue, .text: text
            }
        }

        private static func day(_ text: String) -> Day? { text.withBytes { bytes in try? Day.read(bytes) } }
    }
}
