import Glibc

/// A folder that holds nothing but what is written here.
struct OutputFolder {
    let path: String

    /// Creates the folder and those above it. An empty folder is taken; one that holds anything is refused.
    init(path: String) throws(Problem) {
        self.path = path
        try Self.createParents(of: path)
        try Self.create(path)
        guard let entries = opendir(path) else {
            if errno == ENOTDIR { throw .notAFolder(path: path) }
            throw .cannotCreate(path: path, systemError: errno)
        }
        defer { closedir(entries) }
        var names = 0
        while readdir(entries) != nil { names += 1 }
        // "." and ".." are always there.
        if names > 2 { throw .folderNotEmpty(path: path) }
    }

    func folder(named name: String) throws(Problem) -> OutputFolder {
        try OutputFolder(path: "\(path)/\(name)")
    }

    /// Writes a file whole.
    func write(_ text: String, to name: String) throws(Problem) {
        var file = try OutputFile(path: "\(path)/\(name)")
        try file.write(text)
        try file.flush()
    }

    /// Creates the folders that a path goes through, not its last part.
    static func createParents(of path: String) throws(Problem) {
        for (place, character) in zip(path.indices, path) where character == "/" && place != path.startIndex {
            try create(String(path[..<place]))
        }
    }

    private static func create(_ path: String) throws(Problem) {
        guard mkdir(path, 0o755) != 0, errno != EEXIST else { return }
        throw .cannotCreate(path: path, systemError: errno)
    }
}
