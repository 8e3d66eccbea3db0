import TestSupport

@testable import SampleFeed

/// What the program wrote.
extension TestFolder {
    /// The bytes of a file below; nil if there is none.
    func bytes(_ name: String) -> [UInt8]? { try? read(name) }

    func rows(_ name: String) -> [[String]] { CSVText.rows(bytes(name) ?? []) }
}
