"""conditions.csv: what holds in 2019, 2022 and 2024: closures, and freight rates per TEU-km of the lanes."""

from . import common, table_20_links
from .geodesy import Graph

CONDITIONS = ["condition", "valid_from", "valid_to", "what", "value", "basis", "year", "source", "note"]
VALID = {"2019": ("2019-01-01", "2019-12-31"), "2022": ("2022-01-01", "2022-12-31"),
         "2024": ("2024-01-01", "2025-12-31")}
CLOSED = {"2019": (), "2022": (), "2024": ("babelmandeb",)}
CANAL = 91.5  # USD per TEU, as `canal_money` of the cost model
TERMINALS = 240  # two terminal charges of 120 USD per TEU within the WCI's rates (judgement)
AXIS_KM = 5430  # Dostyk-Brest, by the index's own publisher
LEAST = 0.1  # of the rate, where terminal charges leave nothing of it: distance must cost something (judgement)


def rate(lane, date, start="Drewry WCI spot rate: "):
    for row in common.raw("sea_costs.csv"):
        if row["what"] == start + lane and row["year"] == date:
            return float(row["value"]), row["source_url"]
    raise common.Fault(f"no rate {lane} of {date} in sea_costs.csv")


class Lanes:
    """Kilometres of the way between two ports on each lane, with passages closed."""

    def __init__(self, links, closed):
        shut = set(closed) | {"kiel", "panama", "cape_horn"}
        self.graph = Graph(links, lambda row: row["mode"] == "sea" and row["status"] == "active"
                           and not shut & set((row.get("passes") or "").split(";")))

    def way(self, start, end):
        """Its kilometres, and whether it leads through the Suez Canal."""
        total, _, links = self.graph.way(start, end)
        return total, any("suez" in (row.get("passes") or "").split(";") for row in links)


def elsewhere(condition, lanes, sources):
    """Sea away from the two lanes: a published model's figure, in 2022 raised as the lanes' rates were, in 2024 the
    index to South-East Asia."""
    cite = ("https://github.com/sashatrubetskoy/bri_market_access/blob/"
            "cc6752f00fbaaefb8d5b6800c980837b8915fcb3/parameters/transport_costs.csv")
    if condition == "2022":
        rise, texts, cited = [], [], [cite]
        for lane in ("Shanghai-Rotterdam", "Shanghai-Los Angeles"):
            (then, _), (now, by) = rate(lane, "2020-08"), rate(lane, "2022-01")
            rise.append(now / then)
            texts.append(f"{now:.0f}/{then:.0f} {lane}")
            cited.append(by)
        factor = sum(rise) / len(rise)
        return (round(0.05 * factor, 5), f"estimated: 0.05 (Reed and Trubetskoy 2019) x {factor:.2f}, the mean rise of WCI "
                f"rates from Aug 2020 to Jan 2022 ({', '.join(texts)})", "2022", sources.cite(" | ".join(cited)),
                "the index publishes no rate of the lanes elsewhere")
    if condition == "2019":
        source = sources.cite(cite)
        return (0.05, "sourced: maritime route, Reed and Trubetskoy 2019, median of five studies", "2018", source,
                "the figure of 2018: no rate of this year for the lanes elsewhere")
    start = "SCFI spot rate ex Shanghai (excl. terminal handling): "
    one, by = rate("Southeast Asia", "2023 week 31", start)
    two, by_two = rate("Southeast Asia", "week 38 (year not printed; taken as 2025)", start)
    total, _ = lanes.way("port:shanghai", "port:singapore")
    return (round((one + two) / 2 / total, 5), f"derived: SCFI to South-East Asia, mean of 2023 week 31 and 2025 week 38 "
            f"({one:.0f}, {two:.0f} USD/TEU, terminals excluded by the index) / {total:.0f} km Shanghai-Singapore",
            "2024", sources.cite(f"{by} | {by_two}"), "")


def lane_rows(condition, links, sources):
    lanes = Lanes(links, CLOSED[condition])
    base, basis, year, source, note = elsewhere(condition, lanes, sources)
    yield "sea_tariff", base, basis, year, source, note
    yield ("feeder_tariff", round(2 * base, 5), f"judgement: twice the {base} of deep-sea ships, as in the cost model",
           year, source, "feeders are never a cheap way across an ocean")
    ways = {"europe_headhaul": ("port:shanghai", "port:rotterdam", "Shanghai-Rotterdam"),
            "europe_backhaul": ("port:rotterdam", "port:shanghai", "Rotterdam-Shanghai"),
            "pacific_headhaul": ("port:shanghai", "port:los-angeles", "Shanghai-Los Angeles"),
            "pacific_backhaul": ("port:los-angeles", "port:shanghai", "Los Angeles-Shanghai")}
    for field, (start, end, name) in ways.items():
        fee, how, cited, year = rates(condition, name)
        total, by_suez = lanes.way(start, end)
        toll = CANAL if by_suez else 0
        value = (fee - toll) / total
        less = f" - {toll} for the canal" if toll else ""
        basis = f"derived: {how}; {fee:.0f} USD/TEU{less} / {total:.0f} km of the whole way"
        if fee - toll < LEAST * (fee + TERMINALS):
            least = LEAST * (fee + TERMINALS)
            value = least / total
            basis = (f"judgement: {how}, which leaves {fee - toll:.0f} USD/TEU for {total:.0f} km; a tenth of the rate, "
                     f"{least:.1f} USD/TEU, is taken")
        yield f"sea_tariff_{field}", round(value, 5), basis, year, sources.cite(" | ".join(cited)), ""


def rates(condition, name):
    """USD per TEU without terminal charges, how it comes about, sources, year."""
    if condition == "2019":
        average, cited = composite("2019")
        parts = [(date, *composite(date)) for date in ("2020-08", "2020-10")]
        scaled, texts, sources = [], [], [cited]
        for date, index, by in parts:
            try:
                value, lane_by = rate(name, date)
            except common.Fault:
                continue
            scaled.append(value * average / index)
            texts.append(f"{value:.0f} x {average:.0f}/{index}")
            sources += [by, lane_by]
        fee = sum(scaled) / len(scaled)
        return (fee / 2 - TERMINALS, f"WCI {name} of Aug and Oct 2020 scaled to the composite's mean of 2019 "
                f"({', '.join(texts)}: {fee:.0f} USD/FEU), / 2 - {TERMINALS} for terminals, which it is taken to include", sources, "2019")
    if condition == "2022":
        if name == "Los Angeles-Shanghai":
            value, by = rate(name, "2020-10")
            return value / 2 - TERMINALS, (f"WCI {name} of Oct 2020 ({value:.0f} USD/FEU), none of 2022 found, / 2 - "
                                           f"{TERMINALS}"), [by], "2020"
        value, by = rate(name, "2022-01")
        return value / 2 - TERMINALS, f"WCI {name} of Jan 2022 ({value:.0f} USD/FEU) / 2 - {TERMINALS}", [by], "2022"
    if name == "Shanghai-Los Angeles":
        start = "SCFI spot rate ex Shanghai (excl. terminal handling): "
        one, by = rate("North America west coast", "2023 week 31", start)
        two, by_two = rate("North America west coast", "week 38 (year not printed; taken as 2025)", start)
        return (one + two) / 4, (f"SCFI to the west coast, mean of 2023 week 31 and 2025 week 38 ({one:.0f}, {two:.0f} "
                                 "USD/FEU) / 2, terminals excluded by the index"), [by, by_two], "2024"
    if name == "Los Angeles-Shanghai":
        value, by = rate(name, "2020-10")
        return value / 2 - TERMINALS, (f"WCI {name} of Oct 2020 ({value:.0f} USD/FEU), none of 2024 found, / 2 - "
                                       f"{TERMINALS}"), [by], "2020"
    value, by = rate(name, "2024-01-11")
    return value / 2 - TERMINALS, f"WCI {name} of 11 Jan 2024 ({value:.0f} USD/FEU) / 2 - {TERMINALS}", [by], "2024"


def composite(date):
    for row in common.raw("sea_costs.csv"):
        if row["what"].startswith("Drewry WCI composite") and row["year"] == date:
            return float(row["value"]), row["source_url"]
    raise common.Fault(f"no composite of {date}")


def rail_row(condition, sources):
    date = {"2019": "2018-09", "2022": None, "2024": "2024-07"}[condition]
    if date is None:
        return
    by = next(row for row in common.raw("rail_costs.csv") if row["what"].startswith("ERAI composite transit rate")
              and row["year"] == date)
    fee = float(by["value"])
    yield ("rail_tariff_broad", round(fee / 2 / AXIS_KM, 5),
           f"derived: ERAI composite {fee:.0f} USD/FEU of {date} / 2 / {AXIS_KM} km Dostyk-Brest", date[:4],
           sources.cite(by["source_url"]), "" if condition == "2024" else "September 2018: none of 2019 found")


def compile(sources):
    links = table_20_links.build(sources)
    rows = []
    for condition, (first, last) in VALID.items():
        for passage in CLOSED[condition]:
            rows.append({"condition": condition, "valid_from": first, "valid_to": last,
                         "what": f"close:passage:{passage}", "basis": "judgement: liner traffic left the Red "
                         "Sea, which other ships went on using", "year": "2024",
                         "source": next(sources.cite(row["source_url"]) for row in common.raw("sea_costs.csv")
                                        if row["what"].startswith("Change of Suez trade volume")), "note": ""})
        for field, value, basis, year, source, note in [*lane_rows(condition, links, sources),
                                                        *rail_row(condition, sources)]:
            rows.append({"condition": condition, "valid_from": first, "valid_to": last, "what": f"set:{field}",
                         "value": common.number(value, 5), "basis": basis, "year": year, "source": source,
                         "note": "; ".join(filter(None, [note, "USD of the year of the rate"]))})
    return {"conditions.csv": common.write("conditions.csv", CONDITIONS, rows)}
