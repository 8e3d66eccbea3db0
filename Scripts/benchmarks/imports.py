"""A file of deals becomes a ledger: beside programs that put its rows into a table, and one that does the same work."""

import os

from ledger import BARE, KEYED, MILLION
from runs import Runs, fresh, in_turn, printed, say
from table import Line, SizeLine, Target

MEMORY = 96
# Seen by perf at ten million deals.
PARTIES = "nearly half goes into reading pages again: the parties do not fit into the memory"
DUCKDB = """
import duckdb, sys
database = duckdb.connect(sys.argv[1])
database.execute("SET threads = 2")
database.execute(sys.argv[2])
database.execute(f"COPY deal FROM '{sys.argv[3]}' (HEADER)")
"""


def quick(ledger, pairs):
    """Beside the sqlite3 shell, in turn."""
    say(f"import of {ledger.rows:,}, beside sqlite3")
    ours = ledger.importing()
    keyed, bare = (ledger.importing_by_shell(path, table) for path, table in ((ledger.keyed, KEYED), (ledger.bare, BARE)))
    in_turn(pairs, ours, keyed, bare)
    size = sum(os.path.getsize(ledger.registry + end) for end in ("", "-wal") if os.path.exists(ledger.registry + end))
    target = Target(ratio=0.85, mib=MEMORY, because=PARTIES) if ledger.count >= MILLION else Target(mib=MEMORY)
    return ours, keyed, [
        Line("import", ledger.rows, ours, "`sqlite3 .import`, keyed (venue, code)", keyed, target),
        Line("", ledger.rows, ours, "`sqlite3 .import`, bare table", bare),
        SizeLine("the file", ledger.rows, size, "the bare table", os.path.getsize(ledger.bare)),
    ]


def slow(ledger, python, pairs):
    """Beside what takes many times as long: in turn again, but not as often."""
    peers = [("Python's csv and sqlite3, the same work", [python, os.path.join(os.path.dirname(__file__), "same_work.py"),
              ledger.deals, ledger.venues, "peer.sqlite"])]
    if has(python, "duckdb"):
        peers.insert(0, ("DuckDB, keyed", [python, "-c", DUCKDB, "peer.duckdb", KEYED, ledger.deals]))
    if has(python, "sqlite_utils"):
        insert = ["insert", "peer.sqlite", "deal", ledger.deals, "--csv", "--pk", "venue", "--pk", "code"]
        peers.append(("sqlite-utils, keyed", [python, "-m", "sqlite_utils", *insert]))
    lines = []
    for peer, command in peers:
        say(f"import of {ledger.rows:,}, beside {peer}")
        ours, theirs = ledger.importing(), Runs(command, before=fresh("peer.sqlite", "peer.duckdb"))
        in_turn(pairs, ours, theirs)
        lines.append(Line("import", ledger.rows, ours, peer, theirs))
    fresh("peer.sqlite", "peer.duckdb")()
    return lines


def has(python, module):
    """Whether a peer could be had; its line is left out where not."""
    try:
        printed(python, "-c", f"import {module}")
    except Exception:
        say(f"{module} cannot be had here: its line is left out")
        return False
    return True
