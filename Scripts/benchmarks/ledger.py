"""The files that all tasks of one size share: the deals, and what each program makes of them."""

import os

from runs import Runs, fresh, printed, say

# From which on the ratios to other programs are held to their targets; below, start-up weighs too much.
MILLION = 1_000_000
LAST_DAY = "2022-06-21"
COLUMNS = """venue TEXT, code TEXT, title TEXT, kind TEXT, field TEXT, mode TEXT, seller TEXT, buyer TEXT,
    amount_yuan NUMERIC, technical_amount_yuan NUMERIC, signed_on TEXT"""
KEYED = f"CREATE TABLE deal ({COLUMNS}, PRIMARY KEY (venue, code))"
BARE = f"CREATE TABLE deal ({COLUMNS})"


class Ledger:
    """So many deals: codes in random order, a fifth as many parties, ten years of days."""

    def __init__(self, rows):
        self.rows = rows
        self.deals, self.venues = f"{rows}.csv", "venues.csv"
        self.registry, self.keyed, self.bare = (f"{rows}-{name}.sqlite" for name in ("registry", "keyed", "bare"))
        say(f"writing {rows:,} deals")
        printed("SampleFeed", "deals", "--rows", rows, "--output", self.deals)
        printed("SampleFeed", "venues", "--joined-on", "2012-06-22", "--output", self.venues)

    def ours(self, *words):
        return ["registry", words[0], "--db", self.registry, *words[1:]]

    def begun(self):
        """A registry that knows the venues, and the deals' file where the system keeps it at hand."""
        fresh(self.registry)()
        printed("registry", "init", "--db", self.registry)
        printed(*self.ours("import", self.venues))
        with open(self.deals, "rb") as file:
            while file.read(1 << 20):
                pass

    def importing(self, *options):
        return Runs(self.ours("import", *options, self.deals), before=self.begun)

    def importing_by_shell(self, path, table):
        def begun():
            fresh(path)()
            printed("sqlite3", path, table)

        return Runs(["sqlite3", path, f".import --csv --skip 1 {self.deals} deal"], before=begun)

    @property
    def count(self):
        """What both hold, to be sure that both did the work."""
        own = printed("sqlite3", self.registry, "SELECT count(*), sum(amount_fen) FROM deals")
        other = printed("sqlite3", self.keyed, "SELECT count(*), sum(CAST(round(amount_yuan * 100) AS INTEGER)) FROM deal")
        if own != other or not own.startswith(f"{self.rows}|"):
            raise SystemExit(f"bench: the registry holds {own.strip()}, the table {other.strip()}")
        return self.rows

    def drop(self):
        fresh(self.registry, self.keyed, self.bare)()
        os.remove(self.deals)
