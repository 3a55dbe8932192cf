"""What a ship's call, a terminal, a change of gauge or a wait for a ferry takes."""

from . import common, deflators

# Annual means of the Federal Reserve's noon buying rates.
USD_PER_EUR_2021 = 1.183
CNY_PER_USD_2023 = 7.0809
RATES = "https://federalreserve.gov/releases/g5a/20240201"

TERMINAL = {  # country -> charge per container or TEU, currency, place in handling_costs.csv
    "CHN": ("ningbo-zhoushan", 850, "CNY/TEU"),
    "DEU": ("hamburg", 240, "EUR/container"),
    "NLD": ("NLD", 220, "EUR/container"),
    "BEL": ("BEL", 205, "EUR/container"),
}
DWELL = {"CHN": "shanghai", "IND": "IND", "ARE": "ARE", "ZAF": "ZAF"}  # normal or nearly normal stays


def build(sources, places):
    yield from ship_calls(sources)
    yield from terminals(sources)
    yield from others(sources)


def ship_calls(sources):
    halves = {}
    for row in common.raw("terminal_times.csv"):
        if (row["kind"] == "ship_time_in_port" and row["scope"].startswith("container ships, all ports")
                and row["year"].startswith("2023-S") and row["statistic"] == "median"):
            halves.setdefault(row["place_or_country"], []).append(row)
    for country, rows in sorted(halves.items()):
        if country == "WORLD":
            continue
        mean = sum(float(row["hours"]) for row in rows) / len(rows)
        yield {"subject": country, "kind": "ship_call", "time_h": common.number(mean, 2),
               "basis": "derived: mean of the medians of both halves of 2023" if len(rows) == 2 else "sourced",
               "year": "2023", "source": sources.cite(rows[0]["source_url"]),
               "note": "container ships, time of the ship in port; not the cargo's stay"}


def terminals(sources):
    costs, times = common.raw("handling_costs.csv"), common.raw("terminal_times.csv")
    for country in sorted(set(TERMINAL) | set(DWELL)):
        row = {"subject": country, "kind": "container_terminal"}
        basis, cited, notes, year = [], [], [], ""
        if country in TERMINAL:
            place, value, unit = TERMINAL[country]
            by = next(c for c in costs if c["place_or_country"] == place and c["kind"] == "thc_dry"
                      and c["unit"] == unit and float(c["value"]) == value)
            if unit == "CNY/TEU":
                money, how = value / CNY_PER_USD_2023, f"{value} CNY per TEU at {CNY_PER_USD_2023} CNY per USD"
                year = "2023"
                notes.append("the tariff sheet has no year; taken as of 2023")
            else:
                money = deflators.to_price_year(value * USD_PER_EUR_2021 / 2, "2021")
                how = (f"{value} EUR per container, taken as two TEU, at {USD_PER_EUR_2021} USD per EUR, money"
                       f"{deflators.said('2021')}")
                year = deflators.PRICE_YEAR
            row["money_usd_per_teu"] = common.number(money, 0)
            basis.append("derived: " + how)
            cited += [by["source_url"], RATES]
        if country in DWELL:
            by = next(t for t in times if t["kind"] == "port_container_dwell" and t["place_or_country"] == DWELL[country])
            row["time_h"] = by["hours"]
            basis.append("sourced: stay of containers, " + by["scope"].split(",")[0])
            cited.append(by["source_url"])
            notes.append(by["note"])
            year = year or by["year"][:4]
        yield {**row, "basis": "; ".join(basis), "year": year, "source": sources.cite(" | ".join(cited)),
               "note": "; ".join(notes)}


def others(sources):
    transfers, times = common.raw("transfers.csv"), common.raw("terminal_times.csv")
    for place, subject in (("dostyk", "border:dostyk"), ("erenhot", "border:erenhot")):
        by = next(t for t in transfers if t["node_id"] == place and "gauge-change fee" in t["basis"])
        yield {"subject": subject, "kind": "gauge_change", "money_usd_per_teu": common.number(
                   deflators.to_price_year(float(by["cost_usd_per_teu"]), "2020"), 0),
               "basis": f"derived: {by['cost_usd_per_teu']} USD per shipment of 20 t, taken as one TEU, money"
                        f"{deflators.said('2020')}", "year": deflators.PRICE_YEAR,
               "source": sources.cite(by["source_url"]), "note": "within what the border row of this crossing takes"}
    by = next(t for t in times if t["kind"] == "gauge_change" and t["place_or_country"] == "brest" and t["year"] == "2015")
    yield {"subject": "border:brest", "kind": "gauge_change", "time_h": by["hours"], "basis": "sourced", "year": "2015",
           "source": sources.cite(by["source_url"]),
           "note": "a container train with reloading, Belarusian side; within what the border row takes"}
    for place, direction, subject, note in (
            ("baku", "outbound", "rail:alat", "one traveller's waits of 10 h and 5 h, added; judgement: holds at Alat"),
            ("turkmenbashi", "inbound", "rail:turkmenbashi", "one traveller, at anchor before docking"),
            ("aktau", "inbound", "rail:kuryk", "one traveller at Aktau, at anchor before docking; judgement: holds at Kuryk")):
        by = next(t for t in times if t["kind"] == "ferry_wait" and t["place_or_country"] == place
                  and t["direction"] == direction)
        year = by["year"] if by["year"].isdigit() else ""
        yield {"subject": subject, "kind": "ferry_wait", "time_h": by["hours"], "basis": "sourced: single report, weak",
               "year": year, "source": sources.cite(by["source_url"]), "note": note}
