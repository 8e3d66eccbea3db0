/// Why bytes or rows could not be written.
package enum WriteError: Error, Equatable, Sendable {
    /// The reader at the other end has gone away, as `head` does. Treat it as success and stop.
    case brokenPipe
    /// The system refused; `code` is its `errno`, such as `ENOSPC`.
    case refused(code: Int32)
    /// A row does not fit the columns it was announced under. Nothing of it was written.
    case wrongCellCount(found: Int, expected: Int)
}
