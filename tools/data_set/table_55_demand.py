"""What the trade demand rests on: margins.csv, trade_shares.csv, first_partners.csv and containers.csv."""

import csv

from data_set import common, containers, first_partners, margins, trade_shares

MARGINS = ["region", "direction", "value_bn_usd", "basis", "year", "method", "source", "note"]
SHARES = ["province", "partner", "direction", "share", "value", "unit", "total", "year", "period", "use", "source", "note"]
FIRST = ["province", "partner", "rank", "year", "period", "source", "note"]
CONTAINERS = ["partner", "direction", "containerisable_share", "usd_per_teu", "basis", "year", "source", "method", "note"]


def compiled(name):
    """The rows of a table compiled before."""
    with open(common.DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def compile(sources):
    trade = compiled("trade.csv")
    margin_rows = margins.rows(trade, sources)
    container_rows = list(containers.rows(margin_rows, compiled("partners.csv"), sources))
    share_rows = trade_shares.rows(trade, margin_rows, compiled("memberships.csv"))
    return {
        "margins.csv": common.write("margins.csv", MARGINS, margin_rows),
        "trade_shares.csv": common.write("trade_shares.csv", SHARES, share_rows),
        "first_partners.csv": common.write("first_partners.csv", FIRST, first_partners.rows(trade)),
        "containers.csv": common.write("containers.csv", CONTAINERS, container_rows),
    }
