import Registry
import TestSupport
import Testing

@testable import RegistryCLI

/// The same commands in both languages, each in a folder of its own. Their data hold no Chinese, so that what is Chinese
/// in the output is the program's.
@Suite("A command speaks the language that was asked for")
struct TwoLanguagesTests {
    private static let files = """
        printf 'code,kind,amount_yuan,signed_on\\nD-7,transfer,100.00,2022-03-01\\nD-8,licence,200.00,2022-03-02\\n' > deals.csv
        printf 'code,kind,amount_yuan,signed_on\\nD-7,transfer,500.00,2022-03-01\\nD-9,gift,x,2022-02-30\\n' > bad.csv
        printf 'code,title,amount,received_on,colour\\nI-1,A,5,2022-01-05,red\\n' > no-unit.csv
        printf 'venue,code\\nSH,D-8\\n' > void.csv
        printf 'venue,code\\nSH,D-99\\n' > void-none.csv
        printf 'day,is_working,name\\n2022-01-01,no,new year\\n' > calendar.csv
        printf 'as_of,metric,comparison,value,unit,published_on,source\\n2022-06-21,deals,equal,9,项,2022-06-22,A\\n' > figures.csv
        printf 'files:\\n  - match: deals*.csv\\n    kind: deals\\n    arrives_by: 18:00\\n' > SH.yaml
        printf 'files:\\n  - match: deals*.csv\\n    kind: gifts\\n    colour: red\\n' > bad.yaml
        printf '{"a": 1}' > checkpoint-bad.json
        printf 'PK' > broken.xlsx
        : > empty.csv
        mkdir -p inbox/SH inbox/XX backups; cp deals.csv inbox/SH/deals.csv; cp bad.csv inbox/SH/bad.csv; cp bad.csv inbox/XX/x.csv
        """

    /// Successes and failures of every command. `registry` is said before each.
    static let commands = [
        "totals", "init --dry-run", "init --zone Mars/Olympus", "init", "init", "migrate", "migrate --status",
        "add-venue --code SH --name East --region A --joined-on 2020-10-28",
        "add-venue --code HZ --name South --joined-on 2021-10-28 --dry-run",
        "add-venue --code HZ --name South --joined-on 2021-10-28",
        "add-venue --code A/B --name X --joined-on 2999-01-01",
        "add-party --name Acme --region A", "add-party --name Acme",
        "add-intention --venue SH --title A --amount 120 --received-on 2021-03-12",
        "add-listing --venue SH --code L-1 --title A --kind patent --asking-price 300 --listed-on 2021-05-06",
        "add-deal --venue SH --code D-1 --kind transfer --amount 120 --signed-on 2022-06-21 --seller Acme --buyer Bolt",
        "add-deal --venue SX --kind gift --amount 12x --signed-on 2022-02-30",
        "add-deal --venue SH --kind transfer --signed-on 2022-06-21", "add-deal --venue SH --knd transfer",
        "add-deal --venue SH --code D-2 --kind transfer --amount 1 --signed-on 2022-06-21 --actor ''", "ad-deal",
        "amend-deal SH/D-1 --amount 130 --reason r", "amend-deal SH/D-1 --amount 130 --reason r",
        "amend-deal SH/D-1 --reason r", "amend-deal SH/D-1 --clear amount --reason r",
        "amend-deal SH/D-1 --amount 90 --effective-on 2022-12-01 --reason r",
        "amend-deal SH/D-1 --amount 90 --reason ' '",
        "amend-listing SH/L-1 --pricing free --reason r", "amend-venue SH --region B --reason r",
        "suspend-listing SH/L-1 --on 2021-06-01 --reason r", "resume-listing SH/L-1 --on 2021-06-02 --reason r",
        "resume-listing SH/L-1 --on 2021-06-03 --reason r", "withdraw-listing SH/L-1 --on 2021-07-01 --reason r",
        "void-listing-event SH/L-1 --on 2021-07-01 --reason r", "void-deal-event SH/D-1 --on 2020-01-01 --reason r",
        "terminate-deal SH/D-1 --on 2022-12-31 --reason r", "move-deal SH/D-1 --to HZ/D-1 --reason r",
        "move-deal SH/D-1 --to SH/D-5 --reason r", "merge-party Bolt Acme --reason r", "unmerge-party Bolt --reason r",
        "merge-party Acme Acme --reason r", "void-party Acme --reason r", "show deal SH/D-1", "show deal SH/D-77",
        "show deal D-77", "history deal HZ/D-1", "history listing SH/L-1", "list deals", "list listings", "list venues",
        "list parties", "list intentions", "list changes", "list corrections --unreviewed", "list changes --venue SH",
        "list deals --limit 1 --as-of 2999-01-01", "list", "list deals --format xml", "review 22 --actor other",
        "review 1",
        "review R1 --accept --reason r", "review R1", "figures import figures.csv", "figures check", "figures list",
        "figures publish --as-of 2022-06-21 --source B", "figures check --as-of 2022-06-20", "figures check --as-of x",
        "import deals.csv --venue SH", "import deals.csv --venue SH", "import bad.csv --venue SH", "import none.csv",
        "import bad.csv --venue SH --accept-valid --rejects mend", "import no-unit.csv --venue SH", "import empty.csv",
        "import broken.xlsx", "import", "import deals.csv --missing m.csv", "import calendar.csv --kind calendar",
        "list calendar", "list rejects", "list files", "list arrivals", "list figures",
        "drop-reject J1 --reason r --dry-run",
        "drop-reject J1 --reason r", "drop-reject J9 --reason r", "drop-reject x --reason r", "inspect no-unit.csv",
        "inspect --headings", "inspect", "set-profile SH bad.yaml", "set-profile SH SH.yaml", "set-profile SH SH.yaml",
        "show-profile SH", "show-profile HZ", "import --inbox inbox --night 2022-06-22", "import --inbox none",
        "status --night 2022-06-22", "status", "void-deals --from void.csv --reason r",
        "void-deals --from void-none.csv --reason r", "void-deal HZ/D-1 --reason r", "void-deal HZ/D-1 --reason r",
        "revert 1 --reason r", "revert 7 --reason r --dry-run", "revert 999 --reason r", "totals --as-of 2022-06-21",
        "totals --as-of 2022-06-21 --by month", "totals --by kind --with-seal",
        "totals --period 2022 --compare previous",
        "totals --as-of 2022-06-21 --period 2022", "totals --known-at 2001-01-01", "totals --known-at 999",
        "totals --as-published --as-of 2022-06-21", "totals --unit wan", "totals --by gift", "explain deals",
        "explain deals --by venue", "explain deal SH/D-7", "explain parties", "diff --from 3", "diff --from 9 --to 3",
        "verify", "verify --against checkpoint-bad.json", "checkpoint --output c.json", "checkpoint --output c.json",
        "backup backups --keep 2", "backup b.sqlite --keep 2", "backup b.sqlite", "restore b.sqlite",
        "restore none.sqlite",
        "sql --list", "export deals --output e.csv", "export deals --output e.csv",
        "export deals --excel --format jsonl", "sql 'SELECT 1 AS n'", "sql 'DELETE FROM deal'", "sql 'SELECT :a AS n'",
        "sql --named none", "publish p.sqlite", "publish deals.csv", "pack --output p.tar", "pack --output p.tar",
    ]

    private struct Said {
        let command: String
        let output: [String]
        let talk: [String]
        let exitCode: Int32
    }

    private static func run(_ prefix: String, _ suffix: String) throws -> [Said] {
        let folder = try TestFolder()
        _ = try ShellRun(files, in: folder)
        return try commands.map { command in
            let run = try ShellRun("\(prefix) REGISTRY_ACTOR=clerk registry \(command) \(suffix)", in: folder)
            return Said(command: command, output: run.output, talk: run.talk, exitCode: run.exitCode)
        }
    }

    /// Without what differs from run to run: stamps, seals, digests, folders.
    private static func steady(_ lines: [String]) -> [String] {
        lines.map { line in
            line.replacing(#/[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]*Z?/#, with: "STAMP").replacing(
                #/[0-9]{2}:[0-9]{2}|[0-9]+\.[0-9]{2} 秒/#, with: "TIME"
            ).replacing(
                #/[0-9a-f]{12,}/#, with: "HEX"
            )
            .replacing(#/\/[^ ：:]*\//#, with: "/").replacing(#/-[0-9]{8}T[0-9]{6}Z-/#, with: "-").replacing(
                #/[ -]+/#, with: " ")
        }
    }

    /// What is Chinese in every language: units of money, and the terms of vocabularies, which files hold.
    private static func withoutTerms(_ line: String) -> String {
        let vocabularies = [
            Vocabulary.dealKind, .achievementKind, .tradingMode, .field, .network, .maturity, .paymentForm,
        ]
        return
            (vocabularies.flatMap { $0.terms.flatMap { [$0.chinese] + $0.others } } + ["亿元", "万元", "元", "项", "个", "家"])
            .sorted { $0.count > $1.count }.reduce(line) { $0.replacing($1, with: "") }
    }

    /// Lines on standard output that are data, whatever the language.
    private static func isData(_ said: Said) -> Bool {
        ["checkpoint", "show-profile", "inspect", "sql 'SELECT", "report"].contains { said.command.hasPrefix($0) }
    }

    @Test("--lang zh leaves no line of talk, heading or result in English; --lang en has none in Chinese")
    func languages() throws {
        let (chinese, english) = (try Self.run("", "--lang zh"), try Self.run("", "--lang en"))
        for (zh, en) in zip(chinese, english) {
            #expect(zh.exitCode == en.exitCode, "\(zh.command): \(zh.talk) \(en.talk)")
            #expect(zh.output.count == en.output.count || Self.isData(zh), "\(zh.command)")
            for line in zh.talk { #expect(line.holdsHan, "\(zh.command): \(line)") }
            if let first = zh.output.first, !Self.isData(zh) { #expect(first.holdsHan, "\(zh.command): \(first)") }
            let isOfHeadings = en.command.hasPrefix("inspect --headings")
            for line in en.talk + (isOfHeadings || Self.isData(en) ? [] : en.output) {
                // What a file's mend or form is written in is told in Chinese too, as in amount（万元）.
                let ours = Self.withoutTerms(line)
                #expect(!ours.holdsHan || Self.mends.contains { ours.contains($0) }, "\(en.command): \(line)")
            }
        }
    }

    /// Forms that a mend quotes from the trade's files.
    private static let mends = ["2022年6月21日", "120万", "成交金额（", "复核"]

    @Test("a Chinese locale says the same as --lang zh")
    func locale() throws {
        let (option, locale) = (try Self.run("", "--lang zh"), try Self.run("LC_ALL= LANG=zh_CN.UTF-8", ""))
        for (one, other) in zip(option, locale) {
            #expect(one.exitCode == other.exitCode, "\(one.command)")
            #expect(Self.steady(one.output) == Self.steady(other.output), "\(one.command)")
            #expect(Self.steady(one.talk) == Self.steady(other.talk), "\(one.command)")
        }
    }

    @Test("what programs read is the same in every language, but for messages")
    func machines() throws {
        let folder = try TestFolder()
        _ = try ShellRun(Self.files, in: folder)
        _ = try ShellRun(
            """
            registry init; registry add-venue --code SH --name East --joined-on 2020-10-28
            registry add-deal --venue SH --code D-1 --kind transfer --amount 120 --signed-on 2022-06-21
            registry amend-deal SH/D-1 --amount 130 --reason r; registry figures import figures.csv
            registry import bad.csv --venue SH --accept-valid --rejects mend
            """, in: folder)
        for command in [
            "totals", "totals --by kind", "list deals", "list changes", "list corrections", "list rejects",
            "list files",
            "list arrivals", "list figures", "history deal SH/D-1", "show deal SH/D-1", "diff --from 2",
            "explain deals",
            "figures check", "figures list", "status", "verify", "inspect --headings",
        ] {
            for format in ["csv", "json"] {
                let zh = try ShellRun("registry \(command) --format \(format) --lang zh", in: folder)
                let en = try ShellRun("registry \(command) --format \(format) --lang en", in: folder)
                #expect(zh.output == en.output, "\(command) --format \(format)")
                guard format == "csv" else { continue }
                // Each of its columns has a heading for people.
                for key in (en.output.first ?? "").split(separator: ",") {
                    #expect(Words.isKnown(String(key)), "\(command): \(key)")
                }
            }
        }
    }
}
