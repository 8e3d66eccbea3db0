/// The package that is tested.
public enum PackageFolder {
    public static let path = "\(#filePath)".split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

    /// - Parameter name: as seen from it: `Migrations`.
    public static func file(_ name: String) -> String { "\(path)/\(name)" }
}
