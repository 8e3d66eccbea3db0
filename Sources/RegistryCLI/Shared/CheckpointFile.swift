import RegistryProof

/// A checkpoint that was kept elsewhere.
struct CheckpointFile {
    let path: String
    /// A checkpoint is a few hundred bytes.
    private static let mostBytes = 1 << 16

    func read() throws -> Checkpoint {
        let bytes = try SmallFile.read(path, most: Self.mostBytes)
        do throws(CheckpointFault) {
            return try Checkpoint(bytes)
        } catch {
            throw Failure(.dataRefused, Words.file(path, Words.of(error)))
        }
    }
}
