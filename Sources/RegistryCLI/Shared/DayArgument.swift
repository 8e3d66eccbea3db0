import ArgumentParser
import Registry

extension Day {
    /// A day as an option takes it.
    ///
    /// - Throws: what is wrong with it, for the parser to say behind the option.
    static func told(_ argument: String) throws -> Day {
        guard let day = argument.withBytes({ bytes in try? Day.read(bytes) }) else {
            throw ValidationError(Words.noDay(argument))
        }
        return day
    }
}

/// An amount as the command line takes it: a bare number is yuan.
struct AmountArgument: ToldArgument {
    static var accepted: Bilingual { Words.acceptedAmount }

    let amount: Amount

    init?(argument: String) {
        guard let amount = argument.withBytes({ bytes in try? Amount.read(bytes, unit: nil, bare: .yuan) }) else {
            return nil
        }
        self.amount = amount
    }
}

extension Day {
    /// - Throws: a refusal to look into the future.
    func checkedAsOf(today: Day) throws -> Day {
        guard self <= today else { throw Failure(.dataRefused, Words.future(self, today: today)) }
        return self
    }
}
