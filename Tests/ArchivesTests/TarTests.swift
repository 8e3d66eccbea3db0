import Glibc
import TestSupport
import Testing

@testable import Archives

@Suite("tar", .enabled(if: access("/bin/tar", X_OK) == 0))
struct TarTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func sh(_ script: String) throws -> String {
        let output = try #require(popen("cd '\(folder.path)' && { \(script); } 2>&1", "r"))
        defer { pclose(output) }
        var bytes: [UInt8] = []
        while case let byte = fgetc(output), byte >= 0 { bytes.append(UInt8(byte)) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(_ body: (TarWriting) throws(TarWriting.Fault) -> Void) throws {
        let file = open(folder.file("a.tar"), O_CREAT | O_WRONLY | O_TRUNC, 0o600)
        defer { close(file) }
        let tar = TarWriting(descriptor: file, seconds: 1_655_769_600)
        try body(tar)
        try tar.finishArchive()
    }

    @Test(
        "members of any size come out as they went in", arguments: [0, 1, 511, 512, 513, 262_143, 262_144, 1_000_000])
    func sizes(size: Int) throws {
        try write { tar throws(TarWriting.Fault) in
            for name in ["one", "a/folder/two"] {
                try tar.begin(name)
                for _ in 0..<size / 100 { try tar.write([UInt8](repeating: 0x61, count: 100)) }
                try tar.write([UInt8](repeating: 0x62, count: size % 100))
                try tar.end()
            }
        }
        #expect(
            try sh("tar xf a.tar && cmp one a/folder/two && wc -c < one && tail -c 1 one") == "\(size)\n"
                + (size == 0 ? "" : size % 100 == 0 ? "a" : "b"))
        #expect(try sh("TZ=UTC tar tvf a.tar | grep -c '2022-06-21 00:00 one'") == "1\n")
    }

    @Test("an archive within an archive is one by itself")
    func nested() throws {
        try write { tar throws(TarWriting.Fault) in
            try tar.begin("inner.tar")
            for number in 0..<300 {
                try tar.begin("file-\(number)")
                try tar.write([UInt8](repeating: UInt8(number % 256), count: number * 10))
                try tar.end()
            }
            try tar.finishArchive()
            try tar.end()
            try tar.begin("after")
            try tar.write(Array("after".utf8))
            try tar.end()
        }
        #expect(try sh("tar tf a.tar") == "inner.tar\nafter\n")
        #expect(
            try sh("tar xf a.tar && tar xf inner.tar && ls file-* | wc -l && wc -c < file-299 && cat after")
                == "300\n2990\nafter")
    }

    @Test("a member of more than 8 GiB has its size in bytes")
    func large() throws {
        let size: Int64 = 9 << 30
        let header = TarWriting.header("large", size: size, seconds: 0)
        let file = open(folder.file("a.tar"), O_CREAT | O_WRONLY, 0o600)
        #expect(Glibc.write(file, header, header.count) == header.count)
        // A hole in place of the bytes.
        #expect(ftruncate(file, off_t(size) + 512 * 3) == 0)
        close(file)
        #expect(try sh("tar tvf a.tar | awk '{ print $3, $6 }'") == "\(size) large\n")
    }

    @Test("a full disk is told")
    func full() throws {
        let file = open("/dev/full", O_WRONLY)
        defer { close(file) }
        let tar = TarWriting(descriptor: file, seconds: 0)
        do throws(TarWriting.Fault) {
            try tar.begin("one")
            try tar.end()
            try tar.finishArchive()
            Issue.record("it was written")
        } catch {
            #expect(error.errno == ENOSPC)
        }
    }
}
