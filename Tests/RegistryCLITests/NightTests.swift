import Glibc
import TestSupport
import Testing

@Suite("A night that is disturbed", .serialized)
struct NightTests {
    /// In everyday runs the files of four venues, so that a night is over soon; the whole feed where more tries are asked.
    private static let venues = Tries.asked == nil ? "BJ CS XM ZZ" : "*"
    private static let night = "registry import --inbox inbox --night 2024-03-05"

    /// What must be equal, however a night went: totals, rows, changes, where each file lies, and a whole registry.
    private static let state = """
        registry totals --as-of 2022-06-21 --format csv 2>/dev/null | cut -d, -f 1,3-
        for table in venue party intention listing deal change source_file; do
          sqlite3 registry.sqlite "SELECT '$table', count(*) FROM $table"
        done
        sqlite3 registry.sqlite "SELECT count(*), sum(amount_fen) FROM deal"
        find inbox -mindepth 1 ! -name .night.lock ! -type d | sort
        registry list rejects --all --format csv | cut -d, -f 1-7
        # A file with rejects that comes twice repeats them, for the same reason as below.
        for beside in lacked_record repeated_reject; do
          sqlite3 registry.sqlite "SELECT '$beside', count(DISTINCT b.arrival_id || a.name), a.name FROM $beside b
            JOIN arrival a ON a.id = b.arrival_id WHERE a.outcome = 'imported' GROUP BY a.name" | cut -d '|' -f 1,3
        done
        # Not how often a file came: one whose run was killed before it had moved comes twice.
        registry status --night 2024-03-05 --format csv 2>/dev/null | cut -d, -f 2,4,5,7-9,14,15,18- |
          sed 's/came late, [^;]*;/came late;/g'
        registry verify --files 2>&1 | cut -c 1-6
        """

    private static func start(_ folder: TestFolder) throws {
        let script = """
            SampleFeed feed --output feed || exit 1
            cd feed; mkdir ../kept; cp -r venues.csv ../kept
            for venue in \(venues); do [ -d "$venue" ] && cp -r "$venue" ../kept; done
            mkdir ../kept/QX; cd ../kept/QX
            heading=code,kind,amount_yuan,signed_on
            row() { echo "Q-$1,transfer,$2,2022-06-${3:-01}"; }
            { echo $heading; row 1 1; row 2 2; row 3 3; row 4 1.234; row 5 5 31; echo ,transfer,6,2022-06-02; } >deals.csv
            { echo $heading; row 1 1; row 4 1.234; row 6 6; echo ,transfer,6,2022-06-02; } >more.csv
            { echo $heading; row 1 1; row 2 2; row 4 1.23; } >whole.csv
            find .. -type f -exec touch -d '1 hour ago' {} +
            { echo files:; echo '  - {match: whole.csv, full: all, arrives_by: 18:00}'
              for name in deals more; do
                echo "  - {match: $name.csv, tolerated_rejects: 60%, arrives_by: 18:00, expected_rows: 4-5}"
              done; } >../../QX.yaml
            """
        #expect(try ShellRun(script, in: folder).exitCode == 0)
    }

    /// A registry and an inbox as they are before the night. Of the files of one venue rows are rejected, repeated and
    /// mended, and one that is complete lacks records: the night ends with 1.
    private static let evening = """
        rm -rf inbox registry.sqlite*; cp -a kept inbox
        { registry init; registry add-venue --code QX --name 曲溪技术市场 --joined-on 2020-01-01
          registry set-profile QX QX.yaml; } >/dev/null 2>&1

        """

    private static func undisturbed(_ folder: TestFolder) throws -> (state: [String], milliseconds: Int) {
        let run = try ShellRun(
            evening
                + "a=$(date +%s%N); \(night) >/dev/null 2>&1; [ $? = 1 ] || exit 9; b=$(date +%s%N); echo $(((b - a) / 1000000)); "
                + state, in: folder)
        #expect(run.exitCode == 0)
        let milliseconds = try #require(run.output.first.flatMap { Int($0) })
        #expect(run.output.contains { $0.hasSuffix("ZZ/deals.csv.report.json") })
        #expect(run.output.last == "proven")
        #expect(
            run.output.contains("J1,mended,deal,QX,Q-4,QX/deals.csv,5")
                && run.output.contains("repeated_reject|QX/more.csv"))
        #expect(run.output.contains("lacked_record|QX/whole.csv"))
        #expect(
            run.output.contains { $0.hasPrefix("QX,") && $0.contains("QX/whole.csv is complete and lacks 2 records") })
        return (Array(run.output.dropFirst()), milliseconds)
    }

    @Test("killed at a random moment and run again, it ends as one that nobody disturbed")
    func killed() throws {
        let folder = try TestFolder()
        try Self.start(folder)
        let (expected, milliseconds) = try Self.undisturbed(folder)
        for _ in 0..<(Tries.asked ?? 8) {
            let wait = Double(Int.random(in: 0...milliseconds)) / 1000
            let run = try ShellRun(
                Self.evening + """
                    \(Self.night) >/dev/null 2>&1 & night=$!
                    sleep \(wait); kill -KILL $night 2>/dev/null; wait $night 2>/dev/null
                    \(Self.night) >/dev/null 2>again; [ $? = 1 ] || { cat again >&2; exit 99; }
                    \(Self.state)
                    """, in: folder)
            #expect(run.exitCode == 0, "killed after \(wait) s: \(run.talk)")
            #expect(run.output == expected, "killed after \(wait) s")
        }
    }

    @Test(
        "asked to end by SIGTERM or SIGINT it ends with 75 between two files or without the one in hand",
        arguments: ["TERM", "INT"])
    func asked(signal: String) throws {
        let folder = try TestFolder()
        try Self.start(folder)
        let (expected, milliseconds) = try Self.undisturbed(folder)
        for round in 1...(Tries.asked.map { min($0, 20) } ?? 3) {
            let wait = Double(milliseconds * round) / 10_000 + 0.05
            // A shell's background job would not hear of SIGINT.
            let run = try ShellRun(
                Self.evening + """
                    timeout --preserve-status --signal=\(signal) \(wait) \(Self.night) >/dev/null 2>first; code=$?
                    grep -q 'stopped by a signal' first && ! ls inbox/.night.lock >/dev/null && exit 98
                    case $code in 75) grep -q 'stopped by a signal' first || exit 97;; 1) ;;
                      143|130) [ ! -e inbox/archive ] || exit 94;;  # before it had begun
                      *) cat first >&2; echo "exit $code" >&2; exit 96;; esac
                    find inbox/archive -name '*.new' | grep . && exit 95
                    \(Self.night) >/dev/null 2>again; [ $? = 1 ] || { cat again >&2; exit 99; }
                    \(Self.state)
                    """, in: folder)
            #expect(run.exitCode == 0, "asked after \(wait) s: \(run.talk)")
            #expect(run.output == expected, "asked after \(wait) s")
        }
    }

    @Test("of two at once one takes the inbox and the other says who has it; shells that add deals lose none")
    func together() throws {
        let folder = try TestFolder()
        try Self.start(folder)
        let (expected, _) = try Self.undisturbed(folder)
        let run = try ShellRun(
            Self.evening + """
                registry import kept/venues.csv >/dev/null 2>&1
                for shell in 1 2 3 4 5 6 7 8; do
                  (for deal in 1 2 3 4 5; do
                    registry add-deal --venue ZZ --code "H-$shell-$deal" --kind transfer --amount 3500000 --signed-on 2023-01-02 2>&1 >/dev/null
                  done >"said-$shell") &
                done
                \(Self.night) >/dev/null 2>first & a=$!
                \(Self.night) >/dev/null 2>second & b=$!
                wait $a; echo $? >codes; wait $b; echo $? >>codes; wait
                grep -il 'locked\\|busy' said-* first second && exit 98
                grep -v 'waiting for\\|^to take it back' said-* /dev/null && exit 97
                sqlite3 registry.sqlite "SELECT count(*) FROM deal WHERE code LIKE 'H-%'"
                sort -n codes
                grep -h 'is in hand: process' first second | wc -l
                \(Self.night) >/dev/null 2>&1
                sqlite3 registry.sqlite "SELECT count(*) FROM deal WHERE code NOT LIKE 'H-%'"
                registry totals --as-of 2022-06-21 --format csv 2>/dev/null | cut -d, -f 1,4- | tail -n 1
                registry verify 2>&1 | cut -c 1-6
                """, in: folder)
        #expect(run.exitCode == 0, "\(run.talk)\(run.output)")
        let deals = try #require(expected.first { $0.hasPrefix("deal|") }?.dropFirst(5))
        let totals = try #require(expected.dropFirst().first).split(separator: ",")
        #expect(
            run.output == [
                "40", "1", "75", "1", "\(deals)", ([totals[0]] + totals.dropFirst(2)).joined(separator: ","), "proven",
            ])
    }
}
