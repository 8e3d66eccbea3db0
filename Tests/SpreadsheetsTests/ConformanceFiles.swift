import SystemPackage

/// Files that others made, in `../shared/conformance` as seen from the package.
enum ConformanceFiles {
    static let folder: FilePath = {
        var path = FilePath(#filePath)
        for _ in 1...4 { path.removeLastComponent() }
        return path.appending("shared/conformance")
    }()

    static let areThere = (try? FileDescriptor.open(folder.appending("README.md"), .readOnly).close()) != nil

    static func bytes(of name: String) throws -> [UInt8] {
        let descriptor = try FileDescriptor.open(folder.appending(name), .readOnly)
        defer { try? descriptor.close() }
        let size = try descriptor.seek(offset: 0, from: .end)
        return try [UInt8](unsafeUninitializedCapacity: Int(size)) { room, count in
            count = try descriptor.read(fromAbsoluteOffset: 0, into: UnsafeMutableRawBufferPointer(room))
        }
    }
}
