import FuzzEntries
import TestSupport
import Testing

@Suite("What fuzzing found or begins with", .serialized)
struct FuzzCorpusTests {
    @Test("is taken or refused by an error of its own, and no promise breaks", arguments: FuzzEntry.allCases)
    func corpus(_ entry: FuzzEntry) throws {
        let folder = "\(PackageFolder.path)/Tests/FuzzEntries/Corpus/\(entry.rawValue)"
        let names = TestFolder.names(in: folder)
        #expect(!names.isEmpty, "\(folder) holds no input")
        for name in names {
            try TestFolder.bytes(of: "\(folder)/\(name)").withUnsafeBufferPointer { bytes throws(FuzzEntry.Finding) in
                try entry.take(bytes, isMadeUp: false)
            }
        }
    }
}
