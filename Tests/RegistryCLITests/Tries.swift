import Glibc

/// How often a random test tries.
enum Tries {
    /// What the variable `REGISTRY_TRIES` says; nil in everyday runs.
    static let asked = getenv("REGISTRY_TRIES").flatMap { Int(String(cString: $0)) }
}
