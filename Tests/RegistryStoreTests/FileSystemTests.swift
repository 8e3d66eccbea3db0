import Glibc
import TestSupport
import Testing

@testable import RegistryStore

@Suite("What a name is that of")
struct FileSystemTests {
    @Test("a pipe is looked at without being opened, so that its reader sees no end before a beginning")
    func pipe() throws {
        let folder = try TestFolder()
        let path = folder.file("pipe")
        try #require(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        try #require(reader >= 0)
        defer { close(reader) }
        /// Whether somebody has opened the pipe to write, and closed it.
        func hasSeenAnEnd() -> Bool {
            var waiting = pollfd(fd: reader, events: Int16(POLLIN), revents: 0)
            return poll(&waiting, 1, 0) > 0 && waiting.revents & Int16(POLLHUP) != 0
        }
        #expect(!FileSystem.isTerminal(path))
        #expect(FileSystem.isStream(path))
        #expect(!hasSeenAnEnd())
        let writer = open(path, O_WRONLY | O_CLOEXEC)
        close(writer)
        #expect(hasSeenAnEnd())
    }

    @Test("a terminal is one, a device that is none and a file are not")
    func terminals() {
        #expect(FileSystem.isTerminal("/dev/ptmx"))
        #expect(!FileSystem.isTerminal("/dev/null"))
        #expect(!FileSystem.isTerminal(PackageFolder.file("Package.swift")))
    }
}
