import Glibc

/// How often a random test tries.
enum Tries {
    static func count(everyday: Int) -> Int {
        getenv("REGISTRY_TRIES").flatMap { Int(String(cString: $0)) } ?? everyday
    }
}
