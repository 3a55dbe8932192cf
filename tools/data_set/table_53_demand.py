"""What the trade demand rests on: margins.csv, trade_shares.csv, first_partners.csv and containers.csv."""

import csv

from data_set import common, margins

MARGINS = ["region", "direction", "value_bn_usd", "basis", "year", "method", "source", "note"]


def compiled(name):
    """The rows of a table compiled before."""
    with open(common.DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compile(sources):
    trade = compiled("trade.csv")
    margin_rows = margins.rows(trade, sources)
    return {"margins.csv": common.write("margins.csv", MARGINS, margin_rows)}
