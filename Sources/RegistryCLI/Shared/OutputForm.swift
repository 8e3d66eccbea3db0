import ArgumentParser
import Registry
import RegistryStore

/// A form of output, told by the ending of a file's name where it is not told itself.
protocol OutputForm {
    /// The first of a form is the one that people use.
    static var endings: [(ending: String, form: Self)] { get }
    static var usual: Self { get }
}

extension OutputForm {
    /// - Parameter path: of the output; a name without an ending, a pipe and a device have the usual form.
    /// - Throws: ``Failure`` of code 64 for an ending that is of no form.
    static func chosen(_ asked: Self?, for path: String?) throws(Failure) -> Self {
        if let asked { return asked }
        guard let path, path != "-", case let ending = path.fileEnding, !ending.isEmpty,
            !FileSystem.isStream(path)
        else { return usual }
        guard let found = endings.first(where: { $0.ending == ending }) else {
            throw Failure(.misuse, Words.unknownEnding(path, endings.map(\.ending)))
        }
        return found.form
    }
}

/// One of the words that an argument takes, by what it is read as.
///
/// - Throws: the words, and which of them is near, for the parser to say behind the argument.
func chosen<Choice>(_ word: String, among words: [String], _ read: (String) -> Choice?) throws -> Choice {
    guard let choice = read(word) else { throw ValidationError(Words.noneOf(words, word)) }
    return choice
}
