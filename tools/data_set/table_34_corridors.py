"""corridors.csv and corridor_ends.csv: named corridors, their places and the cities where their demand begins and ends."""

from . import common, hub_names, table_10_places, table_20_links

CORRIDORS = ["id", "name", "kind", "description", "countries", "nodes", "since_year", "source", "note"]
ENDS = ["corridor", "end", "kind", "source"]

# Ids of the railway tables, which the links carry, for ids of the corridor table.
ID = {"cmrec": "cmr_corridor", "ccwaec": "china_ca_wa", "cicpec": "indochina", "titr": "middle_corridor"}

# Where demand begins (origin) and ends (destination): hubs or regions. Judgement after the corridors' descriptions.
CORRIDOR_ENDS = {
    "cere": ("province:shaanxi province:sichuan province:chongqing province:henan province:zhejiang province:hubei",
             "country:DEU country:POL country:RUS country:BLR"),
    "cere_west": ("province:shaanxi province:sichuan province:chongqing province:henan", "country:DEU country:POL"),
    "cere_central": ("province:hunan province:anhui province:henan", "country:DEU country:RUS"),
    "cere_east": ("province:jiangsu province:guangdong province:liaoning province:heilongjiang", "country:RUS country:DEU"),
    "nwlsc": ("province:chongqing province:sichuan province:guizhou province:guangxi",
              "country:SGP country:VNM country:THA country:MYS country:IDN"),
    "middle_corridor": ("province:shaanxi province:xinjiang", "country:AZE country:GEO country:TUR country:ROU"),
    "china_laos_rail": ("province:yunnan", "country:LAO country:THA"),
    "cpec": ("province:xinjiang", "country:PAK"),
    "cmr_corridor": ("province:inner-mongolia province:heilongjiang province:liaoning", "country:RUS country:MNG"),
}


def place_keys(slug, places):
    for kind in ("rail", "border", "port", "river"):
        if f"{kind}:{slug}" in places:
            return f"{kind}:{slug}"
    return ""


def rows(sources, places):
    for row in common.raw("corridors.csv"):
        name = ID.get(row["id"], row["id"].replace("-", "_"))
        nodes, unknown = [], []
        for slug in row["key_nodes"].split(";"):
            key = place_keys(slug, places)
            sea = row["kind"] == "maritime" and f"port:{slug}" in places
            (nodes if key else unknown).append(f"port:{slug}" if sea else key or slug)
        note = row["note"] + (f"; no place here: {', '.join(unknown)}" if unknown else "")
        yield {"id": name, "name": row["name"], "kind": row["kind"], "description": row["description"],
               "countries": row["countries"], "nodes": ";".join(nodes), "since_year": row["since_year"],
               "source": sources.cite(row["source_url"]), "note": note.strip("; ")}


def compile(sources):
    places = table_10_places.by_id(sources)
    corridors = list(rows(sources, places))
    known = {row["id"] for row in corridors}
    used = {name for link in table_20_links.build(sources)
            for name in filter(None, (link.get("corridors") or "").split(";"))}
    if used - known:
        raise common.Fault(f"links name corridors that corridors.csv has not: {sorted(used - known)}")
    by_id = {row["id"]: row for row in corridors}
    ends = [{"corridor": name, "end": end, "kind": kind, "source": by_id[name]["source"]}
            for name, both in CORRIDOR_ENDS.items() for kind, text in zip(("origin", "destination"), both)
            for end in text.split()]
    return {"corridors.csv": common.write("corridors.csv", CORRIDORS, corridors),
            "corridor_ends.csv": common.write("corridor_ends.csv", ENDS, ends)}
