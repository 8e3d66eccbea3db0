"""Makes a workbook of a file of deals, nine columns of them, as venues have them.

    workbook.py DEALS.csv BOOK.xlsx
"""

import csv
import datetime
import sys

import xlsxwriter

COLUMNS = ("venue", "code", "title", "kind", "field", "seller", "buyer", "amount_yuan", "signed_on")

source, path = sys.argv[1:]
book = xlsxwriter.Workbook(path, {"constant_memory": False})
sheet, day = book.add_worksheet(), book.add_format({"num_format": "yyyy-mm-dd"})
sheet.write_row(0, 0, COLUMNS)
with open(source, newline="", encoding="utf-8") as file:
    for number, row in enumerate(csv.DictReader(file), 1):
        for column, name in enumerate(COLUMNS):
            if name == "amount_yuan":
                sheet.write_number(number, column, float(row[name]))
            elif name == "signed_on":
                sheet.write_datetime(number, column, datetime.datetime.fromisoformat(row[name]), day)
            elif row[name]:
                sheet.write_string(number, column, row[name])
book.close()
