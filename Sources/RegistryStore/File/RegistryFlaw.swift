/// Why a file is no registry.
package enum RegistryFlaw: Hashable, Sendable {
    case noPlainFile
    case empty
    /// Its `application_id` is another program's.
    case otherApplication(Int64)
    /// Its `user_version` is none that a registry has.
    case version(Int64)
    case noZone
    case noChange
    /// What SQLite says of it.
    case sqlite(String)
}
