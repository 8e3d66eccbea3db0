import Registry
import RegistryStore
import Spreadsheets

/// Why a document is no checkpoint. Its words stand in the catalogue.
package enum CheckpointFault: Error, Hashable, Sendable {
    /// It is no JSON, or no plain object; at which byte.
    case notJSON(byteOffset: Int)
    case keyMissing(String)
    case keyTwice(String)
    case keyUnknown(String)
    /// The value of a key is none that it may have.
    case badValue(key: String)
    /// It is of a later form.
    case otherForm(Int64)
}

extension Checkpoint {
    /// Reads a document that ``document`` wrote.
    package init(_ document: [UInt8]) throws(CheckpointFault) {
        let members: [(key: String, value: Cell)]
        do throws(JSONFault) {
            members = try JSONScanner.flatObject(document)
        } catch {
            throw .notJSON(byteOffset: error.byteOffset)
        }
        var values: [String: Cell] = [:]
        for (key, value) in members {
            guard values.updateValue(value, forKey: key) == nil else { throw .keyTwice(key) }
        }
        func text(_ key: String) throws(CheckpointFault) -> String {
            guard let value = values.removeValue(forKey: key) else { throw .keyMissing(key) }
            guard case .text(let text) = value else { throw .badValue(key: key) }
            return text
        }
        func number(_ key: String) throws(CheckpointFault) -> Int64 {
            guard let value = values.removeValue(forKey: key) else { throw .keyMissing(key) }
            guard case .integer(let number) = value, number >= 0 else { throw .badValue(key: key) }
            return number
        }
        let form = try number("registry_checkpoint")
        guard form == Self.form else { throw .otherForm(form) }
        let change = try number("change")
        guard change >= 1 else { throw .badValue(key: "change") }
        let recordedAt = try text("recorded_at")
        guard Stamp(recordedAt) != nil else { throw .badValue(key: "recorded_at") }
        let seal = try text("seal")
        guard seal.utf8.count == 64, seal.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        else { throw .badValue(key: "seal") }
        let rowVersions = try number("row_versions")
        let day = try text("as_of").withBytes { StoredValue.text($0).day }
        guard let day else { throw .badValue(key: "as_of") }
        var totals: [Metric: Int64] = [:]
        for key in values.keys.sorted() {
            guard let metric = Metric(key: key) else { throw .keyUnknown(key) }
            guard case .integer(let total)? = values[key] else { throw .badValue(key: key) }
            totals[metric] = total
        }
        self.init(
            change: change, recordedAt: recordedAt, seal: seal, rowVersions: rowVersions, asOf: day, totals: totals)
    }
}
