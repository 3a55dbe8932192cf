"""connectivity.csv, capacities.csv, customs_unions.csv: figures carried over with keys of this data set."""

import unicodedata

from . import common, table_10_places

CONNECTIVITY = ["subject", "measure", "quarter", "value", "source"]
CAPACITIES = ["subject", "measure", "value", "unit", "year", "status", "source", "note"]
DEFLATORS = ["index", "year", "value", "source"]
UNIONS = ["id", "country", "since_year", "source", "note"]

ECONOMIES = {  # UNCTAD's names that partners.csv spells otherwise
    "Brunei Darussalam": "BRN", "Cote d'Ivoire": "CIV", "Côte d'Ivoire": "CIV", "Congo": "COG", "Congo, Dem. Rep. of the": "COD",
    "Dem. Rep. of the Congo": "COD", "China, Hong Kong SAR": "HKG", "China, Macao SAR": "MAC",
    "China, Taiwan Province of": "TWN", "Iran (Islamic Republic of)": "IRN", "Iran, Islamic Rep. of": "IRN",
    "Korea, Dem. People's Rep. of": "PRK", "Dem. People's Rep. of Korea": "PRK",
    "Republic of Korea": "KOR", "Korea, Republic of": "KOR", "Russian Federation": "RUS", "Syrian Arab Republic": "SYR",
    "Tanzania, United Republic of": "TZA", "United Republic of Tanzania": "TZA", "Turkiye": "TUR", "Türkiye": "TUR",
    "United States": "USA", "United States of America": "USA", "Venezuela (Bolivarian Rep. of)": "VEN",
    "Venezuela (Bolivarian Republic of)": "VEN", "Viet Nam": "VNM", "Libya": "LBY", "Netherlands": "NLD",
    "Netherlands (Kingdom of the)": "NLD", "China": "CHN", "Republic of Moldova": "MDA", "Moldova, Republic of": "MDA",
}


def quarter(text):
    part, year = text.split()
    return f"{year}-{part}"


def plain(text):
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().strip()


def connectivity(sources, places):
    for row in common.raw("plsci_by_port.csv"):
        key = next((f"{kind}:{row['port_id']}" for kind in ("port", "river") if f"{kind}:{row['port_id']}" in places), "")
        if not key:
            raise common.Fault(f"plsci_by_port.csv names {row['port_id']}, which is no port")
        yield {"subject": key, "measure": "plsci", "quarter": quarter(row["quarter"]), "value": row["plsci"],
               "source": sources.cite(row["source_url"])}
    names = {plain(row["name"]): row["iso3"] for row in common.raw("partners.csv")}
    names.update({plain(name): code for name, code in ECONOMIES.items()})
    for row in common.raw("lsci_by_country.csv"):
        code = names.get(plain(row["economy"]))
        if code:
            yield {"subject": f"country:{code}", "measure": "lsci", "quarter": quarter(row["quarter"]),
                   "value": row["lsci"], "source": sources.cite(row["source_url"])}


SUBJECTS = {
    "alashankou-dostyk": "border:alashankou;border:dostyk", "zabaikalsk-manzhouli": "border:zabaikalsk;border:manzhouli",
    "dostyk-mointy": "border:dostyk;rail:mointy", "akhalkalaki-kars": "rail:akhalkalaki;rail:kars",
    "makhalino;nizhneleninskoye": "border:makhalino;border:nizhneleninskoye", "poti;batumi": "port:poti;port:batumi",
    "cere": "corridor:cere", "panama": "passage:panama", "suez": "passage:suez", "malacca": "passage:malacca",
}


def capacities(sources, places):
    for row in common.raw("capacity.csv"):
        subject = SUBJECTS.get(row["id"])
        if not subject:
            kinds = {"port": ("port",), "border_crossing": ("border", "rail"), "railway": ("rail", "border")}
            subject = next((f"{kind}:{row['id']}" for kind in kinds.get(row["kind"], ())
                            if f"{kind}:{row['id']}" in places), row["id"])
        yield {"subject": subject, "measure": row["metric"], "value": row["value"], "unit": row["unit"],
               "year": row["year"], "status": row["status"], "source": sources.cite(row["source_url"]),
               "note": row["note"]}


def unions(sources):
    for row in common.raw("customs_unions.csv"):
        yield {"id": row["customs_union"], "country": row["country_iso3"], "since_year": row["since_year"],
               "source": sources.cite(row["source_url"]), "note": row["note"]}


def compile(sources):
    places = table_10_places.by_id(sources)
    prices = [{**row, "source": sources.cite(row["source"])} for row in common.raw("deflators.csv")]
    return {"deflators.csv": common.write("deflators.csv", DEFLATORS, prices),
            "connectivity.csv": common.write("connectivity.csv", CONNECTIVITY, list(connectivity(sources, places))),
            "capacities.csv": common.write("capacities.csv", CAPACITIES, list(capacities(sources, places))),
            "customs_unions.csv": common.write("customs_unions.csv", UNIONS, list(unions(sources)))}
