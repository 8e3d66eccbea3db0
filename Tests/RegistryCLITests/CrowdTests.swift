import TestSupport
import Testing

@Suite("A crowd", .serialized)
struct CrowdTests {
    /// Sixteen who add deals, four who read totals, one who imports and one who backs up, all at once for some seconds. Each
    /// deal is of 7 yuan, so that a reader sees when a sum is not of the deals that are counted.
    private static func crowd(seconds: Int) -> String {
        """
        { registry init && registry add-venue --code SH --name 沪 --joined-on 2020-01-01; } >/dev/null 2>&1 || exit 9
        end=$(($(date +%s) + \(seconds)))
        going() { [ $(date +%s) -lt $end ]; }
        for shell in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
          (n=0; longest=0
            while going; do
              n=$((n + 1)); began=$(date +%s%N)
              registry add-deal --venue SH --code "A-$shell-$n" --kind transfer --amount 7 --signed-on 2022-06-21 \\
                >said.$shell 2>>talk.$shell || { echo "exit $?" >>failed; break; }
              took=$((($(date +%s%N) - began) / 1000000)); [ $took -le $longest ] || longest=$took
              grep -q "deal SH/A-$shell-$n added" said.$shell && echo "A-$shell-$n" >>acknowledged.$shell
            done; echo $longest >waited.$shell) &
        done
        for reader in 1 2 3 4; do
          (last=0
            while going; do
              registry totals --format json >totals.$reader 2>/dev/null || { echo "a reader: exit $?" >>failed; break; }
              deals=$(sed -n 's/.*"deals": \\([0-9]*\\).*/\\1/p' totals.$reader)
              fen=$(sed -n 's/.*"deal_amount_fen": \\([0-9]*\\).*/\\1/p' totals.$reader)
              [ "$fen" = $((deals * 700)) ] && [ "$deals" -ge $last ] || echo "half a change: $deals $fen $last" >>failed
              last=$deals; echo >>read
            done) &
        done
        (n=0
          while going; do
            n=$((n + 1)); { echo venue,code,kind,amount_yuan,signed_on
              for row in 1 2 3 4 5 6 7 8 9 10; do echo "SH,F-$n-$row,transfer,7,2022-06-21"; done; } >file.$n.csv
            registry import file.$n.csv >/dev/null 2>talk.import || { cat talk.import >>failed; break; }
            for row in 1 2 3 4 5 6 7 8 9 10; do echo "F-$n-$row"; done >>acknowledged.import
          done) &
        (n=0
          while going; do
            n=$((n + 1)); registry backup "backup.$n.sqlite" >/dev/null 2>talk.backup || { cat talk.backup >>failed; break; }
          done) &
        wait
        cat failed 2>/dev/null && exit 99
        cat talk.* | grep -i 'lock\\|busy' && exit 98
        for backup in backup.*.sqlite; do registry verify --db $backup >/dev/null 2>proof || { cat proof; exit 97; }; done
        sort acknowledged.* >acknowledged
        sqlite3 registry.sqlite 'SELECT code FROM deal' | sort >there
        cmp acknowledged there || exit 96
        uniq -d there | grep . && exit 95
        registry verify 2>&1 | cut -c 1-6
        for work in acknowledged.import acknowledged read; do [ -s $work ] || echo "no $work"; done
        ls backup.*.sqlite >/dev/null || exit 94
        echo "$(wc -l <acknowledged) deals, $(wc -l <read) readings, longest wait $(sort -n waited.* | tail -n 1) ms"
        """
    }

    @Test("of sixteen who add, four who read, one who imports and one who backs up loses nothing and sees no lock")
    func together() throws {
        let folder = try TestFolder()
        let seconds = Tries.count(everyday: 6, most: 300)
        let run = try ShellRun(Self.crowd(seconds: seconds), in: folder)
        #expect(run.exitCode == 0, "\(run.output) \(run.talk)")
        #expect(run.output.first == "proven")
        #expect(run.output.count == 2, "\(run.output)")
        if Tries.asked != nil { print("a crowd for \(seconds) s: \(run.output.last ?? "")") }
    }
}
