import Glibc
import TestSupport
import Testing

/// What a command printed and how it ended.
struct ShellRun {
    let output: [String]
    let talk: [String]
    /// As a shell counts: 128 and more for one that a signal ended.
    let exitCode: Int32

    /// Runs a script in a folder, which is its home, with an environment that holds nothing of the tester's own.
    init(_ script: String, in folder: TestFolder) throws {
        let (output, talk) = (folder.file(".output"), folder.file(".talk"))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, talk, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let environment = [
            "PATH=\(BuildFolder.path):/usr/bin:/bin", "HOME=\(folder.path)",
            "REGISTRY_DB=\(folder.path)/registry.sqlite",
            "REGISTRY_ACTOR=登记员", "LC_ALL=C.UTF-8", "PACKAGE=\(PackageFolder.path)",
        ]
        var process = pid_t()
        let code = Self.withPointers(["sh", "-c", "cd || exit\n\(script)"]) { words in
            Self.withPointers(environment) { environment in
                posix_spawn(&process, "/bin/sh", &actions, nil, words, environment)
            }
        }
        try #require(code == 0, "sh cannot be started: \(String(cString: strerror(code)))")
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        exitCode = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
        self.output = try folder.lines(".output")
        self.talk = try folder.lines(".talk")
    }

    private static func withPointers<Result>(
        _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return body(pointers + [nil])
    }
}

/// Where the programs under test were built.
enum BuildFolder {
    /// What the variable `REGISTRY_PROGRAMS` says; else the folder of this very test program.
    static let path: String = {
        if let told = getenv("REGISTRY_PROGRAMS") { return String(cString: told) }
        var name = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/exe", &name, name.count - 1)
        let program = String(decoding: name[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return program.split(separator: "/").dropLast().reduce(into: "") { $0 += "/\($1)" }
    }()
}
