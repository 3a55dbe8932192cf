"""provinces.csv and partners.csv: the regions at the ends of trade, without their series (measures, trade)."""

from data_set import common, regional, years

PROVINCES = ["id", "name", "region", "capital", "lat", "lon", "year", "year_basis", "coast", "source", "note"]
PARTNERS = ["iso3", "name", "region", "lat", "lon", "year", "year_basis", "bri_year", "source", "note"]

# Short names of ISO 3166 where the raw table says otherwise.
SHORT_NAMES = {
    "BRN": "Brunei Darussalam", "CIV": "Côte d'Ivoire", "COD": "Congo (the Democratic Republic of the)",
    "HKG": "Hong Kong", "IRN": "Iran (Islamic Republic of)", "KOR": "Korea (Republic of)",
    "LAO": "Lao People's Democratic Republic", "MAC": "Macao",
    "PRK": "Korea (the Democratic People's Republic of)", "RUS": "Russian Federation",
    "SYR": "Syrian Arab Republic", "TZA": "Tanzania (United Republic of)", "USA": "United States of America",
    "VNM": "Viet Nam",
}

CONTESTED = "memorandum of the Belt and Road contested in other lists"
SWAPPED = "the list of memoranda swaps the codes of the two Congos; year assigned by name"


def degrees_apart(one, other):
    return max(abs(float(one["lat"]) - float(other["lat"])), abs(float(one["lon"]) - float(other["lon"])))


def province_rows(sources):
    capitals = {row["province"]: row for row in common.raw("rail_nodes.csv") if row["kind"] == "province_capital"}
    for row in common.raw("provinces.csv"):
        said = [part for part in row["source_url"].split(" | ") if part.startswith("coordinates")]
        where, source, note = row, sources.cite(said[0].removeprefix("coordinates:") if said else row["source_url"]), ""
        station = capitals.get(row["id"])
        # A gazetteer knows several towns of one name: the capital's own station decides.
        if station and degrees_apart(row, station) > 0.6:
            where, source = station, sources.cite(station["source_url"])
            note = "position of the capital's railway place; a gazetteer's was of another town"
        yield {
            "id": row["id"], "name": row["name"].removesuffix(" SAR"), "region": common.slug(row["region"].replace("_", "-")),
            "capital": row["capital"], "lat": where["lat"], "lon": where["lon"], **years.columns(years.of(sources, source)), "coast": row["has_coast"],
            "source": source, "note": note,
        }


def partner_rows(sources):
    for row in common.raw("partners.csv"):
        parts = row["source_url"].split(" | ")
        source = [parts[0]] + [part for part in parts if "belt-and-road" in part and row["bri_mou_year"]]
        note = [SWAPPED] if "swaps" in row["note"] else []
        note += [CONTESTED] if row["iso3"] in ("RUS", "AUT") and row["bri_mou_year"] else []
        note += ["customs territory of its own"] if "customs territory" in row["region"] else []
        yield {
            "iso3": row["iso3"], "name": SHORT_NAMES.get(row["iso3"], row["name"]), "region": common.slug(row["region"]), "lat": row["lat"],
            "lon": row["lon"], **years.columns(years.of(sources, sources.cite(parts[0]))), "bri_year": row["bri_mou_year"], "source": sources.cite(" | ".join(source)),
            "note": "; ".join(note),
        }


def compile(sources):
    provinces = list(province_rows(sources))
    partners = list(partner_rows(sources))
    return {
        "provinces.csv": common.write("provinces.csv", PROVINCES, provinces),
        "partners.csv": common.write("partners.csv", PARTNERS, partners),
    }
