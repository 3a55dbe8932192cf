"""What the tables about regions, trade and observations share: keys of places and partners, one row per key."""

import math
import re
from functools import lru_cache

from data_set import common
from data_set.hub_names import HUB

# The tables name some corridors otherwise than the links do.
CORRIDOR = {"titr": "middle_corridor", "cmrec": "cmr_corridor", "cicpec": "indochina", "ccwaec": "china_ca_wa"}
# A kind that an aggregate stands for, where a raw table names no place.
SUM_OF = {
    "CHINA": "china", "ROMANIA": "country:ROU", "YANGTZE-MAIN": "waterway:yangtze",
    "THREE-GORGES": "waterway:three-gorges", "LONG-BEACH": "port:los-angeles",
}


@lru_cache(None)
def rail_kinds():
    return {row["id"]: row["kind"] for row in common.raw("rail_nodes.csv")}


@lru_cache(None)
def port_kinds():
    return {row["id"]: row["kind"] for row in common.raw("ports.csv")}


@lru_cache(None)
def provinces():
    return {row["id"] for row in common.raw("provinces.csv")}


@lru_cache(None)
def countries():
    return {row["iso3"] for row in common.raw("partners.csv")} | {"CHN"}


def land_place(slug):
    """`rail:` or `border:` key of a railway place; empty when there is none."""
    kind = rail_kinds().get(slug)
    return "" if kind is None else ("border:" if kind == "border_crossing" else "rail:") + slug


def port_place(slug):
    """`port:` or `river:` key of a port; empty when there is none."""
    kind = port_kinds().get(slug)
    return "" if kind is None else ("river:" if kind == "river_port" else "port:") + slug


def hub(slug):
    """The slug of the city that a place belongs to."""
    return HUB.get(slug, slug)


def corridor(slug):
    return CORRIDOR.get(slug, slug.replace("-", "_"))


def is_hub(slug):
    return slug in rail_kinds() or slug in port_kinds() or slug in HUB.values()


@lru_cache(None)
def chinese_hubs():
    return {hub(row["id"]) for name in ("rail_nodes.csv", "ports.csv") for row in common.raw(name)
            if row["country_iso3"] == "CHN"}


def in_china(slug):
    """Whether a hub lies on the mainland."""
    return slug == "country:CHN" or slug in chinese_hubs()


def partner(text):
    """Countries as `country:ISO3`, groups as slugs; several joined by `;`."""
    named = []
    for part in re.split(r"[;]", text):
        part = part.strip()
        if not part:
            continue
        if part.lower() == "world":
            named.append("world")
        elif re.fullmatch(r"[A-Z]{3}", part) and part not in ("BRI", "EUR"):
            named.append("country:" + part)
        else:
            named.append(group(part))
    return ";".join(named)


def group(text):
    """The slug of a group of countries."""
    slug = common.slug(text.replace("_", "-"))
    return {"latam": "latin-america", "national": "china"}.get(slug, slug)


def reporter(text):
    """`china`, or provinces as `province:x`; several joined by `;`."""
    return ";".join("china" if part in ("national", "china") else "province:" + part for part in text.split(";"))


def joined(*texts):
    """Remarks as one cell, each once."""
    seen = []
    for text in texts:
        for part in (text or "").split("; "):
            part = part.strip(" ;")
            if part and part not in seen:
                seen.append(part)
    return "; ".join(seen)


def cited(*cells):
    """Source ids of several cells as one, each once."""
    seen = []
    for cell in cells:
        for part in (cell or "").split(";"):
            if part and part not in seen:
                seen.append(part)
    return ";".join(seen)


def single(rows, key, digits=3):
    """One row per key. Rows that agree share their sources; where they differ the first stays and names the other."""
    kept = {}
    for row in rows:
        mark = tuple(row.get(column, "") for column in key)
        if mark not in kept:
            kept[mark] = dict(row)
            continue
        first = kept[mark]
        if close(first["value"], row["value"], digits):
            first["source"] = cited(first["source"], row["source"])
            first["note"] = joined(first.get("note", ""), row.get("note", ""))
        elif row["value"] not in first.get("note", ""):
            first["note"] = joined(first.get("note", ""), f"another source: {row['value']}")
            first["source"] = cited(first["source"], row["source"])
    return list(kept.values())


def close(one, other, digits):
    try:
        return math.isclose(float(one), float(other), rel_tol=10.0**-digits)
    except ValueError:
        return one == other


MONTHS = "January February March April May June July August September October November December".split()


def when(text):
    """`2021-01-28` as year and `Jan 28`; `2023 week 31` as year and `week 31`; a remark where the year is inferred."""
    if text in ("", "n/a"):
        return "", "", "year not stated"
    week = re.search(r"week \d+", text)
    if week:
        year = re.search(r"20\d\d", text).group(0)
        return year, week.group(0), "year not printed, taken from context" if "taken as" in text else ""
    halves = {"H1": "Jan-Jun", "S1": "Jan-Jun", "H2": "Jul-Dec", "S2": "Jul-Dec"}
    parts = text.split("-")
    if len(parts) == 2 and parts[1] in halves:
        return parts[0], halves[parts[1]], ""
    if len(parts) > 1 and len(parts[1]) == 2:
        days = [str(int(day)) for day in parts[2:]]
        return parts[0], " ".join([MONTHS[int(parts[1]) - 1][:3]] + days), ""
    if len(parts) == 2:
        return parts[1], text, ""
    return text, "full", ""


def period(text):
    """A stretch of a year as `full`, `Jan-Aug`, `Jan 1-Nov 11`, and what else the text says."""
    rest = []
    said = ""
    for part in re.split(r",(?!\d{3})\s*", text):
        part = part.strip()
        plain = part
        for month in MONTHS:
            plain = plain.replace(month, month[:3])
        plain = re.sub(r"(\d+) (" + "|".join(m[:3] for m in MONTHS) + r")", r"\2 \1", plain).replace(" to ", "-")
        plain = plain.replace("mid ", "mid-")
        if part == "full year":
            said = "full"
        elif part == "first quarter":
            said = "Jan-Mar"
        elif part.startswith(("cumulative", "to ", "2013", "2016", "December", "first 100 days")):
            said = "cumulative " + part.removeprefix("cumulative ")
        elif re.match(r"[A-Z][a-z]{2}( \d+)?-", plain):
            said = plain.split(" (")[0]
            rest += [part.rstrip(")") for part in plain.split(" (")[1:]]
        else:
            rest.append(part)
    return said or "full", "; ".join(part.replace(" (", ", ").strip("()") for part in rest)
