import ArgumentParser
import Registry

extension Day: ExpressibleByArgument {
    public init?(argument: String) {
        guard let day = argument.withBytes({ bytes in try? Day.read(bytes) }) else { return nil }
        self = day
    }

    public var defaultValueDescription: String { description }
}

/// An amount as the command line takes it: a bare number is yuan.
struct AmountArgument: ExpressibleByArgument {
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
