import RegistryStore
import Synchronization
import SystemPackage

/// The copy of a file for the registry's store, made on another thread while the file's rows are recorded.
///
/// To be begun and published under the write lock, and ended before the file is closed.
final class FileCopy {
    private let isWanted = Wanted()
    private let work: Background<Result<StagedFile?, StoreError>>

    init(of input: borrowing InputFile, _ file: ArrivedFile, in store: FileStore) {
        let (descriptor, isWanted) = (input.descriptor.rawValue, isWanted)
        work = Background {
            Result { () throws(StoreError) in
                try store.stage(descriptor, name: file.name, sha256: file.sha256) { isWanted.holds }
            }
        }
    }

    /// Waits until the copy is on the disk, and gives it its name.
    func publish() throws(StoreError) {
        switch work.wait() {
        case .success(let staged): try staged?.publish()
        case .failure(let error): throw error
        case nil: break
        }
    }

    /// Gives the copy up unless it was published.
    func end() {
        isWanted.end()
        _ = work.wait()
    }

    /// Asked on one thread, answered from another.
    private final class Wanted: Sendable {
        private let flag = Atomic(true)
        var holds: Bool { flag.load(ordering: .relaxed) }
        func end() { flag.store(false, ordering: .relaxed) }
    }
}

extension Ledger {
    /// Keeps a file that was imported once and whose copy is gone or damaged; its name and digest are in the registry
    /// already.
    func keepAgain(_ input: borrowing InputFile, _ file: ArrivedFile) throws(StoreError) -> Bool {
        guard !isRehearsing, !files.isWhole(file.sha256) else { return false }
        let descriptor = input.descriptor.rawValue
        return try holdingLock { () throws(StoreError) in
            let staged = try files.stage(descriptor, name: file.name, sha256: file.sha256)
            try staged?.publish()
            return staged != nil
        }
    }
}
