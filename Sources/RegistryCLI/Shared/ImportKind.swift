import ArgumentParser
import Registry
import RegistryImport

/// What the rows of a file are: records of a noun, or days of the calendar.
enum ImportKind: ExpressibleByArgument, Hashable {
    case noun(Noun)
    case calendar

    init?(argument: String) {
        if argument == FileReport.calendar {
            self = .calendar
        } else if let noun = Noun(word: argument) {
            self = .noun(noun)
        } else {
            return nil
        }
    }

    var noun: Noun? { if case .noun(let noun) = self { noun } else { nil } }

    var defaultValueDescription: String { noun?.plural ?? FileReport.calendar }
    static var allValueStrings: [String] { Noun.allCases.map(\.plural) + [FileReport.calendar] }
    static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
