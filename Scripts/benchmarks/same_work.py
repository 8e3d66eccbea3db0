"""Imports a file of deals with Python's own csv and sqlite3, doing what `registry import` does: every cell checked, money
as whole fen, parties told apart, a code taken once, totals by day, the file and every row sealed, all in one transaction.

    same_work.py DEALS.csv VENUES.csv REGISTRY.sqlite
"""

import csv
import datetime
import hashlib
import re
import sqlite3
import sys
import unicodedata
from decimal import Decimal

KINDS = {"transfer", "licence", "equity", "development", "service", "consulting"}
MODES = {"agreement", "auction", "bidding", "tender"}
CODE = re.compile(r"\S(?:.*\S)?")
TABLES = """
CREATE TABLE change (id INTEGER PRIMARY KEY, at TEXT NOT NULL, file_sha256 BLOB NOT NULL, seal BLOB NOT NULL);
CREATE TABLE venue (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);
CREATE TABLE party (id INTEGER PRIMARY KEY, name TEXT NOT NULL, matched_name TEXT NOT NULL UNIQUE);
CREATE TABLE deal (
    id INTEGER PRIMARY KEY, venue_id INTEGER NOT NULL REFERENCES venue, code TEXT NOT NULL, title TEXT, kind TEXT NOT NULL,
    field TEXT, mode TEXT, seller_id INTEGER REFERENCES party, buyer_id INTEGER REFERENCES party,
    amount_fen INTEGER NOT NULL, technical_amount_fen INTEGER, signed_on TEXT NOT NULL,
    change_id INTEGER NOT NULL REFERENCES change, file_row INTEGER NOT NULL, UNIQUE (venue_id, code)
) STRICT;
CREATE TABLE daily_total (
    dimension TEXT, key TEXT, day TEXT, count INTEGER, fen INTEGER, PRIMARY KEY (dimension, key, day)
) WITHOUT ROWID;
"""


def fen(text):
    amount = Decimal(text) * 100
    if amount != amount.to_integral_value() or not 0 <= amount <= 10**15:
        raise ValueError(f"{text!r} is no amount in whole fen")
    return int(amount)


def word(text, words):
    if text not in words:
        raise ValueError(f"{text!r} is not known")
    return text


class Parties:
    def __init__(self, database):
        self.database, self.ids = database, {}

    def id(self, name):
        if not name:
            return None
        matched = "".join(unicodedata.normalize("NFKC", name).split())
        if matched not in self.ids:
            row = self.database.execute("INSERT INTO party (name, matched_name) VALUES (?, ?)", (name, matched))
            self.ids[matched] = row.lastrowid
        return self.ids[matched]


def rows(path, venues, parties, seal, totals):
    today = datetime.date.today()
    with open(path, newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            day = datetime.date.fromisoformat(row["signed_on"])
            if day > today:
                raise ValueError(f"row {number}: {day} lies in the future")
            amount, technical = fen(row["amount_yuan"]), row["technical_amount_yuan"]
            technical = fen(technical) if technical else None
            if technical is not None and technical > amount:
                raise ValueError(f"row {number}: the technical amount is above the amount")
            venue, kind = venues[row["venue"]], word(row["kind"], KINDS)
            if not CODE.fullmatch(row["code"]):
                raise ValueError(f"row {number}: {row['code']!r} is no code")
            record = (
                venue, row["code"], row["title"] or None, kind, row["field"] or None, word(row["mode"], MODES),
                parties.id(row["seller"]), parties.id(row["buyer"]), amount, technical, row["signed_on"], 1, number,
            )
            seal.update(",".join(map(str, record)).encode())
            for key in (("all", ""), ("venue", row["venue"]), ("kind", kind), ("field", row["field"])):
                total = totals.setdefault((*key, row["signed_on"]), [0, 0])
                total[0] += 1
                total[1] += amount
            yield record


def main(deals, venue_list, path):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.executescript(TABLES)
    database.execute("BEGIN IMMEDIATE")
    with open(venue_list, newline="", encoding="utf-8") as file:
        database.executemany("INSERT INTO venue (code) VALUES (?)", ((row["code"],) for row in csv.DictReader(file)))
    venues = dict(database.execute("SELECT code, id FROM venue"))
    with open(deals, "rb") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
    seal, totals = hashlib.sha256(digest), {}
    database.execute("INSERT INTO change VALUES (1, datetime(), ?, '')", (digest,))
    marks = ", ".join("?" * 13)
    columns = "venue_id, code, title, kind, field, mode, seller_id, buyer_id, amount_fen, technical_amount_fen, signed_on"
    database.executemany(
        f"INSERT INTO deal ({columns}, change_id, file_row) VALUES ({marks})",
        rows(deals, venues, Parties(database), seal, totals))
    database.executemany(
        "INSERT INTO daily_total VALUES (?, ?, ?, ?, ?)", ((*key, *total) for key, total in totals.items()))
    database.execute("UPDATE change SET seal = ?", (seal.digest(),))
    database.execute("COMMIT")


main(*sys.argv[1:])
