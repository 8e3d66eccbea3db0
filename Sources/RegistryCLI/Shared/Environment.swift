#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// A variable that is set to something.
func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
}
