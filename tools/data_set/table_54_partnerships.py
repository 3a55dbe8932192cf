"""memberships.csv, agreements.csv, platforms.csv and sister_cities.csv: who cooperates with whom, and where."""

import re

from data_set import common, regional, years

MEMBERSHIPS = ["bloc", "country", "since_year", "verified", "source", "note"]
AGREEMENTS = ["id", "counterpart", "kind", "year_in_force", "year_signed", "source", "note"]
PLATFORMS = ["id", "name", "kind", "province", "city", "hub", "year", "partner", "verified", "source", "note"]
SISTERS = ["region", "country", "count", "year", "year_basis", "named_partner", "since_year", "source", "note"]


def more(name):
    """Rows gathered later, under the columns of the compiled table."""
    return common.raw(name) if (common.RAW / name).exists() else []


def memberships(sources):
    """Members as sources list them. A later list of a bloc replaces the earlier one; the rest follows from others."""
    later = [{**row, "source": sources.cite(row["source"])} for row in more("memberships_more.csv")]
    replaced = {(row["bloc"], row["country"]) for row in later}
    rows = []
    for row in common.raw("memberships.csv"):
        if (regional.group(row["bloc"]), row["country_iso3"]) not in replaced:
            rows.append({"bloc": regional.group(row["bloc"]), "country": row["country_iso3"],
                         "since_year": row["since_year"], "verified": row["verified"],
                         "source": sources.cite(row["source_url"]), "note": row["note"]})
    rows += later
    africa = [{**row, "bloc": "africa", "since_year": "", "note": "member of the African Union"}
              for row in rows if row["bloc"] == "au"]
    return rows + africa + by_region(sources, {r["country"] for r in rows if r["bloc"] == "advanced-economies"})


def by_region(sources, advanced):
    """Groups that trade figures name and no list defines: the partners of a region of partners.csv."""
    rows = []
    for row in common.raw("partners.csv"):
        source = sources.cite(row["source_url"].split(" | ")[0])
        blocs = {"Middle East": ["middle-east"], "Latin America": ["latin-america"]}.get(row["region"], [])
        # Cuba and North Korea are no members of the fund whose list this is the rest of.
        if row["iso3"] not in advanced | {"CUB", "PRK"}:
            blocs = blocs + ["developing-economies"]
        for bloc in blocs:
            note = "partners that the IMF does not list as advanced" if bloc.startswith("dev") else "region of partners"
            rows.append({"bloc": bloc, "country": row["iso3"], "verified": "partly", "source": source, "note": note})
    return sorted(rows, key=lambda row: row["bloc"])


def agreements(sources):
    later = {row["id"]: {**row, "source": sources.cite(row["source"])} for row in more("agreements_more.csv")}
    for row in common.raw("agreements.csv"):
        kind = common.slug(row["kind"].replace("_", "-"))
        name = f"{kind}-{common.slug(row['counterpart'].replace('_', '-'))}"
        if name in later:
            yield later.pop(name)
            continue
        yield {"id": name, "counterpart": regional.partner(row["counterpart"]), "kind": kind,
               "year_in_force": row["year_in_force_or_established"], "year_signed": row["year_signed"],
               "source": sources.cite(row["source_url"]), "note": row["note"]}
    yield from later.values()


def hubs_of(cities):
    """Cities of a platform that are hubs of the network."""
    slugs = [city for part in cities.split(";") for city in (part, *part.split("-")[1:])]
    return ";".join(dict.fromkeys(regional.hub(slug) for slug in slugs if slug and regional.is_hub(slug)))


def platforms(sources):
    later = {row["id"]: row for row in more("platforms_more.csv")}
    for row in common.raw("platforms.csv"):
        mend = later.pop(row["id"], {})
        # A later look-up replaces what was known by name only.
        row = {**row, **{key: value for key, value in mend.items() if value}}
        yield platform(sources, row, row.get("source") or row["source_url"])
    for row in later.values():
        yield platform(sources, row, row["source"])


def platform(sources, row, source):
    return {"id": row["id"], "name": row["name"], "kind": common.slug(row["kind"].replace("_", "-")),
            "province": row["province"], "city": row["city"], "hub": hubs_of(row["city"]), "year": row["year"],
            "partner": regional.partner(row["partner"]), "verified": row["verified"],
            "source": sources.cite(source), "note": row["note"]}


def region(slug):
    """A province, a city, or all of the country."""
    if slug == "national":
        return "china"
    return ("province:" if slug in regional.provinces() else "hub:") + slug


def sister_cities(sources):
    rows = []
    for row in common.raw("sister_cities.csv"):
        country = row["partner_country_iso3"]
        if country in ("*", "bri", "central_asia"):
            country = {"*": "world"}.get(country, regional.group(country))
        rows.append({"region": region(row["province_or_city"]), "country": country, "count": row["count"],
                     "named_partner": row["named_partner"], "since_year": row["since_year"],
                     "source": sources.cite(row["source_url"]), "note": row["note"]})
    rows += [{**row, "source": sources.cite(row["source"])} for row in more("sister_cities_more.csv")]
    dated = {(row["region"], row["named_partner"]): row for row in rows if row["since_year"]}
    kept = []
    for row in rows:
        twin = dated.get((row["region"], row["named_partner"]))
        if row["named_partner"] and twin and twin is not row:
            twin["source"] = regional.cited(twin["source"], row["source"])
        else:
            kept.append(row)
    for row in kept:
        said = re.search(r"(about )?\b((?:19|20)\d\d)\b", row["note"]) if row["count"] else None
        if said:
            row.update(year=said.group(2), year_basis="judged" if said.group(1) else "stated")
    return years.complete(kept, sources, ("count",))


def compile(sources):
    return {
        "memberships.csv": common.write("memberships.csv", MEMBERSHIPS, list(memberships(sources))),
        "agreements.csv": common.write("agreements.csv", AGREEMENTS, list(agreements(sources))),
        "platforms.csv": common.write("platforms.csv", PLATFORMS, list(platforms(sources))),
        "sister_cities.csv": common.write("sister_cities.csv", SISTERS, sister_cities(sources)),
    }
