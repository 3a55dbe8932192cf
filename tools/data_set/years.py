"""The year of a figure whose source prints none, and how every year is known (`year_basis`).

stated     the figure's own year: its source says it, or the row's basis does
vintage    the edition or extract of the data set that the figure was taken from
published  the day of the page that prints the figure
judged     the figure or its year is a choice made here, as the row says
read       the source carries no date: the year in which it was read, so the figure is of then or older

A figure that rests on several sources is as old as the oldest, and undated when one of them is. Why a vintage is
what it is stands in data/raw/vintages.csv and, with it, in sources.csv.
"""

import functools
import re

from . import common

READ = "2026"
WORDS = ("stated", "vintage", "published", "judged", "read")
# Words of a note that chooses a year which the source does not print.
CHOSEN = re.compile(r"year (of the page )?inferred|year not (printed|stated, inferred)|taken as (of )?(\d{4}|that)|probable")
UNSEEN = "no date on the page or in its address"


@functools.lru_cache(None)
def vintages():
    rows = common.raw("vintages.csv")
    for row in rows:
        if row["basis"] not in WORDS or not re.fullmatch(r"\d{4}", row["year"]) or not row["seen"]:
            raise common.Fault(f"vintages.csv: {row['source']}: a year, a basis and where it is seen")
        if row["seen"] == "date in the address" and row["year"] not in row["source"]:
            raise common.Fault(f"vintages.csv: {row['source']}: no {row['year']} in the address")
    found = {row["source"]: row for row in rows}
    if len(found) != len(rows):
        raise common.Fault("vintages.csv: a source stands twice")
    return found


def of_source(sources, name):
    """(year, basis) of what one source gives; notes in sources.csv how it is known."""
    row = sources.rows[name]
    found = vintages().get(row["address"] or row["title"], {"year": READ, "basis": "read", "seen": UNSEEN})
    row.update(year=found["year"], year_basis=found["basis"], year_seen=found["seen"])
    return found["year"], found["basis"]


def oldest(known):
    """(year, basis) of what rests on all of them."""
    known = list(known)
    undated = [pair for pair in known if pair[1] == "read"]
    return min(undated or known)


def of(sources, names):
    """(year, basis) of a figure that rests on the sources of a `source` cell."""
    return oldest(of_source(sources, name) for name in names.split(";"))


def of_places(*places):
    """(year, basis) of a length measured between positions."""
    return oldest((place["year"], place["year_basis"]) for place in places)


def columns(pair):
    return dict(zip(("year", "year_basis"), pair))


def complete(rows, sources, figures=()):
    """Each row with its year and how it is known. Rows without any of the figures stay without."""
    rows = list(rows)
    for row in rows:
        if figures and not any(row.get(name) for name in figures):
            continue
        if row.get("year_basis"):
            continue
        if row.get("year"):
            row["year_basis"] = "judged" if CHOSEN.search(row.get("note") or "") else "stated"
        else:
            row.update(columns(of(sources, row["source"])))
    return rows


def all_used(sources):
    """A row of vintages.csv whose source dates nothing is a slip of the pen."""
    dated = {row["address"] or row["title"] for row in sources.rows.values() if row.get("year")}
    idle = sorted(set(vintages()) - dated)
    if idle:
        raise common.Fault(f"vintages.csv: no figure takes its year from {', '.join(idle)}")
