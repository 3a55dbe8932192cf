"""services.csv and service_trains.csv: trains and liners that run between named ends, and their counts."""

import functools

from . import common, table_10_places, table_20_links, years
from .geodesy import Graph

SERVICES = ["id", "name", "mode", "kind", "stops", "via", "frequency_per_week", "frequency_basis", "departures", "days",
            "days_year", "valid_from", "valid_to", "operator", "corridors", "published_km", "year",
            "year_basis", "source", "note"]
TRAINS = ["service", "year", "period", "trains", "teu", "definition", "source", "note"]

# Rows that are no service of their own: sums over brands, part of other trains' way, or no end abroad.
COUNTS_ONLY = {
    "Chengyu joint brand (Chengdu and Chongqing)": "brand of two cities",
    "NLSC all rail-sea trains": "all trains of the corridor",
    "CERE national total": "national total",
    "UTLC ERA Dostyk-Brest": "the 1520 mm part of China-Europe trains",
    "Shenyang": "end abroad not stated", "Jinan": "end abroad not stated",
    "Istanbul-Xian export train": "one run in 2020, the other way of the Xi'an-Prague train",
}
# A train that meets the Caspian is two trains and a ship between them.
CASPIAN = {("aktau", "alat")}
# The stated way inside Kazakhstan is not published; by Zhezkazgan it stays in the country, 3,241 km from Altynkol to
# Aktau against 3,200 published, where the shortest way runs through Uzbekistan.
INSIDE = {("almaty", "saryagash", "beyneu"): ("almaty", "mointy", "zhezkazgan", "beyneu")}
CROSS_BORDER = ("Almaty", "Tashkent", "Tehran", "Vientiane", "TITR", "Aktau", "Vorsino")
# Liners whose name says since when they run: (name, first day).
SINCE = {
    "Hapag-Lloyd CGX (China Germany Express), from January 2025": ("Hapag-Lloyd CGX (China Germany Express)", "2025-01-01"),
    "Gemini ME2/ID India-North Europe, 2025": ("Gemini ME2/ID India-North Europe", "2025-01-01"),
    "Maersk AE12, as of the first Trieste call of the 10,000-TEU class": ("Maersk AE12", ""),
    "Chancay-Shanghai, from December 2024": ("Chancay-Shanghai", "2024-12-01"),
    "Arctic Express China-Europe, 2025 seasonal": ("Arctic Express China-Europe", "2025-01-01"),
    "Zhangjiagang-Chancay general cargo liner, from September 2025": ("Zhangjiagang-Chancay general cargo liner",
                                                                      "2025-09-01"),
}
LOOPS = {  # the way out; a liner's way back calls elsewhere
    "Gemini ME2/ID India-North Europe, 2025": ("hamburg", "back by Tanger Med; 77 days round trip"),
    "Maersk AE12, as of the first Trieste call of the 10,000-TEU class":
        ("trieste", "back by Port Said, Tanjung Pelepas, Cai Mep, Yantian, Ningbo and Shanghai"),
}


def finder(places):
    def key(slug, kinds):
        for kind in kinds:
            if f"{kind}:{slug}" in places:
                return f"{kind}:{slug}"
        raise common.Fault(f"a service names {slug}, which is no place")
    return key


def legs(route):
    """The route cut where it crosses the Caspian."""
    part, parts = [route[0]], []
    for before, slug in zip(route, route[1:]):
        if (before, slug) in CASPIAN or (slug, before) in CASPIAN:
            parts.append(part)
            part = []
        part.append(slug)
    return [*parts, part]


def joined(keys, graph):
    """Places one link apart, by the shortest way where the route leaves some out."""
    via = [keys[0]]
    for one, other in zip(keys, keys[1:]):
        found = graph.way(one, other)
        if found is None:
            raise common.Fault(f"no railway from {one} to {other}")
        direct = [length for to, length, _ in graph.near[one] if to == other]
        via += [other] if direct else found[1][1:]
    return via


def counts(text):
    return [(year, int(value)) for year, value in common.series(text)]


def city_counts():
    """city -> (year, trains, address): the latest full year of all its China-Europe trains."""
    latest = {}
    for row in common.raw("cere_trains.csv"):
        if row["scope"] == "origin_city" and row["period"] == "full" and row["trains"]:
            if row["year"] > latest.get(row["id"], ("", 0, ""))[0]:
                latest[row["id"]] = (row["year"], int(row["trains"]), row["source_url"])
    return latest


def kind_of(row):
    if row["name"].startswith("NLSC"):
        return "rail_sea_train"
    return "cross_border_train" if any(word in row["name"] for word in CROSS_BORDER) else "china_europe_train"


def trains_to_europe():
    """city -> how many of its China-Europe trains are named: its count is theirs together."""
    named = {}
    for row in common.raw("services.csv"):
        if row["name"] in COUNTS_ONLY or not row["route"] or kind_of(row) != "china_europe_train":
            continue
        if "Slawkow" not in row["name"]:  # ended in 2022
            named[row["city"]] = named.get(row["city"], 0) + 1
    return named


def trains(sources, graph, places):
    key = finder(places)
    of_city, named = city_counts(), trains_to_europe()
    counted = {row["city"] for row in common.raw("services.csv") if row["trains_by_year"]}
    for row in common.raw("services.csv"):
        if row["name"] in COUNTS_ONLY or not row["route"]:
            continue
        route = row["route"].split(";")
        for way, inside in INSIDE.items():
            at = next((i for i in range(len(route)) if tuple(route[i:i + len(way)]) == way), None)
            if at is not None:
                route[at:at + len(way)] = inside
        parts = legs(route)
        for number, part in enumerate(parts):
            if len(part) < 2:
                continue
            via = joined([key(slug, ("rail", "border")) for slug in part], graph)
            whole = len(parts) == 1
            name = row["name"] if whole else f"{row['name']}, {'east' if number == 0 else 'west'} of the Caspian"
            series = counts(row["trains_by_year"]) if whole else []
            latest = (*series[-1], row["source_url"]) if series else None
            kind, city, sharing = kind_of(row), of_city.get(row["city"]), 1
            # The trains of a city are those of all its named ones together: a name of unknown frequency is no gift.
            ended = "Slawkow" in row["name"]
            if whole and city and kind == "china_europe_train" and not ended and (not latest or city[0] >= latest[0]):
                latest, sharing = city, named[row["city"]]
            elif whole and city and not ended and (city[0] > latest[0] if latest else row["city"] not in counted):
                latest = city
            if latest:
                counted.add(row["city"])
            links = [row_of(graph, one, other) for one, other in zip(via, via[1:])]
            yield {
                "id": common.slug(name), "name": name, "mode": "rail", "kind": kind, "stops": f"{via[0]};{via[-1]}",
                "via": ";".join(via),
                "frequency_per_week": common.number(latest[1] / 2 / 52 / sharing, 1) if latest else "",
                "frequency_basis": (f"estimated: {latest[1]} trains of {latest[0]}, both directions, / 2 / 52"
                                    + (f" / {sharing} named trains of the city, alike" if sharing > 1 else "")
                                    + "; the count may be the whole city's, see note") if latest else "",
                "days": row["days"] if whole else "", "days_year": row["opened"] if whole and row["days"] else "",
                "valid_from": f"{row['opened']}-01-01" if row["opened"] else "",
                "valid_to": "2022-02-23" if "Slawkow" in row["name"] else "",
                "corridors": ";".join(common_corridors(links)), "published_km": row["total_km"] if whole else "",
                "year": latest[0] if latest else row["opened"], "source": sources.cite(" | ".join(dict.fromkeys([row["source_url"], *(latest[2:] if latest else ())]))),
                "note": "; ".join(filter(None, [
                    row["note"], "" if whole else "cargo crosses the Caspian by ship; published figures are for the whole way",
                    "way between named stations is the shortest over operating railways"])),
            }


def row_of(graph, one, other):
    return min((row for to, _, row in graph.near[one] if to == other), key=lambda row: float(row["length_km"]))


def common_corridors(links):
    """Corridors that most of the way belongs to."""
    length, total = {}, 0.0
    for link in links:
        total += float(link["length_km"])
        for corridor in filter(None, (link.get("corridors") or "").split(";")):
            length[corridor] = length.get(corridor, 0.0) + float(link["length_km"])
    return [corridor for corridor, km in length.items() if km > 0.5 * total]


def liners(sources, places):
    key = finder(places)
    for row in common.raw("liner_services.csv"):
        ports = row["ports"].split(";")
        if len(ports) < 2:
            continue  # the brand of a whole network
        note, days = row["note"], row["days"]
        end, back = LOOPS.get(row["service"], ("", ""))
        if end:
            ports, days = ports[:ports.index(end) + 1], ""
            note = "; ".join([note, back])
        ferry = "ferry" in row["service"]
        stops = [key({"baku-alat": "alat"}.get(slug, slug), ("rail",)) if ferry else key(slug, ("port", "river"))
                 for slug in ports]
        seasonal = "seasonal" in row["note"]
        name, since = SINCE.get(row["service"], (row["service"], ""))
        yield {
            "id": common.slug(name), "name": name, "valid_from": since, "mode": "ferry" if ferry else "sea",
            "kind": "ferry" if ferry else "liner", "stops": ";".join(stops), "via": ";".join(stops),
            "frequency_per_week": row["frequency_per_week"],
            "frequency_basis": "sourced" if row["frequency_per_week"] else "", "days": days,
            "operator": row["carrier"], "source": sources.cite(row["source_url"]),
            "note": "; ".join(filter(None, [note, "runs in the ice-free months only" if seasonal else ""])),
        }


def more(sources, graph, places):
    key = finder(places)
    for row in common.raw("services_more.csv"):
        kinds = ("rail", "border") if row["mode"] == "rail" else ("port", "river")
        via = [key(slug, kinds) for slug in row["route"].split(";")]
        links = []
        if row["mode"] == "rail":
            via = joined(via, graph)
            links = [row_of(graph, one, other) for one, other in zip(via, via[1:])]
        stops = f"{via[0]};{via[-1]}" if links else ";".join(via)
        kept = ("name", "mode", "kind", "frequency_per_week", "frequency_basis", "days", "days_year", "valid_from",
                "operator", "note")
        yield {**{column: row[column] for column in kept}, "id": common.slug(row["name"]), "stops": stops,
               "via": ";".join(via), "corridors": ";".join(common_corridors(links)),
               "source": sources.cite(row["source"]), "year": row["days_year"] or row["valid_from"][:4]}


@functools.lru_cache(None)
def build(sources):
    places = table_10_places.by_id(sources)
    links = table_20_links.build(sources)
    graph = Graph(links, lambda row: row["mode"] == "rail" and row["status"] == "active")
    rows = [*trains(sources, graph, places), *liners(sources, places), *more(sources, graph, places)]
    years.complete(rows, sources)
    names = [row["id"] for row in rows]
    if len(set(names)) != len(names):
        raise common.Fault(f"services twice: {names}")
    pairs = {(row["mode"], *pair) for row in links for pair in ((row["from"], row["to"]), (row["to"], row["from"]))}
    for row in rows:
        via = row["via"].split(";")
        for one, other in zip(via, via[1:]):
            if row["mode"] != "sea" and (row["mode"], one, other) not in pairs:
                raise common.Fault(f"{row['id']}: no {row['mode']} from {one} to {other}")
    return rows


def train_rows(sources):
    for row in common.raw("services.csv"):
        for year, value in counts(row["trains_by_year"]):
            yield {"service": common.slug(row["name"]), "year": year, "period": "full", "trains": value,
                   "definition": COUNTS_ONLY.get(row["name"], "as in note"), "source": sources.cite(row["source_url"]),
                   "note": row["note"]}


def compile(sources):
    return {"services.csv": common.write("services.csv", SERVICES, build(sources)),
            "service_trains.csv": common.write("service_trains.csv", TRAINS, list(train_rows(sources)))}
