import Registry
import RegistryImport
import YAML

/// A venue's profile as a file.
enum ProfileFile {
    /// Reads and checks it. All that is wrong is said as `FILE:LINE:COLUMN: key: what`.
    ///
    /// - Parameter path: `-` is standard input.
    static func read(_ path: String, venue: String?) throws -> VenueProfile {
        let bytes = try SmallFile.read(path, most: YAMLNode.mostBytes)
        do throws(ProfileFaults) {
            return try VenueProfile(yaml: bytes, venue: venue)
        } catch {
            for fault in error.all {
                let place = fault.line.map { ":\($0)" + (fault.column.map { ":\($0)" } ?? "") } ?? ""
                Terminal.say((Bilingual(same: "\(path)\(place): ") + Words.of(fault)).mapped(\.visible))
            }
            throw Failure(.dataRefused)
        }
    }
}
