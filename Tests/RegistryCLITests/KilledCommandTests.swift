import TestSupport
import Testing

@Suite("A command that is killed", .serialized)
struct KilledCommandTests {
    /// The registry before each command, in `kept`: some records of most nouns.
    private static let morning = """
        mkdir kept && export REGISTRY_DB=kept/registry.sqlite
        { echo venue,code,kind,seller,buyer,amount_yuan,signed_on
          for n in 1 2 3 4 5 6 7 8 9; do echo "SH,D-$n,transfer,卖$n,买$n,$n.5,2022-06-0$n"; done; } >deals.csv
        { sed 's/D-/E-/; s/卖/新/' deals.csv; echo SH,D-2,transfer,卖2,买2,77,2022-06-02; } >more.csv
        { echo venue,code; echo SH,D-8; echo SH,D-9; } >out.csv
        printf 'files:\\n  - {match: "*.csv", kind: deals}\\n' >SH.yaml
        { registry init && registry add-venue --code SH --name 沪 --joined-on 2020-01-01 &&
          registry add-listing --venue SH --code L-1 --title 成果 --listed-on 2022-01-01 && registry import deals.csv &&
          registry amend-deal SH/D-1 --amount 9 --reason slip &&
          registry add-payment --deal SH/D-5 --kind price --direction in --amount 5.5 --paid-on 2022-06-21 &&
          registry add-payment --deal SH/D-6 --kind price --direction in --amount 6.5 --paid-on 2022-06-21 &&
          registry issue-certificate SH/D-5 --issued-on 2022-06-22 --fee 0 &&
          registry add-instalment --deal SH/D-3 --kind price --amount 3.5 --due-on 2022-07-01 &&
          registry add-payment --deal SH/D-3 --kind price --direction in --amount 1 --paid-on 2022-06-21 &&
          registry add-programme --venue SH --code PROG --bank 浦江银行 --title 授信 --quota 3亿元 --announced-on 2022-01-05 &&
          registry add-service --venue SH --code LOAN --kind loan --service PROG --provider 浦江银行 --customer 丙 \
            --amount 1亿元 --started-on 2022-02-04 &&
          registry backup older.sqlite; } >/dev/null 2>&1 || exit 9
        ls kept; sqlite3 kept/registry.sqlite 'SELECT count(*) FROM change'
        """

    /// A command, and the file that it makes beside the registry.
    struct Command: Sendable, CustomTestStringConvertible {
        let line: String
        var file: String?
        var testDescription: String { line }
    }

    /// Every way of writing: new records, corrections, files, and what is copied out and in.
    static let commands: [Command] =
        [
            "add-venue --code BJ --name 京 --joined-on 2020-01-01", "add-party --name 甲",
            "add-intention --venue SH --title 意向 --received-on 2022-01-01",
            "add-listing --venue SH --title 成果 --owner 甲 --listed-on 2022-01-01",
            "add-demand --venue SH --title 需求 --posted-on 2022-01-01",
            "add-deal --venue SH --kind transfer --amount 120万元 --seller 甲 --signed-on 2022-06-21",
            "add-contract-registration --venue SH --code 20223101010001 --kind transfer --amount 5 --registered-on 2022-02-02",
            "add-instalment --deal SH/D-2 --kind price --amount 2.5 --due-on 2022-07-01",
            "add-payment --deal SH/D-2 --kind price --direction in --amount 2.5 --paid-on 2022-06-21",
            "issue-certificate SH/D-6 --issued-on 2022-06-22 --fee 0",
            "revoke-certificate SH/C-2022-0001 --reason wrong",
            "add-service --venue SH --kind valuation --provider 明信评估 --customer 甲 --amount 5万元 --started-on 2022-02-04",
            "add-programme --venue SH --bank 浦江银行 --title 授信 --quota 3亿元 --announced-on 2022-01-05",
            "add-training --venue SH --series 沙龙 --organiser 主办单位 --held-on 2022-02-05",
            "add-service --venue SH --kind loan --service PROG --provider 浦江银行 --customer 乙 --amount 2亿元 --started-on 2022-03-04",
            "amend-service SH/PROG --amount 2亿元 --reason slip", "void-service SH/LOAN --reason never",
            "amend-payment SH/D-3-P1 --amount 2 --reason slip", "void-payment SH/D-3-P1 --reason never",
            "amend-instalment SH/D-3-I1 --amount 2 --reason slip",
            "add-service-point --venue SH --title 服务点 --operator 主办单位 --place 张江 --opened-on 2022-02-06",
            "import more.csv", "set-profile SH SH.yaml", "amend-deal SH/D-2 --amount 8 --reason slip",
            "amend-deal SH/D-2 --amount 8 --effective-on 2022-07-01 --reason terms",
            "terminate-deal SH/D-3 --on 2022-07-01 --reason ended",
            "suspend-listing SH/L-1 --on 2022-02-01 --reason asked",
            "move-deal SH/D-4 --to SH/M-4 --reason code", "merge-party 卖5 卖6 --reason same",
            "void-deal SH/D-7 --reason never", "void-deals --from out.csv --reason never", "revert 5 --reason wrong",
            "review 5 --actor 复核员",
        ].map { Command(line: $0) } + [
            Command(line: "backup new.sqlite", file: "new.sqlite"),
            Command(line: "publish public.sqlite", file: "public.sqlite"),
            Command(line: "restore older.sqlite --force", file: nil),
        ]

    @Test("has done its work or none of it, and can be given again", arguments: commands)
    func killed(_ command: Command) throws {
        let folder = try TestFolder()
        let morning = try ShellRun(Self.morning, in: folder)
        try #require(morning.exitCode == 0, "\(morning.talk)")
        try #require(morning.output.first == "registry.sqlite")
        let before = try #require(morning.output.last.flatMap { Int($0) })
        let again = "rm -rf registry.sqlite* \(command.file ?? "none"); cp -a kept/. .\n"
        let state = """
            registry verify >proof 2>&1 || { cat proof; exit 97; }
            \(command.file.map { "[ ! -e \($0) ] || registry verify --db \($0) >proof 2>&1 || { cat proof; exit 96; }" } ?? "")
            sqlite3 registry.sqlite 'SELECT count(*) FROM change'

            """
        let whole = try ShellRun(
            again + """
                a=$(date +%s%N); registry \(command.line) >said 2>&1 || { cat said >&2; exit 98; }
                b=$(date +%s%N); echo $(((b - a) / 1000000))

                """ + state, in: folder)
        try #require(whole.exitCode == 0, "\(whole.talk)")
        let milliseconds = try #require(whole.output.first.flatMap { Int($0) })
        let after = try #require(whole.output.last.flatMap { Int($0) })
        #expect(after >= before && after <= before + 1)

        for _ in 0..<Tries.count(everyday: 2) {
            let wait = Double(Int.random(in: 0...milliseconds)) / 1000
            let run = try ShellRun(
                again + """
                    registry \(command.line) >said 2>&1 & command=$!
                    sleep \(wait); kill -KILL $command 2>/dev/null; wait $command 2>/dev/null; echo $?

                    """ + state + """
                        now=$(sqlite3 registry.sqlite 'SELECT count(*) FROM change')
                        if [ $now = \(before) ] && [ ! -e \(command.file ?? "none") ]; then registry \(command.line) >said 2>&1 || { cat said >&2; exit 98; }; fi

                        """ + state, in: folder)
            let label: Comment = "killed after \(wait) s: \(run.output) \(run.talk)"
            #expect(run.exitCode == 0, label)
            try #require(run.output.count == 3, label)
            #expect(
                run.output[0] == "0" ? run.output[1] == "\(after)" : ["\(before)", "\(after)"].contains(run.output[1]),
                label)
            #expect(run.output[2] == "\(after)", label)
        }
    }
}
