import ArgumentParser
import Registry
import RegistryImport
import Spreadsheets

/// What an option takes that is one of no list, and says of itself what that is where it is given something else.
protocol ToldArgument {
    init?(argument: String)
    static var accepted: Bilingual { get }
}

extension ToldArgument {
    /// - Throws: what the option takes, for the parser to say behind it.
    static func told(_ argument: String) throws -> Self {
        guard let value = Self(argument: argument) else { throw ValidationError(accepted) }
        return value
    }
}

/// A whole number as an option takes it. Such an option takes the word behind it whatever it is, so that a number below zero
/// is refused for what it is.
enum WholeNumber {
    /// - Throws: the bounds, for the parser to say behind the option.
    static func told(_ bounds: ClosedRange<Int>) -> @Sendable (String) throws -> Int {
        { argument in
            guard let number = Int(argument), bounds.contains(number) else {
                throw ValidationError(Words.wholeNumber(in: bounds))
            }
            return number
        }
    }
}

/// The number of a change, as an argument takes it.
enum ChangeNumber {
    static func told(_ argument: String) throws -> Int64 {
        guard let number = Int64(argument), number > 0 else { throw ValidationError(Words.changeNumber) }
        return number
    }
}

extension RejectCeiling: ToldArgument {
    init?(argument: String) { self.init(argument) }
    static var accepted: Bilingual { Words.acceptedCeiling }
}

extension DayFormat: ToldArgument {
    init?(argument: String) { self.init(argument) }
    static var accepted: Bilingual { Words.acceptedDayFormat }
}
