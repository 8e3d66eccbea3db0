"""What is asked of a registry that stands, what is added to it, and how it is proven."""

from ledger import LAST_DAY, MILLION
from runs import Runs, in_short_turns, in_turn, printed, say
from table import Line, Target

TURNS = 21
SUM = "SELECT count(*), sum(amount_yuan) FROM deal"
MONTHS = "SELECT substr(signed_on, 1, 7), count(*), sum(amount_yuan) FROM deal GROUP BY 1 ORDER BY 1"
DEAL = """INSERT INTO deal VALUES ('SH', 'B-' || hex(randomblob(8)), 'one deal', 'transfer', NULL, NULL, NULL, NULL, 1200000,
    NULL, '2022-06-21')"""


def totals(ledger):
    """Of all days, of each month, and as they were known before a later change."""
    say(f"totals of {ledger.rows:,}")
    known = printed("sqlite3", ledger.registry, "SELECT max(id) FROM change").strip()
    printed(*ledger.ours("add-deal", "--venue", "SH", "--kind", "transfer", "--amount", "1", "--signed-on", LAST_DAY))
    asked = [
        ("`totals`", ("--as-of", LAST_DAY), SUM, Target(seconds=0.01, because="start-up, of which the schema is most")),
        ("`totals --by month`", ("--by", "month", "--as-of", LAST_DAY), MONTHS, Target()),
        ("`totals --known-at`", ("--as-of", LAST_DAY, "--known-at", known),
         f"{SUM} WHERE signed_on <= '{LAST_DAY}'", Target(seconds=0.3)),
    ]
    lines = []
    for what, words, statement, target in asked:
        ours, theirs = Runs(ledger.ours("totals", *words)), Runs(["sqlite3", ledger.keyed, statement])
        in_short_turns(TURNS if ledger.rows <= MILLION else 5, ours, theirs)
        lines.append(Line(what, ledger.rows, ours, "`SELECT` over the keyed table", theirs, target))
    return lines


def proof(ledger, pairs):
    say(f"verify of {ledger.rows:,}")
    names = printed("sqlite3", ledger.registry, "SELECT name FROM sqlite_schema WHERE type = 'table'").split()
    read_all = "".join(f'SELECT * FROM "{name}";' for name in names)
    ours, theirs = Runs(ledger.ours("verify")), Runs(["sqlite3", ledger.registry, f"PRAGMA integrity_check; {read_all}"])
    in_turn(pairs, ours, theirs)
    target = Target(ratio=1.5) if ledger.rows >= MILLION else Target()
    return [Line("`verify`", ledger.rows, ours, "`PRAGMA integrity_check`, all read", theirs, target)]


def report(ledger, pairs):
    say(f"the report on {ledger.rows:,}")
    ours = Runs(ledger.ours("report", "--as-of", LAST_DAY, "--output", "report.html"))
    in_turn(pairs, ours)
    return [Line("`report`", ledger.rows, ours, target=Target(seconds=1) if ledger.rows <= MILLION else Target())]


def rows_in_sql(ledger, pairs):
    say("rows asked in SQL")
    ask = "SELECT * FROM deal"
    ours = Runs(ledger.ours("sql", "--timeout", "1h", "--format", "csv", ask))
    theirs = Runs(["sqlite3", "-readonly", "-header", "-csv", ledger.registry, ask])
    in_turn(pairs, ours, theirs)
    return [Line("`sql`, all deals as CSV", ledger.rows, ours, "the shell, as CSV", theirs, Target(ratio=1.2))]


def one_deal(ledger):
    """On the disk when the command returns, as with the shell."""
    say(f"single deals beside {ledger.rows:,}")
    words = ("--venue", "SH", "--kind", "transfer", "--title", "one deal", "--amount", "1200000", "--signed-on", LAST_DAY)
    printed("cp", ledger.keyed, "logged.sqlite")
    printed("sqlite3", "logged.sqlite", "PRAGMA journal_mode = WAL")
    target = Target(ratio=3, because="two thirds of a short command go into SQLite's reading of the schema")
    ours, journal, logged = (
        Runs(ledger.ours("add-deal", *words)), Runs(["sqlite3", ledger.keyed, DEAL]), Runs(["sqlite3", "logged.sqlite", DEAL]))
    in_short_turns(TURNS, ours, journal, logged)
    return [
        Line("one durable deal", ledger.rows, ours, "`INSERT`, rollback journal", journal, target),
        Line("", ledger.rows, ours, "`INSERT`, write-ahead log", logged, target),
    ]


def start_up():
    say("start-up")
    ours, theirs = Runs(["registry", "--version"]), Runs(["sqlite3", "--version"])
    in_short_turns(101, ours, theirs)
    return [Line("`--version`", 0, ours, "`sqlite3 --version`", theirs, Target(ratio=3))]
