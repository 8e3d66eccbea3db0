import Glibc

/// What kept the files from being written.
enum Problem: Error, Equatable, CustomStringConvertible {
    case folderNotEmpty(path: String)
    case notAFolder(path: String)
    case cannotCreate(path: String, systemError: Int32)
    case cannotWrite(path: String, systemError: Int32)
    case figureUnreadable(line: Int)
    case figureMissing(metric: String)
    case tooFewVenues(network: String, have: Int, need: Int)

    var description: String {
        switch self {
        case .folderNotEmpty(let path): "\(path): the folder is not empty; name a new one, or empty it first"
        case .notAFolder(let path): "\(path): this is not a folder; name a new one"
        case .cannotCreate(let path, let code): "\(path): cannot be created: \(String(cString: strerror(code)))"
        case .cannotWrite(let path, let code): "\(path): cannot be written: \(String(cString: strerror(code)))"
        case .figureUnreadable(let line): "published-figures.csv:\(line): this line cannot be read"
        case .figureMissing(let metric): "published-figures.csv: no line gives \(metric)"
        case .tooFewVenues(let network, let have, let need):
            "\(have) \(network) venues are named, but the published figures count \(need)"
        }
    }

    /// The exit code of sysexits(3): 73 an output cannot be created, 74 writing failed, 70 the program's own lists.
    var exitCode: Int32 {
        switch self {
        case .folderNotEmpty, .notAFolder, .cannotCreate: 73
        case .cannotWrite: 74
        case .figureUnreadable, .figureMissing, .tooFewVenues: 70
        }
    }
}
