import CQRencode

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A text as a QR code (ISO/IEC 18004), with a quarter of it to spare for what gets lost in print.
package struct QRCode: Hashable, Sendable {
    /// Dark modules, row by row; without the quiet zone of four around them.
    package let isDark: [Bool]
    /// The modules of a side.
    package let side: Int

    /// The light edge that a reader needs, in modules.
    package static let quietZone = 4

    /// - Throws: ``Fault``.
    package init(of text: String) throws(Fault) {
        let library = try Library.loaded()
        guard
            let code = Array(text.utf8).withUnsafeBufferPointer({ bytes in
                library.encode(Int32(bytes.count), bytes.baseAddress, 0, QR_ECLEVEL_Q)
            })
        else { throw .tooLong(bytes: text.utf8.count) }
        defer { library.free(code) }
        side = Int(code.pointee.width)
        // The lowest bit of a module tells whether it is dark.
        isDark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// The dark modules as the data of an SVG path, in a square of ``side`` and two quiet zones.
    package var path: String {
        var path = ""
        for row in 0..<side {
            var column = 0
            while column < side {
                let start = column
                while column < side, isDark[row * side + column] { column += 1 }
                if column > start {
                    path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(column - start)v1h-\(column - start)z"
                }
                column += 1
            }
        }
        return path
    }

    package enum Fault: Error, Hashable {
        case tooLong(bytes: Int)
        /// libqrencode is not on this machine.
        case noLibrary
    }
}

/// libqrencode, loaded when a code is made for the first time: Debian has it as a shared library alone, and linked to the
/// program it would cost every start.
private struct Library {
    typealias Encode = @convention(c) (Int32, UnsafePointer<UInt8>?, Int32, QRecLevel) -> UnsafeMutablePointer<QRcode>?
    typealias Free = @convention(c) (UnsafeMutablePointer<QRcode>?) -> Void

    let encode: Encode
    let free: Free

    static func loaded() throws(QRCode.Fault) -> Library {
        guard let handle = dlopen("libqrencode.so.4", RTLD_NOW | RTLD_LOCAL),
            let encode = dlsym(handle, "QRcode_encodeData"), let free = dlsym(handle, "QRcode_free")
        else { throw .noLibrary }
        return Library(encode: unsafeBitCast(encode, to: Encode.self), free: unsafeBitCast(free, to: Free.self))
    }
}
