"""Sea and river links, and the lanes whose freight rates differ by direction."""

from . import common, years
from .geodesy import Graph
from .land_links import FERRY_PAIRS

STATUS = {"open": "active"}


def rows(sources, places):
    def key(slug):
        for kind in ("port", "river", "waypoint"):
            if f"{kind}:{slug}" in places:
                return f"{kind}:{slug}"
        raise common.Fault(f"sea links name {slug}, which is no place at sea")

    links = []
    for row in common.raw("sea_links.csv"):
        if {row["from"], row["to"]} in FERRY_PAIRS:
            continue
        ends = [key(row["from"]), key(row["to"])]
        river = row["mode"] == "inland_waterway" and not any(end.startswith("waypoint:") for end in ends)
        note = row["note"]
        if row["mode"] == "inland_waterway" and not river:
            note += "; ship canal, sailed by sea ships"
        status = STATUS.get(row["status"], row["status"])
        countries = ";".join(dict.fromkeys(places[end]["country"] for end in ends)) if river else ""
        links.append({
            "mode": "river" if river else "sea", "purpose": "line", "from": ends[0], "to": ends[1],
            "length_km": row["distance_km"], "countries": countries, "passes": row["passes"], "status": status,
            "season": season(row) if status == "seasonal" else "", "basis": row["basis"],
            "source": sources.cite(row["source_url"]), "note": note,
        })
    for row in common.raw("gateway_links.csv"):
        links.append({
            "mode": "sea", "purpose": "line", "from": key(row["from"]), "to": key(row["to"]),
            "length_km": row["distance_km"], "passes": row["passes"], "status": "active",
            "basis": row["basis"], "source": sources.cite(row["source"]), "note": "",
        })
    for link in links:
        link.update(years.columns(years.of(sources, link["source"])))
    mark_lanes(links, places)
    return links


def season(row):
    """Months of navigation: judgement, the Northern Sea Route July to November, the Volga-Don April to November."""
    return "04-11" if row["passes"] == "volga_don" else "07-11"


def on_europe_run(place):
    """On the way from Malacca, Sunda or Lombok westwards to Europe, by the Red Sea or the Cape. Judgement: boxes."""
    lat, lon = float(place["lat"]), float(place["lon"])
    slug = place["id"].split(":")[1]
    if slug in ("sunda-south", "lombok-south"):
        return True
    if -1 < lat < 8 and 93 < lon < 103.3:  # Strait of Malacca
        return True
    if -45 < lat < 24 and 20 <= lon < 100:  # Indian Ocean and Red Sea, south of the Gulf of Oman
        return True
    if 12 < lat < 30.2 and 32 < lon < 44:  # Red Sea
        return True
    if 30.2 <= lat < 46 and -6 <= lon < 36.5 and not (lat > 40.9 and lon > 27.5):  # Mediterranean
        return True
    if -45 < lat < 36.5 and -26 < lon < 20:  # Cape to Gibraltar along Africa
        return True
    return 36.5 <= lat < 58.5 and -12 < lon <= 12  # Atlantic Europe, North Sea to the Skaw


def along_africa(place):
    """On the Atlantic between the Cape and Gibraltar, where ships from Asia come by the Cape only."""
    return -45 < float(place["lat"]) < 35.5 and -26 < float(place["lon"]) < 20 and not (
        float(place["lat"]) > 30.2 and float(place["lon"]) > -6)


def on_pacific_run(one, other):
    """Between Asia and the Americas across the open Pacific. Judgement: longitudes gained."""
    ends = sorted(((float(p["lon"]) % 360, float(p["lat"])) for p in (one, other)))
    (west, south), (east, lat_east) = ends
    if west < 110 or east > 295 or "bering-strait" in one["id"] + other["id"]:
        return False
    if (south < -9 and west < 220) or (lat_east < -9 and east < 220):  # Oceania
        return False
    return east >= 150 and west <= 235 and east - west >= 8


def mark_lanes(links, places):
    """Fills lane and headhaul: the direction away from Malacca (along Africa's west by the Cape), or towards America."""
    sea = [link for link in links if link["mode"] == "sea" and link["status"] == "active"]
    by_suez, _ = Graph(sea).distances("waypoint:malacca-south")
    by_cape, _ = Graph(sea, lambda link: "suez" not in (link["passes"] or "").split(";")).distances("waypoint:malacca-south")
    for link in links:
        if link["mode"] != "sea":
            continue
        one, other = places[link["from"]], places[link["to"]]
        if on_europe_run(one) and on_europe_run(other):
            link["lane"] = "europe"
            far = by_cape if along_africa(one) or along_africa(other) else by_suez
            link["headhaul"] = "forward" if far.get(other["id"], 1e9) > far.get(one["id"], 1e9) else "backward"
        elif on_pacific_run(one, other):
            link["lane"] = "pacific"
            link["headhaul"] = "forward" if float(other["lon"]) % 360 > float(one["lon"]) % 360 else "backward"
