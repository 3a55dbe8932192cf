"""trade_shares.csv: which part of a province's trade is with a partner, where that is published."""

import re
from statistics import median

from data_set import common, regional

TRADER = "by location of the trader"
FIRST_YEAR = 2017  # what binds describes this year or a later one
APART = ("africa", "asean", "central-asia", "eu")  # blocs without a common member
# A constraint may not take more of a partner's trade than this: the other provinces trade with it too.
MOST_OF_PARTNER = 0.9
ROUNDING = 0.006  # of a share printed beside its total
STATED_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?% of the (?:province|region|municipality|city)\b")
PLAIN_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?% of \d")
STATED_TOTAL = re.compile(r"\bof (\d[\d ]*(?:\.\d+)?) bn")


class Totals:
    """What provinces trade with the world, in the terms of the figures with partners."""

    def __init__(self, trade):
        self.cells = {}
        self.implied = {}
        for row in trade:
            if row["definition"] == TRADER and row["reporter"].startswith("province:"):
                key = (row["reporter"], row["flow"], row["year"], row["period"], row["unit"])
                if row["partner"] == "world":
                    self.cells[key] = (float(row["value"]), row["source"])
                elif row["flow"] == "total":
                    share = stated(row)[0]
                    if share:
                        self.implied.setdefault(key, (float(row["value"]) / share, row["source"], row["partner"]))
        self.rates = {}
        for year in sorted({key[2] for key in self.cells}):
            both = [value / self.cells[(*key[:4], "bn USD")][0] for key, (value, _) in self.cells.items()
                    if key[1] == "total" and key[2:] == (year, "full", "bn CNY") and (*key[:4], "bn USD") in self.cells]
            if both:
                self.rates[year] = (median(both), len(both))

    def of(self, row):
        """(total, source, how), or nothing."""
        key = (row["reporter"], row["flow"], row["year"], row["period"], row["unit"])
        if key in self.cells:
            return (*self.cells[key], "")
        if key in self.implied:
            total, source, partner = self.implied[key]
            return total, source, f"total from the share stated for {partner}"
        usd = self.cells.get((*key[:4], "bn USD"))
        if usd and row["year"] in self.rates:
            rate, count = self.rates[row["year"]]
            return (usd[0] * rate, usd[1],
                    f"total of {common.number(usd[0])} bn USD at {rate:.3f} CNY, the median of {count} provinces whose totals are given in both")
        return None


def stated(row):
    """Share and total that the source gives itself; both may be missing. Those of exports and imports are of the whole."""
    if row["flow"] != "total":
        return None, None
    share = STATED_SHARE.search(row["note"]) or PLAIN_SHARE.search(row["note"])
    total = STATED_TOTAL.search(row["note"])
    return (float(share.group(1)) / 100 if share else None,
            float(total.group(1).replace(" ", "")) if total else None)


def drafts(trade):
    """Every figure of provinces with partners, with the share that it makes; empty where there is no total to divide by."""
    totals = Totals(trade)
    for row in trade:
        if row["definition"] != TRADER or not row["reporter"].startswith("province:") or row["partner"] == "world":
            continue
        value = float(row["value"])
        share, total = stated(row)
        if share and total and abs(share - value / total) > ROUNDING:
            share = None  # the share of another partner on the same page
        source, said = row["source"], "share as stated" if share else ""
        if not share and total:
            share, said = value / total, "total as stated"
        elif not share and totals.of(row):
            total, other, said = totals.of(row)
            share, source = value / total, regional.cited(source, other)
        note = regional.joined(said if share else "no total of the same terms at hand", row["note"])
        yield {"province": ";".join(part.removeprefix("province:") for part in row["reporter"].split(";")),
               "partner": row["partner"], "direction": row["flow"], "share": common.number(share, 4) if share else "",
               "value": row["value"], "unit": row["unit"], "total": common.number(total, 2) if total else "",
               "year": row["year"], "period": row["period"], "use": "check", "source": source, "note": note}


def with_share(rows):
    """The rows that have a share, and the last figure of each pair that has none at all."""
    shared = {(row["province"], row["partner"]) for row in rows if row["share"]}
    last = {}
    for row in rows:
        pair = (row["province"], row["partner"])
        order = (row["period"] == "full", row["year"], row["direction"] == "total")
        if pair not in shared and (pair not in last or order > last[pair][0]):
            last[pair] = (order, row)
    return [row for row in rows if row["share"]] + [row for _, row in last.values()]


def may_bind(row):
    """One province, one partner that overlaps no other, a whole year not too long ago, and a share between 0 and 1."""
    return (row["period"] == "full" and row["direction"] == "total" and int(row["year"]) >= FIRST_YEAR
            and ";" not in row["province"] + row["partner"] and row["share"] and 0 < float(row["share"]) < 1
            and "more than" not in row["note"] and (row["partner"] in APART or row["partner"].startswith("country:")))


def bind(rows, margins, members):
    """Marks what binds: the last year of each pair, unless it cannot be together with what the partner trades."""
    latest = {}
    for row in filter(may_bind, rows):
        pair = (row["province"], row["partner"])
        if pair not in latest or row["year"] > latest[pair]["year"]:
            latest[pair] = row

    def trade_of(partner):
        inside = [partner] if partner.startswith("country:") else [f"country:{code}" for code in members[partner]]
        return sum(margins.get((key, direction), 0) for key in inside for direction in ("exports", "imports"))

    def taken(row):
        mass = sum(margins[f"province:{row['province']}", direction] for direction in ("exports", "imports"))
        return float(row["share"]) * mass

    for partner in sorted({partner for _, partner in latest}):
        mine = sorted((row for (_, other), row in latest.items() if other == partner), key=lambda row: (-int(row["year"]), -taken(row)))
        left = MOST_OF_PARTNER * trade_of(partner)
        for row in mine:
            if taken(row) <= left:
                row["use"] = "constraint"
                left -= taken(row)
            else:
                row["note"] = regional.joined(f"not possible beside the others: {taken(row):.1f} bn USD of the {trade_of(partner):.1f} "
                                              "that the partner trades in 2023", row["note"])
    check(rows, members)


def check(rows, members):
    """Constraints of a province must leave room for one another."""
    for province in sorted({row["province"] for row in rows}):
        mine = [row for row in rows if row["province"] == province and row["use"] == "constraint"]
        blocs = {row["partner"]: row for row in mine if not row["partner"].startswith("country:")}
        alone = float(0)
        for row in mine:
            around = [bloc for bloc in blocs if row["partner"].removeprefix("country:") in members[bloc] and row["partner"] != bloc]
            for bloc in around:
                if float(row["share"]) > float(blocs[bloc]["share"]):
                    raise common.Fault(f"trade_shares: {province}: {row['partner']} has more than {bloc}")
            if not around:
                alone += float(row["share"])
        if alone >= 1:
            raise common.Fault(f"trade_shares: {province}: constraints make {alone:.3f}")


def rows(trade, margin_rows, membership_rows):
    margins = {(row["region"], row["direction"]): float(row["value_bn_usd"]) for row in margin_rows}
    members = {}
    for row in membership_rows:
        if not re.search(r"former", row["note"]):
            members.setdefault(row["bloc"], set()).add(row["country"])
    made = with_share(list(drafts(trade)))
    bind(made, margins, members)
    made.sort(key=lambda row: (row["province"], row["partner"], row["year"], row["period"], row["direction"], row["unit"]))
    return made
