import Glibc
import TestSupport
import Testing

/// A registry that hostile statements are asked of, the same for all.
private struct HostileDesk: Sendable {
    let folder: TestFolder
    let bytes: [UInt8]
    /// What lies in the folder: the registry, and whatever stays beside it while others read.
    let names: [String]

    /// How long a statement is allowed.
    static let timeoutMilliseconds = 500

    static let shared = Result { try HostileDesk() }

    private init() throws {
        folder = try TestFolder()
        let made = try ShellRun(
            """
            {
            registry init
            registry add-venue --code SH --name 沪东技术交易所 --region 上海 --joined-on 2020-10-28
            for number in 1 2 3 4 5 6 7 8; do
              registry add-deal --venue SH --code D-$number --kind transfer --amount ${number}万元 --signed-on 2022-06-21
              registry amend-deal SH/D-$number --title 更正 --reason typed
            done
            registry sql 'SELECT * FROM deals'
            } > /dev/null 2>&1
            """, in: folder)
        try #require(made.exitCode == 0)
        bytes = try folder.read("registry.sqlite")
        names = folder.names.filter { !$0.hasPrefix(".") }
    }
}

@Suite("Hostile statements")
struct HostileStatementTests {
    @Test("are three hundred and more, each another")
    func number() {
        #expect(Set(HostileStatement.all.map(\.sql)).count == HostileStatement.all.count)
        #expect(HostileStatement.all.count >= 300)
    }

    /// Runs a command and tells how it ended: exit code, seconds by the clock, seconds of the processor, peak memory in KiB.
    ///
    /// By a program of its own, since a process is charged with the memory of the one that began it.
    private static let weigh = """
        import os, sys, time
        began = time.monotonic()
        child = os.fork()
        if child == 0:
            os.execvp(sys.argv[1], sys.argv[1:])
        _, status, usage = os.wait4(child, 0)
        code = 128 + os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
        print(code, time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
        """

    @Test("change nothing, end in time, stay small and leave nothing behind", arguments: HostileStatement.all)
    func harmless(statement: HostileStatement) throws {
        let desk = try HostileDesk.shared.get()
        let folder = try TestFolder()
        try folder.write(statement.sql, to: "statement.sql")
        try folder.write(Self.weigh, to: "weigh.py")
        let run = try ShellRun(
            """
            mkdir inner temporary && cd inner
            export TMPDIR=$HOME/temporary SQLITE_TMPDIR=$HOME/temporary
            for format in \(statement.formats.joined(separator: " ")); do
              /usr/bin/python3 ../weigh.py sh -c 'exec registry sql --db "$0" --file ../statement.sql --format "$1" \
                --timeout \(HostileDesk.timeoutMilliseconds)ms > /dev/null 2> "../talk-$1"' \
                "\(desk.folder.path)/registry.sqlite" $format
            done
            find . ../temporary -type f
            """, in: folder)
        #expect(run.output.count == statement.formats.count, "something was left: \(run.output)")
        for (format, line) in zip(statement.formats, run.output) {
            let talk = try folder.lines("talk-\(format)")
            let figures = line.split(separator: " ").compactMap { Double($0) }
            try #require(figures.count == 4, "\(line)")
            #expect(statement.exits.contains(Int32(figures[0])), "ended with \(figures[0]): \(talk)")
            #expect((figures[0] == 0) == LinePattern.matches(talk.suffix(1), ["… row…, … s"]), "\(talk)")
            #expect(figures[2] < Double(HostileDesk.timeoutMilliseconds) / 1000 + 1, "seconds of the processor")
            #expect(figures[1] < 20, "seconds by the clock, of a machine that does other things too")
            #expect(figures[3] < 256 * 1024, "KiB")
        }
        #expect(try desk.folder.read("registry.sqlite") == desk.bytes)
        #expect(desk.folder.names.filter { !$0.hasPrefix(".") } == desk.names)
    }
}
