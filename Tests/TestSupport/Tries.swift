import Glibc

/// How often a random test tries.
public enum Tries {
    /// What the variable `REGISTRY_TRIES` says; nil in everyday runs.
    public static let asked = getenv("REGISTRY_TRIES").flatMap { Int(String(cString: $0)) }

    /// As many as asked for, up to `most`; fewer in everyday runs.
    public static func count(everyday: Int, most: Int = .max) -> Int { min(most, asked ?? everyday) }
}
