import CSQLite

/// What stands before SQLite's own file in memory.
struct Shim {
    var base: sqlite3_file
    var watched: Unmanaged<WatchedFile>?

    static let size = MemoryLayout<Shim>.stride

    /// Notes a deed on a file; or gives the code with which it is refused.
    private static func take(_ deed: @autoclosure () -> WatchedDisk.Deed, on file: UnsafeMutablePointer<sqlite3_file>)
        -> Int32?
    {
        file.shim.pointee.watched?.takeUnretainedValue().take(deed())
    }

    nonisolated(unsafe) static let methods: UnsafePointer<sqlite3_io_methods> = {
        let methods = UnsafeMutablePointer<sqlite3_io_methods>.allocate(capacity: 1)
        methods.initialize(to: sqlite3_io_methods())
        // The second: with memory shared between processes, without files mapped into it.
        methods.pointee.iVersion = 2
        methods.pointee.xClose = { file in
            file?.shim.pointee.watched?.release()
            return own(file) { $0.xClose($1) }
        }
        methods.pointee.xRead = { file, place, count, offset in own(file) { $0.xRead($1, place, count, offset) } }
        methods.pointee.xWrite = { file, place, count, offset in
            guard let file else { return SQLITE_MISUSE }
            let bytes = UnsafeRawBufferPointer(start: place, count: Int(count))
            if let code = take(.written(Array(bytes), at: Int(offset)), on: file) { return code }
            return own(file) { $0.xWrite($1, place, count, offset) }
        }
        methods.pointee.xTruncate = { file, size in
            guard let file else { return SQLITE_MISUSE }
            if let code = take(.cut(to: Int(size)), on: file) { return code }
            return own(file) { $0.xTruncate($1, size) }
        }
        methods.pointee.xSync = { file, flags in
            guard let file else { return SQLITE_MISUSE }
            if let code = take(.synced, on: file) { return code }
            return own(file) { $0.xSync($1, flags) }
        }
        methods.pointee.xFileSize = { file, size in own(file) { $0.xFileSize($1, size) } }
        methods.pointee.xLock = { file, level in own(file) { $0.xLock($1, level) } }
        methods.pointee.xUnlock = { file, level in own(file) { $0.xUnlock($1, level) } }
        methods.pointee.xCheckReservedLock = { file, answer in own(file) { $0.xCheckReservedLock($1, answer) } }
        methods.pointee.xFileControl = { file, matter, value in own(file) { $0.xFileControl($1, matter, value) } }
        methods.pointee.xSectorSize = { file in own(file) { $0.xSectorSize($1) } }
        methods.pointee.xDeviceCharacteristics = { file in own(file) { $0.xDeviceCharacteristics($1) } }
        methods.pointee.xShmMap = { file, page, size, isMade, place in
            own(file) { $0.xShmMap($1, page, size, isMade, place) }
        }
        methods.pointee.xShmLock = { file, offset, count, flags in own(file) { $0.xShmLock($1, offset, count, flags) } }
        methods.pointee.xShmBarrier = { file in
            guard let file else { return }
            file.real.pointee.pMethods.pointee.xShmBarrier(file.real)
        }
        methods.pointee.xShmUnmap = { file, isRemoved in own(file) { $0.xShmUnmap($1, isRemoved) } }
        return UnsafePointer(methods)
    }()

    private static func own(
        _ file: UnsafeMutablePointer<sqlite3_file>?,
        _ call: (sqlite3_io_methods, UnsafeMutablePointer<sqlite3_file>) -> Int32
    ) -> Int32 {
        guard let file, let methods = file.real.pointee.pMethods else { return SQLITE_MISUSE }
        return call(methods.pointee, file.real)
    }
}

extension UnsafeMutablePointer where Pointee == sqlite3_file {
    var shim: UnsafeMutablePointer<Shim> { UnsafeMutableRawPointer(self).assumingMemoryBound(to: Shim.self) }
    /// SQLite's own file.
    var real: UnsafeMutablePointer<sqlite3_file> {
        (UnsafeMutableRawPointer(self) + Shim.size).assumingMemoryBound(to: sqlite3_file.self)
    }
}
