import CSQLite
import Synchronization

/// Stops a connection's running statement from another thread; without effect once the connection is closed.
///
/// It takes a lock, so it is not for a signal handler. The statement stopped throws an error that `isInterrupted`.
package final class Interrupter: Sendable {
    /// The connection's address, 0 once it is closed.
    private let address: Mutex<UInt>

    init(_ pointer: OpaquePointer) { address = Mutex(UInt(bitPattern: pointer)) }

    package func interrupt() {
        address.withLock { address in
            if let pointer = OpaquePointer(bitPattern: address) { sqlite3_interrupt(pointer) }
        }
    }

    func release() { address.withLock { $0 = 0 } }
}
