import SystemPackage

/// Files that are often sent as sheets and are none that can be read.
enum OtherForms {
    static func fault(of head: [UInt8], in descriptor: FileDescriptor) -> FormFault? {
        // Compound File Binary: the old workbook, or the cover of an encrypted new one ([MS-CFB], 2.2).
        if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return isEncrypted(head, in: descriptor) ? .encryptedWorkbook : .oldWorkbook
        }
        // BIFF 2 to 4, older than that.
        if head.count > 4, head[0] == 0x09, [0, 2, 4].contains(head[1]), [4, 6].contains(head[2]), head[3] == 0 {
            return .oldWorkbook
        }
        let start = head.prefix(1024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard start.first == UInt8(ascii: "<") else { return nil }
        let text = String(decoding: start, as: UTF8.self).lowercased()
        if text.hasPrefix("<?xml") { return text.contains("<html") ? .webPage : .xmlDocument }
        if ["<html", "<!doctype html", "<table", "<meta", "<head"].contains(where: text.hasPrefix) { return .webPage }
        return nil
    }

    /// Looks for the stream of an encrypted package in the first sector of the directory.
    private static func isEncrypted(_ head: [UInt8], in descriptor: FileDescriptor) -> Bool {
        guard head.count >= 512 else { return false }
        let shift = min(UInt64(head[0x1E]), 12)
        let sector = (0..<4).reduce(UInt64(0)) { $0 | UInt64(head[0x30 + $1]) << UInt64(8 * $1) }
        let offset = Int64((sector + 1) << shift)
        guard let directory = try? DescriptorSource(descriptor, from: offset).first(1 << 14) else { return false }
        var name: [UInt8] = []
        for byte in "EncryptedPackage".utf8 { name += [byte, 0] }
        for start in stride(from: 0, to: max(directory.count - name.count, 0), by: 128)
        where directory[start...].starts(with: name) { return true }
        return false
    }

    /// `[{`, as a list of objects begins.
    static func isJSONArray(_ text: [UInt8]) -> Bool {
        let rest = text.lazy.filter { $0 > 0x20 }.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }.prefix(2)
        return Array(rest) == Array("[{".utf8)
    }
}
