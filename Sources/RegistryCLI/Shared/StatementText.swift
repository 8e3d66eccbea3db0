import Registry
import RegistryReports
import RegistryStore
import SQLite

/// A statement to be asked, and where it came from.
struct StatementText {
    let sql: String
    /// The file that it was read from; nil for one that was typed.
    let file: String?
    /// The named report that it is.
    let report: NamedReport?

    /// Bytes that SQLite compiles at most.
    private static let longest = 1_000_000

    init(typed sql: String) { (self.sql, file, report) = (sql, nil, nil) }

    init(file path: String) throws(Failure) {
        let bytes = try SmallFile.read(path, most: Self.longest)
        guard bytes.count <= Self.longest else { throw Failure(.misuse, Words.statementTooLong(path, Self.longest)) }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        guard let sql = String(validating: text, as: UTF8.self) else { throw Failure(.misuse, Words.notUTF8(path)) }
        (self.sql, file, report) = (sql, path, nil)
    }

    init(_ report: NamedReport) { (sql, file, self.report) = (report.sql, nil, report) }

    /// A value for each parameter that is given, and for each of a named report, in which they are of a kind.
    func values(_ given: [NamedValue]) throws(Failure) -> [String: Value] {
        var values: [String: Value] = [:]
        for own in given where values.updateValue(own.value, forKey: own.name) != nil {
            throw Failure(.misuse, Words.givenTwice(own.name))
        }
        for parameter in report?.parameters ?? [] {
            let text = given.first { $0.name == parameter.name }?.text ?? parameter.standard
            guard let value = parameter.kind.read(text) else {
                throw Failure(.misuse, Words.notOfKind(parameter, text))
            }
            values[parameter.name] = .text(value)
        }
        return values
    }

    /// The venues that a named report is asked of.
    func venues(in given: [NamedValue]) -> [String] {
        let names = (report?.parameters ?? []).filter { $0.kind == .venue }.map(\.name)
        return given.filter { names.contains($0.name) && !$0.text.isEmpty }.map(\.text)
    }
}

/// A value for a parameter: `name=value` is text, `name:=value` a number.
struct NamedValue: ToldArgument {
    static var accepted: Bilingual { Words.acceptedParameter }

    let name: String
    /// As it was written.
    let text: String
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
        text = String(argument[argument.index(after: equals)...])
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
