package import SQLite
package import Spreadsheets

/// Why a statement that somebody typed gave no answer, or not all of it.
package enum InquiryFault: Error, Sendable, Equatable {
    /// It would do more than read.
    case notReading(Forbidden)
    /// SQLite cannot make sense of it, or it went wrong on its way; `byteOffset` is the place in its text, where known.
    case wrong(message: String, byteOffset: Int?)
    /// A place for a value that has no name, no value, or a value that has no place.
    case parameter(ParameterFault)
    /// It needs more memory than it may take.
    case tooMuchMemory
    /// A text, blob or row longer than `bytes`.
    case tooLong(bytes: Int)
    case outOfTime
    case givesNoRows
    /// Two columns of one name, which a form with keys cannot tell apart.
    case sameName(String)
    case output(WriteError)
    /// The registry itself cannot be read.
    case sqlite(SQLiteError)

    package enum Forbidden: Sendable, Equatable {
        /// `DELETE` and `deal`.
        case act(verb: String, object: String?)
        case function(String)
        case table(String)
        case pragma(String)
        /// Read past the state that was asked for: the table as it is now.
        case present(table: String)
        /// By its first word, where SQLite found something else wrong with it first.
        case statement(verb: String)
    }

    package enum ParameterFault: Sendable, Equatable {
        case unnamed
        case missing(String)
        case unknown(String, known: [String])
    }
}

extension InquiryFault {
    /// - Parameter sql: the statement that could not be compiled.
    init(_ error: SQLiteError, in sql: String = "") {
        if error.isOutOfMemory {
            self = .tooMuchMemory
        } else if error.isTooLong {
            self = .tooLong(bytes: Inquiry.longestText)
        } else if error.isInterrupted {
            self = .outOfTime
        } else if error.isOfStatement || error.isMisuse || error.isMismatch {
            let missing = error.missingTable.flatMap { StatementWords.byteOffset(of: $0, in: sql) }
            self = .wrong(message: error.message, byteOffset: error.byteOffset ?? missing)
        } else {
            self = .sqlite(error)
        }
    }
}
