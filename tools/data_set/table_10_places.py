"""places.csv and hubs.csv: where cargo can be, and the cities that group those places."""

import functools

import re

from . import common, hub_names, known_sources, years

PLACES = ["id", "hub", "name", "country", "province", "lat", "lon", "gauges_mm", "role", "basis", "year",
          "year_basis", "source", "note"]
HUBS = ["id", "name", "country", "province", "population", "population_year", "year_basis", "source",
        "note"]


def rail_rows(sources):
    for row in common.raw("rail_nodes.csv"):
        slug = row["id"]
        kind = "border" if row["kind"] == "border_crossing" else "rail"
        gauges, why = hub_names.GAUGES.get(slug, (row["gauge_mm"], ""))
        yield {
            "id": f"{kind}:{slug}", "hub": hub_names.HUB.get(slug, slug), "name": row["name"],
            "country": row["country_iso3"], "province": row["province"], "lat": row["lat"], "lon": row["lon"],
            "gauges_mm": gauges, "role": row["kind"],
            "basis": "sourced", "source": sources.cite(row["source_url"]),
            "note": "; ".join(part for part in (row["note"], why) if part),
        }


def port_rows(sources):
    for row in common.raw("ports.csv"):
        slug = row["id"]
        kind = "river" if row["kind"] == "river_port" else "port"
        source, record = without_record(row["source_url"])
        yield {
            "id": f"{kind}:{slug}", "hub": hub_names.HUB.get(slug, slug), "name": row["name"],
            "country": row["country_iso3"], "province": row["province"], "lat": row["lat"], "lon": row["lon"],
            "role": row["kind"], "basis": "sourced", "source": sources.cite(source),
            "note": "; ".join(filter(None, [row["note"], record])),
        }
    for row in common.raw("gateways_added.csv"):
        slug = row["id"]
        town = row["kind"] == "town"
        yield {
            "id": f"{'rail' if town else 'port'}:{slug}", "hub": hub_names.HUB.get(slug, slug), "name": row["name"],
            "country": row["country_iso3"], "province": "macao" if slug == "macao" else "", "lat": row["lat"],
            "lon": row["lon"], "role": "inland_town" if town else row["kind"], "basis": "sourced",
            "source": sources.cite(row["source"]),
            "note": row["note"] + ("; reached by road, its railways are not in this network" if town else ""),
        }


def waypoint_rows(sources):
    for row in common.raw("chokepoints.csv"):
        marnet = row["position_basis"].startswith("marnet")
        yield {
            "id": f"waypoint:{row['id']}", "name": row["name"], "lat": row["lat"], "lon": row["lon"],
            "role": row["kind"],
            "basis": "sourced" if marnet else "judgement: a point in open water on the usual way",
            "source": sources.cite(row["source_url"]), "note": row["position_basis"],
        }


def airport_rows(sources):
    airports = {}
    for row in common.raw("air_hubs.csv"):
        if row["lat"]:
            airports.setdefault(row["iata"], row)
    cities = [row["city"] for row in airports.values()]
    for iata, row in airports.items():
        city = row["city"]
        slug = f"{city}-{iata.lower()}" if cities.count(city) > 1 else city
        yield {
            "id": f"airport:{slug}", "hub": hub_names.AIRPORT_HUB.get(iata, city), "name": row["name"],
            "country": row["country_iso3"], "province": row["province"], "lat": row["lat"], "lon": row["lon"],
            "role": "airport", "basis": "sourced", "source": sources.cite(row["source_url"]), "note": f"IATA {iata}",
        }


def without_record(text):
    """A source cell without the fragment that names the record, and that record."""
    found = re.search(r"#(\w+)", text)
    return re.sub(r"#\w+", "", text), f"record {found.group(1)}" if found else ""


@functools.lru_cache(None)
def build(sources):
    known_sources.register(sources)
    rows = [*rail_rows(sources), *port_rows(sources), *airport_rows(sources), *waypoint_rows(sources)]
    for row in rows:
        # The position's source: the first, but for airports and waypoints, whose tables name it behind the figures'.
        named = row["source"].split(";")
        at = -1 if row["id"].startswith(("airport:", "waypoint:")) else 0
        row.update(years.columns(years.of_source(sources, named[at])))
    keys = [row["id"] for row in rows]
    if len(set(keys)) != len(keys):
        raise common.Fault(f"places twice: {sorted(key for key in keys if keys.count(key) > 1)}")
    return rows


@functools.lru_cache(None)
def by_id(sources):
    return {row["id"]: row for row in build(sources)}


def hub_rows(sources):
    people = {row["hub"]: row for row in common.raw("city_population.csv")}
    hubs = {}
    for place in build(sources):
        if place.get("hub"):
            hubs.setdefault(place["hub"], []).append(place)
    for hub, places in hubs.items():
        first = places[0]
        counted = people.get(hub, {})
        same = counted and common.slug(counted["name"]) == hub
        countries = {place["country"] for place in places}
        if len(countries) > 1:
            raise common.Fault(f"hub {hub} lies in {sorted(countries)}")
        population = counted.get("population", "")
        year, basis = years.of(sources, sources.cite(counted["source"])) if population else ("", "")
        yield {
            "id": hub, "name": hub_names.NAME.get(hub) or (counted["name"] if same else first["name"].split(" (")[0]),
            "country": first["country"], "province": first["province"],
            "population": population, "population_year": year, "year_basis": basis,
            "source": ";".join(dict.fromkeys(filter(None, [sources.cite(counted["source"]) if counted else "",
                                                            first["source"]]))),
            "note": "; ".join(filter(None, [f"population of {counted['name']}, where the places lie or next to them"
                                            if counted and not same and hub not in hub_names.NAME else "",
                                            counted.get("note", "")])),
        }


def compile(sources):
    return {"places.csv": common.write("places.csv", PLACES, build(sources)),
            "hubs.csv": common.write("hubs.csv", HUBS, list(hub_rows(sources)))}
