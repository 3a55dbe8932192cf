"""borders.csv and handling.csv: what crossings and terminals take, where a source or a stated judgement says so."""

import functools

from . import common, deflators, handling_rows, table_10_places, table_20_links, years

BORDERS = ["mode", "from", "to", "time_h", "clearance_usd_per_teu", "gauge_change_usd_per_teu", "from_gauge_mm",
           "to_gauge_mm", "capacity", "capacity_unit", "capacity_year", "time_basis", "time_year", "time_source",
           "money_basis", "money_year", "money_source", "note"]
HANDLING = ["subject", "kind", "time_h", "money_usd_per_teu", "basis", "year", "year_basis", "source", "note"]

CPMM = "https://cpmm.carecprogram.org/?p=440"

# Sums of the two sides' means in CAREC's corridor performance samples:
# (mode, from, to) -> parts (place, kind, direction, year) of terminal_times.csv
SUMS = {
    ("road", "rail:kashgar", "border:irkeshtam"): (("CHN", "border_road", "outbound", "2023"),
                                                   ("irkeshtam", "border_road", "inbound", "2020")),
    ("road", "border:irkeshtam", "rail:kashgar"): (("KGZ", "border_road", "outbound", "2023"),
                                                   ("CHN", "border_road", "inbound", "2023")),
    ("road", "border:torugart", "rail:kashgar"): (("KGZ", "border_road", "outbound", "2023"),
                                                  ("CHN", "border_road", "inbound", "2023")),
    ("road", "border:altynkol", "border:khorgos"): (("KAZ", "border_road", "outbound", "2023"),
                                                    ("CHN", "border_road", "inbound", "2023")),
}

CHINA_1520 = ("judgement: 24 h as at Manzhouli and Suifenhe", "http://biang.ru/ru/economics/v-oktyabrskie-prazdniki-"
              "zheleznodorozhnaya-stancziya-sujfenxe-rabotaet-bez-vyixodnyix.html", "2025")
BREST = "https://railtech.com/infrastructure/2018/03/29/malzewicze-brest-border-crossing-main-bottleneck-on-new-silk-road"
# Crossings without a figure of their own that would otherwise be a free way round their neighbours:
# (one, other) -> hours, basis, source, year; both directions alike.
JUDGED = {
    ("border:tongjiang", "border:nizhneleninskoye"): ("24", *CHINA_1520),
    ("border:hunchun", "border:makhalino"): ("24", *CHINA_1520),
    ("rail:kaliningrad", "rail:warsaw"): ("48", "judgement: change of gauge and customs of the European Union as between "
                                          "Brest and Malaszewicze", BREST, "2018"),
    ("rail:moscow", "rail:kaliningrad"): ("12", "judgement: two crossings of Lithuania's borders without reloading, 6 h "
                                          "each as a train without reloading takes at Brest", "", "2015"),
}

# Published capacity of a crossing, both directions together: capacity.csv id and metric
CAPACITY = {
    frozenset(("border:alashankou", "border:dostyk")): ("alashankou-dostyk", "annual capacity"),
    frozenset(("border:manzhouli", "border:zabaikalsk")): ("zabaikalsk-manzhouli",
                                                           "container trains that can be passed on"),
    frozenset(("border:saryagash", "rail:tashkent")): ("saryagash", "annual capacity, fully used"),
}


def key(places, slug):
    return f"border:{slug}" if f"border:{slug}" in places else f"rail:{slug}"


def priced(text, year):
    return common.number(deflators.to_price_year(float(text), year), 1) if text else ""


def prepared(sources, places):
    for row in common.raw("borders_prepared.csv"):
        year, fee_year = row["money_year"], "2020" if row["gauge_change_usd_per_teu"] else ""
        clearance = priced(row["clearance_usd_per_teu"], year)
        fee = priced(row["gauge_change_usd_per_teu"], fee_year)
        how = "; ".join(filter(None, [
            f"clearance {row['clearance_usd_per_teu']} USD{deflators.said(year)}" if clearance else "",
            f"gauge change {row['gauge_change_usd_per_teu']} USD{deflators.said(fee_year)}" if fee else ""]))
        yield {
            "mode": row["mode"], "from": key(places, row["from"]), "to": key(places, row["to"]),
            "time_h": row["time_h"], "clearance_usd_per_teu": clearance, "gauge_change_usd_per_teu": fee, "time_basis": row["time_basis"],
            "time_year": row["time_year"], "time_source": sources.cite(row["time_source_url"]),
            "money_basis": f"{row['money_basis']}; {how}".replace("sourced:", "derived:") if how else "",
            "money_year": deflators.PRICE_YEAR if how else "",
            "money_source": sources.cite(row["money_source_url"]),
        }


def sums(sources):
    times = common.raw("terminal_times.csv")
    for (mode, one, other), parts in SUMS.items():
        hours, texts, cited = 0.0, [], []
        for place, kind, direction, year in parts:
            found = [row for row in times if (row["place_or_country"], row["kind"], row["direction"], row["year"]) ==
                     (place, kind, direction, year)]
            if len(found) != 1:
                raise common.Fault(f"{len(found)} rows for {place} {kind} {direction} {year}")
            hours += float(found[0]["hours"])
            texts.append(f"{place} {direction} {found[0]['hours']} h ({year})")
            cited.append(found[0]["source_url"])
        yield {
            "mode": mode, "from": one, "to": other, "time_h": common.number(hours, 2),
            "time_basis": "derived: sum of the means of both sides, CAREC CPMM samples: " + " + ".join(texts),
            "time_year": max(part[3] for part in parts), "time_source": sources.cite(" | ".join(cited)),
        }


def judged(sources):
    brest = next(row["source_url"] for row in common.raw("terminal_times.csv")
                 if row["place_or_country"] == "brest" and row["kind"] == "border_rail")
    for pair, (hours, basis, source, year) in JUDGED.items():
        for one, other in (pair, pair[::-1]):
            yield {"mode": "rail", "from": one, "to": other, "time_h": hours, "time_basis": basis, "time_year": year,
                   "time_source": sources.cite(source or brest)}


@functools.lru_cache(None)
def build(sources):
    places = table_10_places.by_id(sources)
    links = {(row["mode"], *pair): row for row in table_20_links.build(sources)
             for pair in ((row["from"], row["to"]), (row["to"], row["from"]))}
    capacities = common.raw("capacity.csv")
    rows = [*prepared(sources, places), *sums(sources), *judged(sources)]
    for row in rows:
        link = links.get((row["mode"], row["from"], row["to"]))
        if link is None:
            raise common.Fault(f"border row {row['mode']} {row['from']} {row['to']} has no link")
        if row["mode"] == "rail":
            row["from_gauge_mm"] = places[row["from"]]["gauges_mm"].split(";")[0]
            row["to_gauge_mm"] = places[row["to"]]["gauges_mm"].split(";")[0]
        found = CAPACITY.get(frozenset((row["from"], row["to"]))) if row["mode"] == "rail" else None
        if found:
            by = next(c for c in capacities if (c["id"], c["metric"]) == found)
            row["capacity"], row["capacity_unit"], row["capacity_year"] = by["value"], by["unit"], by["year"]
            row["note"] = f"capacity of the crossing, both directions, {by['year']}, {sources.cite(by['source_url'])}"
    if len({(row["mode"], row["from"], row["to"]) for row in rows}) != len(rows):
        raise common.Fault("a border direction stands twice")
    return rows


def compile(sources):
    handling = years.complete(handling_rows.build(sources, table_10_places.by_id(sources)), sources)
    return {"borders.csv": common.write("borders.csv", BORDERS, build(sources)),
            "handling.csv": common.write("handling.csv", HANDLING, handling)}
