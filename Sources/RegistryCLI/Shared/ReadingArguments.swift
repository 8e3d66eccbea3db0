import ArgumentParser
import Registry
import RegistryImport
import Spreadsheets

/// `NAME=VALUE`.
struct Assignment: ToldArgument, Hashable {
    static var accepted: Bilingual { Words.acceptedAssignment }

    let name: String
    let value: String

    init?(argument: String) {
        guard let sign = argument.lastIndex(of: "="), sign != argument.startIndex else { return nil }
        name = String(argument[..<sign])
        value = String(argument[argument.index(after: sign)...])
    }
}

/// The character between two cells, by its name or itself.
struct Delimiter: ToldArgument, Hashable {
    static var accepted: Bilingual { Words.acceptedDelimiter }

    let byte: UInt8

    init?(argument: String) {
        guard let byte = DelimiterName.byte(argument) else { return nil }
        self.byte = byte
    }
}

extension FullSpan: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension TextEncoding: ExpressibleByArgument {
    public init?(argument: String) { self.init(name: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) + ["utf-16", "gbk", "gb2312"] }
}

extension MoneyUnit: ExpressibleByArgument {
    public init?(argument: String) { self.init(word: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
