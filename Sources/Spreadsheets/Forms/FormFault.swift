/// Why no rows can be read from a file: what it is, or how it is damaged. Data, not words.
package enum FormFault: Hashable, Sendable {
    // Packed files
    case packedBytesEndEarly
    case packedBytesDamaged
    /// So few bytes that unpack to so many are made to do harm.
    case unpacksTooFar
    // Other forms than those that are read
    case oldWorkbook
    case encryptedWorkbook
    case binaryWorkbook
    case openDocument
    case webPage
    case xmlDocument
    case otherArchive
    case jsonArray
    /// `--sheet` for a file that has none.
    case noWorkbook
    /// An encoding or a delimiter for a file that has none.
    case noText
    /// Keys of JSON lines without bound; the line up to which they were read.
    case keysTooLong(line: Int)
    // Workbooks
    case archiveDamaged
    case doubledPart(String)
    case missingPart(String)
    case xmlDamaged(part: String, line: Int)
    /// Rows or cells in no order, an address that is none, two values in a cell, or a shared text that is not there.
    case sheetDamaged(part: String, row: Int)
    /// A document type, by which entities can be made that grow without bound.
    case documentType(part: String)
    case textsTooLarge(most: Int)
    case unknownSheet(String, sheets: [String])
    /// More than one holds rows of the kind.
    case severalSheets([String])
    case noSheet(sheets: [String])
    // Encodings
    case encodingUnsupported(String)
    /// Bytes that are not UTF-8 and tell nothing by which another encoding could be known; how they would read as GB 18030.
    case encodingUnknown(asGB18030: String?)
    /// The heading is in ASCII, and no row below it that is more than that is UTF-8. How the first would read.
    case rowsUndecoded(asGB18030: String?)
}
