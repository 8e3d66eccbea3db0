"""All of the measuring, in one folder that is taken away; what Scripts/bench calls.

    bench.py PYTHON ROWS PAIRS [--full] [--keep]
"""

import datetime
import os
import platform
import re
import sys
import tempfile

import forms
import imports
import questions
import searching
from growth import picture
from ledger import MILLION, Ledger
from runs import printed
from table import table

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", ".."))
PICTURE = "Scripts/benchmarks/growth.svg"


def measure_one(rows, python, pairs, is_main, is_largest):
    """All lines of one size, and the points that the picture takes of them."""
    ledger = Ledger(rows)
    pairs = 1 if is_largest else pairs
    ours, keyed, lines = imports.quick(ledger, pairs)
    lines += imports.slow(ledger, python, 1 if rows >= MILLION else pairs)
    # The registry that the last import made stands from here on.
    totals, proof = questions.totals(ledger), questions.proof(ledger, pairs)
    report, deal = questions.report(ledger, pairs), questions.one_deal(ledger)
    lines += totals + proof + report + deal
    if is_main:
        lines += questions.rows_in_sql(ledger, pairs)
        lines += forms.again(ledger, ours, pairs)
        lines += forms.gb18030(ledger, pairs) + forms.workbook(python, pairs)
    ledger.drop()
    points = {"import": ours, "sqlite3 .import, keyed": keyed, "verify": proof[0].ours, "report": report[0].ours,
              "one deal": deal[0].ours, "totals": totals[0].ours}
    return lines, {name: (rows, runs.median) for name, runs in points.items()}


def machine():
    with open("/proc/cpuinfo") as file:
        names = re.findall(r"model name\s*: (.*)", file.read())
    with open("/proc/meminfo") as file:
        memory = int(file.read().split()[1]) / 1024**2
    versions = f"registry {printed('registry', '--version').split()[-1]} beside sqlite3 {printed('sqlite3', '--version').split()[0]}"
    return (f"{os.cpu_count()} cores ({names[0] if names else platform.machine()}), {memory:.0f} GiB; {versions};"
            f" {datetime.date.today()}")


def keep(text, svg):
    """Puts the table between the README's marks, and the picture beside this file."""
    path = os.path.join(ROOT, "README.md")
    with open(path, encoding="utf-8") as file:
        readme = file.read()
    before, rest = readme.split("<!-- bench -->\n", 1)
    after = rest.split("<!-- /bench -->", 1)[1]
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}<!-- bench -->\n{text}\n<!-- /bench -->{after}")
    with open(os.path.join(ROOT, PICTURE), "w", encoding="utf-8") as file:
        file.write(svg)


def main(python, rows, pairs, *flags):
    rows, pairs = int(rows), int(pairs)
    sizes = [rows // 10, rows] + ([rows * 10] if "--full" in flags else [])
    lines, series = [], {}
    with tempfile.TemporaryDirectory(prefix="registry-bench.") as work:
        os.chdir(work)
        for size in sizes:
            found, points = measure_one(size, python, pairs, size == rows, size > rows)
            lines += found
            for name, point in points.items():
                series.setdefault(name, []).append(point)
        lines += searching.listings() + questions.start_up()
        text = (
            f"{table(lines)}\n\n{machine()}. Medians of {pairs} runs in turn (of 21 where one takes milliseconds, of 1 where it"
            f" takes minutes); the ratio is the median of each turn's own, and 0 deals means that there is no registry.")
        os.chdir(ROOT)
    print(text)
    if "--keep" in flags:
        keep(f"{text}\n\n![Time by number of deals]({PICTURE})", picture(series))


main(*sys.argv[1:])
