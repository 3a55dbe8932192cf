"""access.csv: by which hubs a province or a partner country joins the network, and with what weight."""

import functools

from . import common, hub_names, table_10_places, table_20_links, years
from .geodesy import Graph

ACCESS = ["region", "hub", "distance_km", "weight", "weight_basis", "year", "year_basis", "source", "note"]
SPECIAL = {"HKG", "MAC", "TWN"}
# Countries whose ports with a figure of containers would hide their gateway: weighed by people instead (judgement).
BY_PEOPLE = {"TWN", "taiwan", "PRT", "MAR", "PER"}


def throughput():
    """hub -> (year, million TEU): the latest figures of its ports, added."""
    teu = {}
    for row in common.raw("ports.csv"):
        series = common.series(row["teu_by_year"])
        if series:
            hub = hub_names.HUB.get(row["id"], row["id"])
            year, value = series[-1]
            before = teu.get(hub, (year, 0.0, []))
            teu[hub] = (max(year, before[0]), before[1] + float(value), [*before[2], row["source_url"]])
    return teu


@functools.lru_cache(None)
def build(sources):
    teu = throughput()
    people = {row["hub"]: row for row in common.raw("city_population.csv")}
    graph = Graph(table_20_links.build(sources), lambda row: row["mode"] != "air" and not row.get("valid_to")
                  and row["status"] == "active" and not row.get("season"))
    reached, _ = graph.distances("port:shanghai")
    regions, places = {}, table_10_places.by_id(sources)
    for place in table_10_places.build(sources):
        if place["id"].split(":")[0] not in ("rail", "port", "river") or place["id"] not in reached:
            continue
        region = f"province:{place['province']}" if place["province"] else f"country:{place['country']}"
        regions.setdefault(region, {}).setdefault(place["hub"], []).append(place["id"])
        if place["country"] in SPECIAL:
            regions.setdefault(f"country:{place['country']}", {}).setdefault(place["hub"], []).append(place["id"])
    known = {row["iso3"] for row in common.raw("partners.csv")}
    rows = []
    for region, hubs in regions.items():
        kind, name = region.split(":")
        if kind == "country" and name not in known:
            continue
        at_sea = not any(key.startswith("rail:") for keys in hubs.values() for key in keys)
        if at_sea and name not in BY_PEOPLE and any(hub in teu for hub in hubs):
            # Reached over water only: ports share by containers, a port without a figure is left out.
            hubs = {hub: keys for hub, keys in hubs.items() if hub in teu}
        if all(hub in teu for hub in hubs):
            basis, weigh = "teu", lambda hub: (common.number(teu[hub][1], 3), teu[hub][0],
                                               sources.cite(table_10_places.without_record(
                                                   " | ".join(dict.fromkeys(teu[hub][2])))[0]))
        elif any(hub in people for hub in hubs):
            hubs = {hub: keys for hub, keys in hubs.items() if hub in people}
            basis, weigh = "population", lambda hub: (people[hub]["population"], "", sources.cite(people[hub]["source"]))
        else:
            basis, weigh = "equal", lambda hub: ("1", "", "")
        for hub, keys in hubs.items():
            weight, year, source = weigh(hub)
            rows.append({"region": region, "hub": hub, "weight": weight, "weight_basis": basis, "year": year,
                         "source": source or places[keys[0]]["source"],
                         "note": "judgement: hubs of the region share by " + {
                             "teu": "containers handled", "population": "people of the city", "equal": "number"}[basis]})
            if basis == "equal":
                rows[-1].update(year=years.READ, year_basis="judged")
    years.complete(rows, sources)
    return rows


def compile(sources):
    return {"access.csv": common.write("access.csv", ACCESS, build(sources))}
