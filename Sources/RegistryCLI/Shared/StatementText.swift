import ArgumentParser
import RegistryReports
import SQLite

/// A statement to be asked, and where it came from.
struct StatementText {
    let sql: String
    /// The file that it was read from; nil for one that was typed.
    let file: String?
    /// Values for parameters that are not given.
    let standards: [String: Value]

    /// Bytes that SQLite compiles at most.
    private static let longest = 1_000_000

    init(typed sql: String) { (self.sql, file, standards) = (sql, nil, [:]) }

    init(file path: String) throws(Failure) {
        let bytes = try SmallFile.read(path, most: Self.longest)
        guard bytes.count <= Self.longest else { throw Failure(.misuse, Words.statementTooLong(path, Self.longest)) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let sql = String(validating: text, as: UTF8.self) else { throw Failure(.misuse, Words.notUTF8(path)) }
        (self.sql, file, standards) = (sql, path, [:])
    }

    init(_ report: NamedReport) {
        (sql, file) = (report.sql, nil)
        standards = report.parameters.reduce(into: [:]) { $0[$1.name] = .text($1.standard) }
    }
}

/// A value for a parameter: `name=value` is text, `name:=value` a number.
struct NamedValue: ExpressibleByArgument {
    let name: String
    let value: Value

    /// The text, where it may be meant as a number: digits, without the leading zero of a code.
    var textOfNumber: String? {
        guard case .text(let text) = value, let number = Double(text), number.isFinite else { return nil }
        let digits = text.drop { $0 == "-" }
        let isPlain = digits.allSatisfy { $0.isNumber || $0 == "." }
        return isPlain && (digits == "0" || digits.first != "0" || digits.hasPrefix("0.")) ? text : nil
    }

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "=") else { return nil }
        let text = String(argument[argument.index(after: equals)...])
        let isNumber = argument[..<equals].hasSuffix(":")
        name = String(isNumber ? argument[..<equals].dropLast() : argument[..<equals])
        guard !name.isEmpty else { return nil }
        if !isNumber {
            value = .text(text)
        } else if let number = Int64(text) {
            value = .integer(number)
        } else if let number = Double(text), number.isFinite {
            value = .real(number)
        } else {
            return nil
        }
    }
}
