package import Registry

#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A text that is looked for in stored texts.
///
/// Plainly it is found where SQLite's `instr` finds it: in UTF-8 one text holds another where its bytes do.
package struct Needle: Sendable {
    private let bytes: [UInt8]
    private let isLoose: Bool

    /// - Parameter isLoose: whether neither the case nor the width of letters, digits and signs counts.
    package init(_ text: String, isLoose: Bool = false) {
        self.isLoose = isLoose
        bytes = isLoose ? Array(Self.loosened(text).utf8) : Array(text.utf8)
    }

    package var isEmpty: Bool { bytes.isEmpty }

    package func isIn(_ text: Bytes) -> Bool {
        guard isLoose else { return isPlainly(in: text) }
        return Array(Self.loosened(text.text).utf8).withUnsafeBufferPointer(isPlainly)
    }

    private func isPlainly(in text: Bytes) -> Bool { place(in: text) != nil }

    /// The byte at which it begins first. Its last byte is looked for, since that tells characters apart where the first
    /// is shared by thousands of them.
    private func place(in text: Bytes) -> Int? {
        guard let start = text.baseAddress, let last = bytes.last else { return nil }
        var end = bytes.count - 1
        while end < text.count {
            guard let found = memchr(start + end, Int32(last), text.count - end) else { return nil }
            end = UnsafeRawPointer(start).distance(to: found)
            let first = end - bytes.count + 1
            if memcmp(start + first, bytes, bytes.count) == 0 { return first }
            end += 1
        }
        return nil
    }

    /// Scalar by scalar, so that each keeps its place: full-width forms and the ideographic space made half-width, A to Z small.
    static func loosened(_ text: String) -> String {
        var loose = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            var value = scalar.value
            if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
            if value == 0x3000 { value = 0x20 }
            if (0x41...0x5A).contains(value) { value += 0x20 }
            loose.append(Unicode.Scalar(value) ?? scalar)
        }
        return String(loose)
    }

    /// The piece of a text around the first place at which it is found, on one line; nil where it is nowhere.
    ///
    /// - Parameter around: characters before and behind; what is left out is shown as `…`.
    package func excerpt(of text: String, around: Int = 16) -> String? {
        let searched = isLoose ? Self.loosened(text) : text
        guard let found = Array(searched.utf8).withUnsafeBufferPointer(place) else { return nil }
        // By scalars, of which both texts have the same number.
        let before = searched.utf8.prefix(found).count { $0 & 0xC0 != 0x80 }
        let length = bytes.count { $0 & 0xC0 != 0x80 }
        let scalars = text.unicodeScalars
        let begin = scalars.index(scalars.startIndex, offsetBy: before)
        let end = scalars.index(begin, offsetBy: length)
        // A character may be made of several scalars, the first of them before the place.
        let from = text.index(text[..<begin].endIndex, offsetBy: -around, limitedBy: text.startIndex) ?? text.startIndex
        let to = text.index(end, offsetBy: around, limitedBy: text.endIndex) ?? text.endIndex
        let piece = String(text[from..<to]).split(whereSeparator: \.isNewline).joined(separator: " ")
        return (from > text.startIndex ? "…" : "") + piece + (to < text.endIndex ? "…" : "")
    }
}
