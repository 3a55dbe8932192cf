"""links.csv: what joins the places, by every mode."""

import functools

from . import common, corridor_legs, land_links, road_links, sea_lanes, table_10_places
from .geodesy import between

LINKS = ["mode", "purpose", "from", "to", "length_km", "gauges_mm", "countries", "passes", "corridors", "lane",
         "headhaul", "status", "valid_from", "valid_to", "season", "capacity", "capacity_unit", "capacity_year", "basis", "year",
         "year_basis", "source", "note"]

# (from, to) of a railway -> capacity, unit, source row of capacity.csv
CAPACITY = {
    ("border:dostyk", "rail:mointy"): ("24", "trains/day", "dostyk-mointy", "12 pairs a day on single track, 2022"),
    ("rail:akhalkalaki", "rail:kars"): ("5", "Mt/yr", "akhalkalaki-kars", "after the works of 2024"),
}


@functools.lru_cache(None)
def build(sources):
    places = table_10_places.by_id(sources)
    rows = [*land_links.rows(sources, places), *sea_lanes.rows(sources, places), *road_links.rows(places),
            *road_links.named_rows(places, sources), *road_links.air_rows(places)]
    rows = [*first_of_each_pair(rows), *lower_yangtze(rows)]
    capacity_rows = common.raw("capacity.csv")
    for row in rows:
        found = CAPACITY.get((row["from"], row["to"]))
        if found and row["mode"] == "rail":
            row["capacity"], row["capacity_unit"] = found[:2]
            by = [c for c in capacity_rows if c["id"] == found[2] and c["status"] == "existing"]
            row["capacity_year"] = by[-1]["year"]
            row["source"] = ";".join([row["source"], sources.cite(by[-1]["source_url"])])
            row["note"] = "; ".join(filter(None, [row["note"], "capacity " + found[3]]))
    corridor_legs.mark(rows, places)
    check(rows, places)
    return rows


# Sea ships come up the Yangtze as far as Zhenjiang; barges go down to Shanghai.
LOWER_YANGTZE = [("river:zhangjiagang", "river:zhenjiang"), ("river:nantong", "river:zhangjiagang"),
                 ("river:nantong", "river:suzhou-taicang"), ("port:shanghai", "river:suzhou-taicang"),
                 ("river:suzhou-taicang", "port:yangshan")]


def lower_yangtze(rows):
    """The barges' way beside the ships', as long as it."""
    by_pair = {(row["from"], row["to"]): row for row in rows if row["mode"] == "sea"}
    for pair in LOWER_YANGTZE:
        row = by_pair[pair]
        yield dict(row, mode="river", countries="CHN", passes="", lane="", headhaul="", corridors="",
                   basis=f"{row['basis']}; the way of sea ships, sailed by barges too")


def first_of_each_pair(rows):
    """A road named for a town that is an exchange already stands once."""
    kept, roads = [], set()
    for row in rows:
        key = frozenset((row["from"], row["to"]))
        if row["mode"] == "road" and row["purpose"] != "line":
            if key in roads:
                continue
            roads.add(key)
        kept.append(row)
    return kept


def check(rows, places):
    """A link's ends exist, it stands once, and it is not shorter than the geodesic."""
    seen = set()
    for row in rows:
        ends = [places[row["from"]], places[row["to"]]]
        key = (row["mode"], *sorted((row["from"], row["to"])))
        if key in seen:
            raise common.Fault(f"link twice: {key}")
        seen.add(key)
        if float(row["length_km"]) < 0.98 * between(*ends):
            raise common.Fault(f"{key} is {row['length_km']} km, the geodesic {between(*ends):.1f}")
        countries = row.get("countries", "").split(";")
        if row["mode"] in ("rail", "road", "ferry", "river"):
            if not {end["country"] for end in ends} <= set(countries):
                raise common.Fault(f"{key} does not name the countries of its ends")


def compile(sources):
    return {"links.csv": common.write("links.csv", LINKS, build(sources))}
