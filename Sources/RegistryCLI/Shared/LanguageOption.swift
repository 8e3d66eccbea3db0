import ArgumentParser
import Registry

extension Language: ExpressibleByArgument {
    public init?(argument: String) { self.init(rawValue: argument) }
    public var defaultValueDescription: String { rawValue }
    public static var allValueStrings: [String] { allCases.map(\.rawValue) }

    static let help: ArgumentHelp = "The language for people: zh or en (default: that of LC_ALL, LC_MESSAGES or LANG)."

    /// That of the first of the locale's variables that is set, as POSIX has it.
    static var ofLocale: Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment($0) }.first
        return Language(locale: locale ?? "")
    }
}
