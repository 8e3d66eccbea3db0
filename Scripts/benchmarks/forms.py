"""The forms that files come in at night, each beside its own measure."""

import os

from imports import has
from runs import Runs, in_turn, printed, say
from table import Line, Target

SHEET_ROWS = 100_000
CALAMINE = 'from python_calamine import load_workbook; load_workbook("sheet.xlsx").get_sheet_by_index(0).to_python()'
OPENPYXL = """
from openpyxl import load_workbook
for row in load_workbook("sheet.xlsx", read_only=True).active.iter_rows(values_only=True): pass
"""


def again(ledger, first, pairs):
    """The very file once more, and its rows in another file."""
    say("the same rows again")
    same, digest = Runs(ledger.ours("import", ledger.deals)), Runs(["sha256sum", ledger.deals])
    in_turn(pairs, same, digest)
    turns = iter(range(1, pairs + 1))

    def another():
        # Another file by its bytes: some blank lines more.
        printed("cp", ledger.deals, "other.csv")
        with open("other.csv", "a") as file:
            file.write("\n" * next(turns))

    other = Runs(ledger.ours("import", "other.csv"), before=another)
    in_turn(pairs, other)
    return [
        Line("the same file again", ledger.rows, same, "`sha256sum`", digest, Target(seconds_beyond=0.2)),
        Line("the same rows in another file", ledger.rows, other, "the first import", first, Target(ratio=0.6)),
    ]


def gb18030(ledger, pairs):
    say("GB18030")
    utf8, path = ledger.deals, f"{ledger.rows}-gb18030.csv"
    with open(path, "wb") as file, open(utf8, encoding="utf-8", newline="") as text:
        while piece := text.read(1 << 20):
            file.write(piece.encode("gb18030"))
    ours, theirs = ledger.importing("--encoding", "gb18030"), ledger.importing("--encoding", "utf-8")
    ours.command[-1] = path
    in_turn(pairs, ours, theirs)
    os.remove(path)
    return [Line("import of GB18030", ledger.rows, ours, "the same as UTF-8", theirs, Target(ratio=1.3))]


def workbook(python, pairs):
    """A dry run over a sheet of nine columns."""
    if not has(python, "xlsxwriter"):
        return []
    say(f"a workbook of {SHEET_ROWS:,} rows")
    printed("SampleFeed", "deals", "--rows", SHEET_ROWS, "--output", "sheet.csv")
    printed(python, os.path.join(os.path.dirname(__file__), "workbook.py"), "sheet.csv", "sheet.xlsx")
    printed("registry", "init", "--db", "sheet.sqlite")
    printed("registry", "import", "--db", "sheet.sqlite", "venues.csv")
    lines = []
    for module, reading, target in (
        ("python_calamine", CALAMINE, Target(ratio=1.5, mib=128)), ("openpyxl", OPENPYXL, Target())):
        if has(python, module):
            ours = Runs(["registry", "import", "--db", "sheet.sqlite", "--dry-run", "sheet.xlsx"])
            theirs = Runs([python, "-c", reading])
            in_turn(pairs, ours, theirs)
            peer = f"{module.replace('_', '-')}, reading it"
            lines.append(Line("dry run of a workbook", SHEET_ROWS, ours, peer, theirs, target))
    return lines
