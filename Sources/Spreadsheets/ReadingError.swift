/// Why a file could not be read at all. What is wrong with its rows is no error here but part of each record.
package enum ReadingError: Error, Equatable, Sendable {
    /// The system refused; `code` is its `errno`, such as `EIO`.
    case refused(code: Int32)
    /// A delimiter that would divide the file falsely: a quote, CR, LF, NUL, or no ASCII.
    case delimiterRefused(UInt8)
    /// What the file is, or that it is damaged, forbids to read rows from it.
    case form(FormFault)
}
