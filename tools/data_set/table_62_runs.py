"""transit_times.csv and distances.csv: published days and lengths, against which a network is checked."""

import re

from data_set import common, regional, years

TRANSIT = ["from", "to", "mode", "days", "days_min", "days_max", "year", "year_basis", "basis", "source", "note"]
DISTANCES = ["mode", "from", "to", "via", "published", "unit", "days", "independent", "year", "year_basis",
             "source", "note"]
PASSAGES = {"northern_sea_route": "nsr"}


def end(slug):
    """A hub, a country, or `europe`."""
    if re.fullmatch(r"[A-Z]{3}", slug):
        return "europe" if slug == "EUR" else f"country:{slug}"
    return regional.hub(slug)


def transit_times(sources):
    for row in common.raw("transit_times.csv"):
        port = [slug for slug in (row["origin"], row["destination"]) if regional.hub(slug) != slug]
        note = row["note"].replace("row of services.csv", "same figure as the service").replace(
            "year is the opening year", "year of opening")
        year, part, _ = regional.when(row["year"])
        yield {"from": end(row["origin"]), "to": end(row["destination"]),
               "mode": row["mode"].replace("_", "-"), "days": row["days"], "days_min": row["days_min"],
               "days_max": row["days_max"], "year": year,
               "basis": row["basis"], "source": sources.cite(row["source_url"]),
               "note": regional.joined(note, f"at {', '.join(port)}" if port else "",
                                       part if part != "full" else "")}


def waypoints(row, services):
    """Places between the ends, as the service runs; none where the shortest path is meant."""
    route = row["by"] or services.get(row["service"], "")
    keys = [regional.land_place(slug) for slug in route.split(";") if slug]
    if keys and (keys[0], keys[-1]) != (regional.land_place(row["from"]), regional.land_place(row["to"])):
        raise common.Fault(f"{row['from']}-{row['to']}: the way of {row['service']} has other ends")
    return ";".join(keys[1:-1])


def distances(sources):
    services = {row["name"]: row["route"] for row in common.raw("services.csv")}
    for row in common.raw("rail_distances_published.csv"):
        yield {"mode": "rail", "from": regional.land_place(row["from"]), "to": regional.land_place(row["to"]),
               "via": waypoints(row, services), "published": row["published_km"], "unit": "km", "days": row["days"],
               "independent": row["independent"], "source": sources.cite(row["source"]), "note": row["note"]}
    for row in common.raw("sea_distances_published.csv"):
        via = ";".join(PASSAGES.get(part, part) for part in row["via"].split(";") if part)
        on_river = via == "yangtze"
        cites = row["source_url"].split(" (")[0]
        note = "river" if on_river else ""
        if "Hukou" in row["source_url"]:
            note = "published from Hukou, near Jiujiang"
        if "NGA" in row["source_url"]:
            note = "cites NGA Pub. 151"
        yield {"mode": "river" if on_river else "sea", "from": regional.port_place(row["from"]),
               "to": regional.port_place(row["to"]), "via": "" if on_river else via,
               "published": row["distance_nm"], "unit": "nm", "independent": "yes",
               "source": sources.cite(cites), "note": note}


def compile(sources):
    return {
        "transit_times.csv": common.write("transit_times.csv", TRANSIT, years.complete(transit_times(sources), sources)),
        "distances.csv": common.write("distances.csv", DISTANCES, years.complete(distances(sources), sources)),
    }
