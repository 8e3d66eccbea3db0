import Glibc

/// How often a random test tries.
enum Tries {
    /// As many as the variable `REGISTRY_TRIES` says, up to `most`; fewer in everyday runs.
    static func count(everyday: Int, most: Int = .max) -> Int {
        min(most, getenv("REGISTRY_TRIES").flatMap { Int(String(cString: $0)) } ?? everyday)
    }
}
