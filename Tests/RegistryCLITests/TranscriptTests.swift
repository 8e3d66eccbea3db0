import Glibc
import TestSupport
import Testing

@Suite("The command line, as it was written down")
struct TranscriptTests {
    /// Those that can run here.
    static let all = everyOne.filter { $0.needs.allSatisfy(isThere) }

    private static let everyOne: [Transcript] = {
        let folder = PackageFolder.file("Tests/RegistryCLITests/Transcripts")
        return TestFolder.names(in: folder).filter { $0.hasSuffix(".txt") }.compactMap { name in
            (try? TestFolder.text("\(folder)/\(name)")).map { Transcript(name: String(name.dropLast(4)), text: $0) }
        }
    }()

    private static func isThere(_ path: String) -> Bool {
        if path.hasPrefix("$ ") { return (try? ShellRun(String(path.dropFirst(2)), in: TestFolder()))?.exitCode == 0 }
        return access(path.hasPrefix("/") ? path : PackageFolder.file(path), F_OK) == 0
    }

    /// Those that cannot run here, by what they need and lack.
    private static let lacking = everyOne.filter { one in !one.needs.allSatisfy(isThere) }

    @Test("every transcript can run here", .disabled(if: !lacking.isEmpty, "skipped: \(lacking.map(\.name))"))
    func allRun() {
        #expect(Self.all.count == Self.everyOne.count)
    }

    @Test("a command prints what its transcript says, and ends so", arguments: all)
    func transcript(_ transcript: Transcript) throws {
        try #require(!transcript.exchanges.isEmpty)
        let folder = try TestFolder()
        for exchange in transcript.exchanges {
            let run = try ShellRun(exchange.command.joined(separator: "\n"), in: folder)
            let place = "\(transcript.name).txt:\(exchange.line)"
            #expect(
                LinePattern.matches(run.output, exchange.output),
                "\(place) printed:\n\(run.output.joined(separator: "\n"))")
            #expect(
                LinePattern.matches(run.talk, exchange.talk), "\(place) said:\n\(run.talk.joined(separator: "\n"))")
            #expect(run.exitCode == exchange.exitCode, "\(place): \(run.talk.joined(separator: "\n"))")
        }
    }

    @Test("a folder is taken away with its links, and what they point to stays")
    func links() throws {
        let other = try TestFolder()
        _ = try ShellRun("mkdir inner; echo kept > inner/file", in: other)
        do {
            let folder = try TestFolder()
            let made = try ShellRun(
                "ln -s '\(other.path)/inner' link; mkdir deep; ln -s '\(other.path)' deep/link", in: folder)
            #expect(made.exitCode == 0)
        }
        #expect(try other.lines("inner/file") == ["kept"])
    }

    @Test(
        "lines match their patterns",
        arguments: [
            (["a"], ["a"], true), (["a"], ["b"], false), (["a", "b"], ["a"], false), ([], ["..."], true),
            (["a", "b", "c"], ["...", "c"], true), (["a", "b"], ["a", "...", "c"], false), (["ab"], ["a…"], true),
            (["abc"], ["a…c"], true), (["ac", "x"], ["a…c", "..."], true), (["ab"], ["…a"], false),
            (["aXbXc"], ["a…b…c"], true), (["ab"], ["ab…b"], false), (["a b"], ["a"], false),
        ])
    func patterns(lines: [String], patterns: [String], isMatch: Bool) {
        #expect(LinePattern.matches(lines, patterns) == isMatch)
    }

    @Test("a transcript tells commands, output, talk and exit codes apart")
    func reading() throws {
        let text = "A remark.\nneeds: /bin/sh\n\n$ one\n> two\nout\n! talk\n? 65\n\n$ three\n\nlast\n"
        let transcript = Transcript(name: "t", text: text)
        #expect(transcript.needs == ["/bin/sh"])
        try #require(transcript.exchanges.count == 2)
        let first = transcript.exchanges[0]
        #expect(first.command == ["one", "two"])
        #expect(first.output == ["out"])
        #expect(first.talk == ["talk"])
        #expect(first.exitCode == 65)
        #expect(first.line == 4)
        #expect(transcript.exchanges[1].output == ["", "last"])
    }
}
