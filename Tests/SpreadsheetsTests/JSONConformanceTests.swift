import Glibc
import SystemPackage
import Testing

@testable import Spreadsheets

@Suite(.enabled(if: ConformanceFiles.areThere))
struct JSONConformanceTests {
    static let folder = "jsonl/JSONTestSuite/test_parsing"
    static let names: [String] = {
        guard let entries = opendir(ConformanceFiles.folder.appending(folder).string) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasSuffix(".json") { names.append(name) }
        }
        return names.sorted()
    }()

    @Test("JSONTestSuite: y_ is accepted, n_ refused with its place, i_ either")
    func suite() throws {
        #expect(Self.names.count > 300)
        for name in Self.names {
            let bytes = try ConformanceFiles.bytes(of: "\(Self.folder)/\(name)")
            let found: JSONFault?
            do throws(JSONFault) {
                try JSONScanner.check(bytes)
                found = nil
            } catch {
                found = error
            }
            switch name.prefix(2) {
            case "y_": #expect(found == nil, "\(name): \(String(describing: found))")
            case "n_":
                let place = try #require(found, "\(name) is accepted").byteOffset
                #expect((0...bytes.count).contains(place), "\(name)")
            default: break
            }
        }
    }
}
