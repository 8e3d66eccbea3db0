package import SystemPackage

/// What somebody says of a file's form; nil where the file itself tells.
package struct ToldForm: Hashable, Sendable {
    package var encoding: TextEncoding?
    package var delimiter: UInt8?
    /// The name of a sheet of a workbook.
    package var sheet: String?

    package init() {}
}

/// What a file is, found in its bytes and not in its name.
package struct FileForm {
    package enum Kind: Hashable, Sendable {
        /// CSV, TSV and the like.
        case delimited(by: UInt8)
        /// One object a line.
        case jsonLines
        case workbook
    }

    package let kind: Kind
    package let encoding: TextEncoding
    package let isCompressed: Bool
    private let descriptor: FileDescriptor

    /// Whether an offset in what is read is one in the file too.
    package var keepsOffsets: Bool { encoding == .utf8 && !isCompressed && kind != .workbook }

    /// Bytes looked at to tell what a file is.
    private static let headSize = 1 << 16

    /// - Parameters:
    ///   - descriptor: of a file that can be read at any place; it stays its owner's.
    ///   - knows: how many of the cells of a row are headings that the reader of the rows knows.
    /// - Throws: `form` where no rows can be read from such a file.
    package init(
        of descriptor: FileDescriptor, told: ToldForm, knows: @escaping ([String]) -> Int
    ) throws(ReadingError) {
        self.descriptor = descriptor
        var head = try DescriptorSource(descriptor, from: 0).first(Self.headSize)
        isCompressed = head.starts(with: [0x1F, 0x8B])
        if isCompressed { head = try Inflater(DescriptorSource(descriptor, from: 0), .gzip).first(Self.headSize) }
        if let fault = OtherForms.fault(of: head, in: descriptor) { throw .form(fault) }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            guard !isCompressed else { throw .form(.otherArchive) }
            guard told.encoding == nil, told.delimiter == nil else { throw .form(.noText) }
            (kind, encoding) = (.workbook, .utf8)
            return
        }
        guard told.sheet == nil else { throw .form(.noWorkbook) }
        let look = TextLook(head, isWhole: head.count < Self.headSize, told: told, knows: knows)
        encoding = try look.encoding()
        let text = try look.decoded(encoding)
        let start = text.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        if start == UInt8(ascii: "{"), told.delimiter == nil {
            kind = .jsonLines
        } else {
            guard start != UInt8(ascii: "[") || !OtherForms.isJSONArray(text) else { throw .form(.jsonArray) }
            kind = .delimited(by: told.delimiter ?? look.delimiter(of: text))
        }
    }

    /// The file's text as UTF-8, from its beginning. Each call reads afresh.
    ///
    /// - Parameter onChunk: is given the file's own bytes, in order, once: all of them when the source has ended.
    package func text(onChunk: ((UnsafeRawBufferPointer) -> Void)? = nil) throws(ReadingError) -> any ByteSource {
        var source: any ByteSource = DescriptorSource(descriptor, from: 0, onChunk: onChunk)
        if isCompressed { source = Inflater(source, .gzip) }
        return encoding == .utf8 ? source : try Transcoder(source, from: encoding)
    }
}
