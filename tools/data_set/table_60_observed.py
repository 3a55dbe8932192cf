"""throughput.csv, crossings.csv and handling_observed.csv: what places were seen to handle, and in what time."""

from collections import Counter

from data_set import common, regional, years

THROUGHPUT = ["subject", "measure", "year", "year_basis", "period", "value", "unit", "definition", "source", "note"]
THROUGHPUT_KEY = ["subject", "measure", "year", "period", "definition"]
CROSSINGS = ["crossing", "measure", "year", "period", "value", "unit", "source", "note"]
CROSSINGS_KEY = ["crossing", "measure", "year", "period"]
HANDLING = ["subject", "kind", "direction", "value", "unit", "statistic", "year", "year_basis", "scope", "source", "note"]
HANDLING_KEY = ["subject", "kind", "direction", "unit", "statistic", "year", "scope"]

YANGTZE_DELTA = "province:shanghai;province:jiangsu;province:zhejiang;province:anhui"
MEASURES = {
    "trains_cere": "trains", "trains_cere_cumulative": "trains", "trains_cere_and_central_asia": "trains-all",
    "trains_cere_and_central_asia_cumulative": "trains-all", "trains_cross_border": "trains-cross-border",
    "teu": "teu", "teu_cumulative": "teu", "teu_utlc": "teu-transit", "tonnes": "tonnes",
    "tonnes_whole_line_cumulative": "tonnes-whole-line", "share_pct_westbound": "share-westbound",
    "share_pct_eastbound": "share-eastbound",
}
UNITS = {"trains": "trains", "teu": "TEU", "tonnes": "t", "share": "%"}


def unit_of(measure):
    return UNITS[measure.split("-")[0]]


def place(slug):
    if slug in regional.SUM_OF:
        return regional.SUM_OF[slug]
    found = regional.port_place(slug)
    if not found:
        raise common.Fault(f"no port {slug}")
    return found


def scope(slug, note):
    """What is counted. Los Angeles and Long Beach are one place and three series."""
    if slug == "LONG-BEACH":
        return "Long Beach alone"
    if slug == "los-angeles":
        return "Los Angeles alone" if "without Long Beach" in note else "Los Angeles and Long Beach"
    return "aggregate of ports" if slug in regional.SUM_OF else "port"


def ports(sources):
    def row(slug, measure, year, period, value, cites, note):
        return {"subject": place(slug), "measure": measure, "year": year, "period": period,
                "value": common.number(float(value) * 1e6, 0), "unit": unit_of(measure),
                "definition": scope(slug, note),
                "source": sources.cite(cites), "note": note}

    for port in common.raw("ports.csv"):
        # The first addresses give the position, the others the figures.
        cites = [part for part in port["source_url"].split(" ; ")
                 if not any(word in part for word in ("PortWatch_ports_database", "ports.geojson"))]
        note = port["note"] if "UN/LOCODE" not in port["note"] and "position" not in port["note"] else ""
        for measure, column in (("teu", "teu_by_year"), ("tonnes", "cargo_mt_by_year")):
            for year, value in common.series(port[column]):
                yield row(port["id"], measure, year, "full", value, " ; ".join(cites) or port["source_url"], note)
    for port in common.raw("ports_throughput_more.csv"):
        for measure, column in (("teu", "teu_million"), ("tonnes", "cargo_mt")):
            if port[column]:
                yield row(port["port"], measure, port["year"], port["period"], port[column], port["source_url"],
                          port["note"])


def airports(sources):
    rows = common.raw("air_hubs.csv")
    named = Counter(city for _, city in {(row["iata"], row["city"]) for row in rows})
    for row in rows:
        if not row["value"]:
            continue
        subject = f"airport:{row['city']}" + (f"-{row['iata'].lower()}" if named[row["city"]] > 1 else "")
        subject = {"CHINA": "china", "GROUP": "airport-group:" + common.slug(row["name"])}.get(row["iata"], subject)
        measure = "tonnes" if row["unit"].startswith("tonnes") else "freighter-flights"
        yield {"subject": subject, "measure": measure, "year": row["year"], "period": "full",
               "value": common.number(row["value"], 0), "unit": "t" if measure == "tonnes" else "flights",
               "definition": "airport cargo, loaded and unloaded" if measure == "tonnes" else "airport",
               "source": sources.cite(row["source_url"].split(" | coordinates")[0]), "note": row["note"]}


def train_subject(row):
    slugs = row["id"].split(";")
    if row["id"] == "yangtze-delta":
        return YANGTZE_DELTA
    if row["id"] == "jinhua":
        return "province:zhejiang"
    kind = {"province": "province:", "origin_city": "hub:", "group": "hub:"}[row["scope"]]
    return ";".join(kind + slug for slug in slugs)


def trains(sources):
    """Counts of trains by city and province; those of corridors are measures, those of crossings their own table."""
    for row in common.raw("cere_trains.csv"):
        if row["scope"] in ("national", "corridor", "crossing"):
            continue
        for measure in ("trains", "teu", "tonnes"):
            if row[measure]:
                yield {"subject": train_subject(row), "measure": measure, "year": row["year"],
                       "period": row["period"], "value": row[measure], "unit": unit_of(measure),
                       "definition": row["definition"] + (", Jinhua alone" if row["id"] == "jinhua" else ""),
                       "source": sources.cite(row["source_url"]),
                       "note": row["note"]}


AGGREGATES = {
    "Yangtze main stem port throughput": ("waterway:yangtze", "tonnes"),
    "Yangtze main stem containers": ("waterway:yangtze", "teu"),
    "Three Gorges hub cargo, Jan-Sep": ("waterway:three-gorges", "tonnes"),
    "China port throughput, containers": ("china", "teu"),
    "China port throughput, cargo": ("china", "tonnes"),
    "World container port throughput": ("world", "teu"),
}


def aggregates(sources):
    for row in common.raw("sea_costs.csv"):
        if row["what"] in AGGREGATES:
            subject, measure = AGGREGATES[row["what"]]
            yield {"subject": subject, "measure": measure, "year": row["year"],
                   "period": "Jan-Sep" if "Jan-Sep" in row["what"] else "full",
                   "value": common.number(float(row["value"]) * 1e6, 0), "unit": unit_of(measure),
                   "definition": "aggregate of ports", "source": sources.cite(row["source_url"])}
    for row in common.raw("throughput_more.csv"):
        yield {**row, "source": sources.cite(row["source"])}


def straits(sources):
    """Traffic of straits and canals, from the table that also holds the rates."""
    passages = {"Suez Canal": "suez", "Straits of Malacca": "malacca", "Bosporus": "bosporus", "Kiel": "kiel",
                "Strait of Malacca": "malacca", "Strait of Hormuz": "hormuz", "Bab el-Mandeb": "babelmandeb",
                "Danish Straits": "danish_straits", "Turkish Straits": "bosporus", "Panama": "panama",
                "Cape of Good Hope": "cape_good_hope"}
    whole = "straits"
    last = ""
    for row in common.raw("sea_costs.csv"):
        what = row["what"]
        found = [slug for name, slug in passages.items() if name in what]
        oil = what.startswith("Oil flow:")
        ships = row["unit"].startswith("ships")
        if not (oil and found) and not (ships and (found or what.startswith("of which"))):
            continue
        last = f"passage:{found[0]}" if found else last
        measure = "oil" if oil else "container-ships" if what.startswith("of which") else "ships"
        part = "Jan-Sep" if "Jan-Sep" in row["unit"] else "Jan-Jun" if "first half" in what else "full"
        note = "with SUMED pipeline" if "SUMED" in what else "fiscal year" if "(FY)" in what else ""
        note = "Turkish Straits" if "Turkish" in what else note
        if row["year"] == "n/a":
            note = "year not stated"
        yield {"subject": last, "measure": measure, "year": "" if row["year"] == "n/a" else row["year"],
               "period": part, "value": row["value"], "unit": "million b/d" if oil else "ships", "definition": whole,
               "source": sources.cite(row["source_url"]), "note": note}


def border_places(text):
    slugs = text.removeprefix("group:").removesuffix("-brest").split(";")
    return ";".join(regional.land_place(slug) for slug in slugs)


def crossings(sources):
    for row in common.raw("cere_trains.csv"):
        if row["scope"] != "crossing":
            continue
        for measure in ("trains", "teu", "tonnes"):
            if row[measure]:
                all_freight = "all rail freight" in row["definition"] or "TransContainer" in row["definition"]
                yield {"crossing": border_places(row["id"]), "measure": measure, "year": row["year"],
                       "period": row["period"], "value": row[measure], "unit": unit_of(measure),
                       "source": sources.cite(row["source_url"]),
                       "note": regional.joined(row["definition"] if all_freight else "", row["note"])}
    later = []
    for row in common.raw("crossings_volume.csv"):
        if row["crossing"] in ("all-crossings", "qinzhou") or row["crossing"] == "group:aktau;kuryk":
            continue
        part, note = regional.period(row["period_note"])
        measure = MEASURES[row["metric"]]
        later.append({"crossing": border_places(row["crossing"]), "measure": measure, "year": row["year"],
                      "period": part, "value": row["value"], "unit": unit_of(measure),
                      "source": sources.cite(row["source_url"]), "note": note})
    # A rounded "more than" stands only where no exact count does.
    yield from sorted(later, key=lambda row: "more than" in row["note"])


def observed_subject(row):
    slug = row["place_or_country"]
    if slug == "WORLD":
        return "world", ""
    if slug == "XK":
        return "XKX", ""
    if slug == "panama-canal":
        return "passage:panama", ""
    if slug.isupper():
        return slug, ""
    at_sea = row["kind"].startswith(("port_", "thc", "ship", "ferry", "lift", "customs", "document", "maritime"))
    order = (regional.port_place, regional.land_place) if at_sea else (regional.land_place, regional.port_place)
    key = order[0](slug) or order[1](slug)
    # A crossing that is no place of the network is said in the scope, under its country.
    return (key, "") if key else (row.get("iso3") or BESIDE[slug], f"at {slug}")


BESIDE = {"chaldovar": "KGZ", "farap": "TKM", "takeshikent": "CHN", "tsiteli-khidi": "GEO", "yarant": "MNG"}


def handling(sources):
    for name, column in (("terminal_times.csv", "hours"), ("handling_costs.csv", "value")):
        for row in common.raw(name):
            subject, at = observed_subject(row)
            year, part, remark = regional.when(row["year"])
            yield {"subject": subject, "kind": common.slug(row["kind"].replace("_", "-")),
                   "direction": row["direction"], "value": common.number(row[column], 3), "unit": row["unit"],
                   "statistic": row.get("statistic", ""), "year": year,
                   "scope": regional.joined(at, row["scope"], part if part != "full" else ""),
                   "source": sources.cite(row["source_url"]), "note": regional.joined(row["note"], remark)}


def compile(sources):
    throughput = regional.single([*ports(sources), *airports(sources), *trains(sources), *straits(sources),
                                  *aggregates(sources)], THROUGHPUT_KEY, 2)
    across = regional.single(crossings(sources), CROSSINGS_KEY, 2)
    across.sort(key=lambda row: (row["crossing"], row["measure"], row["year"]))
    observed = regional.single(handling(sources), HANDLING_KEY)
    years.complete(throughput, sources)
    years.complete(observed, sources)
    return {
        "throughput.csv": common.write("throughput.csv", THROUGHPUT, throughput),
        "crossings.csv": common.write("crossings.csv", CROSSINGS, across),
        "handling_observed.csv": common.write("handling_observed.csv", HANDLING, observed),
    }
