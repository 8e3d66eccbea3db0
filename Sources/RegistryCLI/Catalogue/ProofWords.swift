import RegistryProof

extension Words {
    static func proven(_ extent: Verification.Extent, withFiles: Bool, against checkpoint: Checkpoint?) -> String {
        let files = withFiles ? ", \(extent.keptFiles) kept \(extent.keptFiles == 1 ? "file" : "files")" : ""
        let since = checkpoint.map { "; the history up to change \($0.change) is that of the checkpoint" } ?? ""
        return "proven: \(of(extent))\(files)\(since)"
    }

    static func unproven(_ findings: Int, _ extent: Verification.Extent) -> String {
        "not proven: \(findings) \(findings == 1 ? "finding" : "findings") in \(of(extent))"
    }

    private static func of(_ extent: Verification.Extent) -> String {
        "\(extent.changes) \(extent.changes == 1 ? "change" : "changes"), \(extent.rows) \(extent.rows == 1 ? "version" : "versions") of records"
    }

    static func kept(_ checkpoint: Checkpoint, at path: String) -> String {
        "checkpoint of change \(checkpoint.change) written to \(path.visible); keep it where nobody who can write the registry can write"
    }

    static func seal(_ seal: String) -> String { "seal \(seal)" }

    static var noChange: String { "the registry has no change, and so no seal" }

    static func of(_ fault: CheckpointFault) -> String {
        switch fault {
        case .notJSON(let offset): "is no checkpoint: no plain JSON object, at byte \(offset)"
        case .keyMissing(let key): "is no checkpoint: it has no \(key)"
        case .keyTwice(let key): "is no checkpoint: it has \(key.visible) twice"
        case .keyUnknown(let key): "is no checkpoint: it may not have \(key.visible)"
        case .badValue(let key): "is no checkpoint: its \(key) is none that a checkpoint has"
        case .otherForm(let number): "is a checkpoint of form \(number), which a later program made"
        }
    }
}
