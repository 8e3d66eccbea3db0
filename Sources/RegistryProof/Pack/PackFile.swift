import Archives
import RegistryStore

/// The archive, whose refusals are the store's.
final class PackFile {
    private let tar: TarWriting
    private let path: String

    init(_ tar: TarWriting, path: String) {
        self.tar = tar
        self.path = path
    }

    func member(_ name: String, _ body: () throws(StoreError) -> Void) throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in try tar.begin(name) }
        try body()
        try saying { () throws(TarWriting.Fault) in try tar.end() }
    }

    func write(_ bytes: [UInt8]) throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in try tar.write(bytes) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in try tar.write(bytes) }
    }

    func beginArchive(_ name: String) throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in try tar.begin(name) }
    }

    func endArchive() throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in
            try tar.finishArchive()
            try tar.end()
        }
    }

    func finish() throws(StoreError) {
        try saying { () throws(TarWriting.Fault) in try tar.finishArchive() }
    }

    private func saying(_ work: () throws(TarWriting.Fault) -> Void) throws(StoreError) {
        do throws(TarWriting.Fault) { try work() } catch { throw .cannotWrite(path: path, errno: error.errno) }
    }
}
