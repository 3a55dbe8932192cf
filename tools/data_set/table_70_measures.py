"""measures.csv: series about provinces, partners, corridors, platforms and China that are neither trade nor traffic."""

import re

from data_set import common, regional

COLUMNS = ["subject", "measure", "year", "period", "value", "unit", "definition", "source", "note"]
KEY = ["subject", "measure", "year", "period", "definition"]

NBS_SECTORS = "sum of the three sectors"
# Pages that were seen and whose address was not kept.
NBS_2023 = "compilation of NBS figures for 2023 in a public repository, address not kept"
COMMUNIQUES_2024 = "provincial statistical communiques for 2024, re-posted, address not kept"
UNITS = {"trains": "trains", "teu": "TEU", "tonnes": "t", "km": "km"}


def provinces(sources):
    for row in common.raw("provinces.csv"):
        cites = row["source_url"].split(" | ")
        sectors = [part for part in cites if "carbonemission" in part]
        by_year = {"2015": sectors, "2019": sectors, "2023": [NBS_2023], "2024": [COMMUNIQUES_2024]}
        for year, value in common.series(row["gdp_cny_bn_by_year"]):
            note = "rounded" if row["id"] == "hunan" and year == "2023" else ""
            if year == "2023":
                note = regional.joined(note, "first estimate, before the census revision of 2024")
            yield {"subject": f"province:{row['id']}", "measure": "gdp", "year": year, "period": "full",
                   "value": value, "unit": "bn CNY",
                   "definition": NBS_SECTORS if year in ("2015", "2019") else "as published",
                   "source": sources.cite(" | ".join(by_year[year] or cites[:1])), "note": note}
        if row["population_m"]:
            yield {"subject": f"province:{row['id']}", "measure": "population", "year": row["population_year"],
                   "period": "full", "value": row["population_m"], "unit": "m", "definition": "resident population",
                   "source": sources.cite(" | ".join(sectors or cites[:1]))}


def partners(sources):
    for row in common.raw("partners.csv"):
        source = [part for part in row["source_url"].split(" | ") if "datasets/gdp" in part]
        for year, value in common.series(row["gdp_usd_bn_by_year"]):
            yield {"subject": f"country:{row['iso3']}", "measure": "gdp", "year": year, "period": "full",
                   "value": value, "unit": "bn USD", "definition": "current prices",
                   "source": sources.cite(" | ".join(source) or row["source_url"].split(" | ")[0])}


def volume(label):
    """`2023 Jan-Sep TEU` as year, period, measure; None for lengths' and plans' own handling."""
    if re.search(r"design|forecast|length", label):
        return None
    words = label.replace("container trains from China", "China trains").split()
    measure = common.slug(words[-1])
    years = re.findall(r"\b(20\d\d)(?:-\d\d-\d\d)?\b", label)
    rest = " ".join(words[:-1])
    kind = re.search(r"(import-export|cross-border|transit|China|CERE|Central Asia|Manzhouli)", rest)
    if rest.startswith("cumulative"):
        return years[-1], "cumulative " + rest.split("cumulative ")[1].replace("cross-border ", "").replace(
            "import-export ", ""), measure, kind.group(1) if kind else ""
    part = re.search(r"(Q1|[A-Z][a-z]{2}-[A-Z][a-z]{2}|to mid-Oct)", rest)
    period = {"Q1": "Jan-Mar", "to mid-Oct": "Jan-mid-Oct"}.get(part.group(1), part.group(1)) if part else "full"
    return years[0], period, measure, kind.group(1) if kind else ""


WHAT = {"import-export": "imports and exports", "cross-border": "cross-border", "transit": "transit",
        "China": "container trains from China", "CERE": "China-Europe trains", "Central Asia": "Central Asia trains",
        "Manzhouli": "through Manzhouli", "": "as the corridor reports"}


# Where the corridor's own count is the one that train operators publish too.
OWN_COUNT = {"cere": "China-Europe trains", "nwlsc": "rail-sea trains"}


def corridors(sources):
    for row in common.raw("corridors.csv"):
        subject = f"corridor:{regional.corridor(row['id'])}"
        for label, value in common.series(row["annual_volume_by_year"]):
            found = volume(label)
            if not found:
                continue
            year, period, measure, kind = found
            definition = WHAT[kind] if kind else OWN_COUNT.get(row["id"], WHAT[""])
            yield {"subject": subject, "measure": measure, "year": year, "period": period, "value": value,
                   "unit": UNITS.get(measure, measure), "definition": definition,
                   "source": sources.cite(row["source_url"])}


def corridor_trains(sources):
    """Trains of the two corridors whose operators publish a count."""
    for row in common.raw("cere_trains.csv"):
        if row["scope"] not in ("national", "corridor"):
            continue
        subject = "corridor:cere" if row["scope"] == "national" else "corridor:" + row["id"]
        definition = "China-Europe trains" if row["scope"] == "national" else "rail-sea trains"
        for measure in ("trains", "teu", "tonnes"):
            if row[measure]:
                yield {"subject": subject, "measure": measure, "year": row["year"], "period": row["period"],
                       "value": row[measure], "unit": UNITS[measure], "definition": definition,
                       "source": sources.cite(row["source_url"]), "note": row["note"]}
    of_corridor = {"all-crossings": ("cere", "China-Europe trains"), "qinzhou": ("nwlsc", "rail-sea trains"),
                   "group:aktau;kuryk": ("middle_corridor", "transshipped at Aktau and Kuryk")}
    for row in common.raw("crossings_volume.csv"):
        if row["crossing"] not in of_corridor:
            continue
        subject, definition = of_corridor[row["crossing"]]
        period, note = regional.period(row["period_note"])
        # A round figure up to the second last day stands for the year.
        if period == "cumulative to 30 December":
            period, note = "full", regional.joined(note, "to 30 December")
        measure, _, way = row["metric"].replace("_nlsc_rail_sea", "").replace("trains_cere", "trains").partition("_")
        definition += f", {way}" if way else ""
        yield {"subject": f"corridor:{subject}", "measure": measure, "year": row["year"], "period": period,
               "value": row["value"], "unit": UNITS[measure], "definition": definition,
               "source": sources.cite(row["source_url"]),
               "note": note.replace("national total", "").replace("whole corridor", "").strip("; ")}


def later(sources):
    for row in common.raw("measures_more.csv"):
        yield {**row, "source": sources.cite(row["source"])}


def compile(sources):
    rows = regional.single([*provinces(sources), *partners(sources), *corridor_trains(sources), *corridors(sources),
                            *later(sources)], KEY, 2)
    order = {"china": 0, "province": 1, "hub": 2, "port": 3, "country": 4, "corridor": 5, "platform": 6}
    rows.sort(key=lambda row: (order.get(row["subject"].split(":")[0], 9), row["subject"], row["measure"],
                               row["definition"], row["year"]))
    return {"measures.csv": common.write("measures.csv", COLUMNS, rows)}
