"""trade.csv: what provinces, China and partners trade, one figure a row, definitions kept apart."""

import re

from data_set import common, regional

COLUMNS = ["reporter", "partner", "flow", "year", "period", "value", "unit", "definition", "source", "note"]
KEY = ["reporter", "partner", "flow", "year", "period", "unit", "definition"]

TRADER = "by location of the trader"
GOODS = "by origin or destination of the goods"
OWN = "China's own (customs)"
OWN_COMTRADE = "China's own (UN Comtrade)"
MIRROR = "partner-reported (UN Comtrade)"
FLOWS = {"export": "exports", "import": "imports", "total": "total"}


def figure(reporter, partner, flow, year, period, value, unit, definition, source, note=""):
    return {"reporter": reporter, "partner": partner, "flow": flow, "year": year, "period": period,
            "value": common.number(value, 4), "unit": unit, "definition": definition, "source": source, "note": note}


def province_totals(sources):
    for row in common.raw("province_trade.csv"):
        definition = TRADER if row["definition"] == "by consignee location" else GOODS
        cites = row["source_url"].split(" | ")
        note = "revised, about 0.9 % below the first release" if "revised" in row["note"] else ""
        if row["unit"] == "bn CNY" and not row["note"].startswith("NBS"):
            note = row["note"]
        for flow in ("exports", "imports", "total"):
            if not row[flow]:
                continue
            said = note
            used = row["source_url"]
            if len(cites) == 2 and row["unit"] == "bn USD":
                used = {"exports": cites[1], "total": cites[0]}.get(flow, used)
                if flow == "imports":
                    said = regional.joined(said, "derived: total less exports")
            yield figure(f"province:{row['province']}", "world", flow, row["year"],
                         "full", row[flow], row["unit"], definition, sources.cite(used), said)


def province_press(sources):
    """Totals of the press in CNY, and exports by origin of the goods of 2015, which the long tables lack."""
    for row in common.raw("provinces.csv"):
        press = [part for part in row["source_url"].split(" | ")
                 if re.match(r"https?://(?!raw)", part)]
        note = "rounded to 10 or 100 bn" if "rounded" in row["note"] else ""
        for column, flow in (("trade", "total"), ("exports", "exports"), ("imports", "imports")):
            for year, value in common.series(row[f"{column}_cny_bn_by_year"]):
                yield figure(f"province:{row['id']}", "world", flow, year, "full", value, "bn CNY", TRADER,
                             sources.cite(" | ".join(press)), note)
        for year, value in common.series(row["exports_usd_bn_by_year"]):
            if year == "2015":
                source = [part for part in row["source_url"].split(" | ") if "carbonemission" in part]
                yield figure(f"province:{row['id']}", "world", "exports", year, "full", value, "bn USD", GOODS,
                             sources.cite(source[0]), "unit inferred: provinces sum to the national total")


def province_partners(sources):
    for name in ("province_partner_trade.csv", "province_partner_trade_more.csv"):
        for row in common.raw(name):
            if not row["year"]:
                continue  # The page does not say which year.
            national = row["province"] in ("national", "china")
            yield figure(regional.reporter(row["province"]), regional.partner(row["partner"]), FLOWS[row["kind"]],
                         row["year"], row["period"], row["value"], row["unit"], OWN if national else TRADER,
                         sources.cite(row["source_url"]), row["note"].replace("NATIONAL", "national"))


def later(sources):
    """Rows gathered after the other tables, under the columns of the compiled one."""
    for row in common.raw("trade_more.csv"):
        yield {**row, "source": sources.cite(row["source"])}


def china_partners(sources):
    for row in common.raw("china_partner_trade.csv"):
        definition = OWN_COMTRADE if row["definition"].startswith("UN Comtrade") else OWN
        for flow in ("exports", "imports", "total"):
            if row[flow]:
                yield figure("china", regional.partner(row["partner"]), flow, row["year"], "full", row[flow],
                             row["unit"], definition, sources.cite(row["source_url"]), row["note"])
    for row in common.raw("partners.csv"):
        lists = [part for part in row["source_url"].split(" | ") if "largest_trading_partners" in part]
        for year, cell in common.series(row["china_trade_usd_bn_total_exp_imp_by_year_gacc"]):
            address = [part for part in lists if ("2020-08" in part) == (year == "2017")] or lists
            for flow, value in zip(("total", "exports", "imports"), cell.split("/")):
                if value:
                    yield figure("china", f"country:{row['iso3']}", flow, year, "full", value, "bn USD", OWN,
                                 sources.cite(" | ".join(address)))


def jumps(note):
    """`exp jump 2017->2018` as {(flow of the partner, year)}."""
    return {("imports" if way == "exp" else "exports", year)
            for way, year in re.findall(r"(exp|imp) jump \d{4}->(\d{4})", note)}


def mirrors(sources, own):
    """What partners report: their imports are China's exports, with freight and insurance in them."""
    for row in common.raw("partners.csv"):
        address = " | ".join(part for part in row["source_url"].split(" | ") if "cipf-comtrade" in part)
        marked = jumps(row["note"])
        for column, flow in (("exports", "imports"), ("imports", "exports")):
            for year, value in common.series(row[f"china_{column}_usd_bn_by_year_partner_reported"]):
                notes = ["jump against the year before"] if (flow, year) in marked else []
                if row["iso3"] == "KAZ" and year in ("2020", "2021", "2022"):
                    notes.append("incomplete: far below the years around it")
                if row["iso3"] == "RUS" and year == "2021":
                    notes.append("last year reported")
                said = own.get((f"country:{row['iso3']}", column, year))
                if said and not 1 / 1.3 <= float(value) / float(said) <= 1.3:
                    notes.append(f"spread: China's own figure is {said}")
                yield figure(f"country:{row['iso3']}", "country:CHN", flow, year, "full", value, "bn USD", MIRROR,
                             sources.cite(address), "; ".join(notes))


def compile(sources):
    own = list(china_partners(sources))
    # Both of China's own series would do for the comparison; customs where there is one.
    said = {(row["partner"], row["flow"], row["year"]): row["value"]
            for definition in (OWN_COMTRADE, OWN) for row in own
            if row["definition"] == definition and row["unit"] == "bn USD"}
    rows = [*province_totals(sources), *province_press(sources), *province_partners(sources), *own,
            *later(sources), *mirrors(sources, said)]
    rows = regional.single(rows, KEY)
    rank = {"china": 0, "province": 1, "country": 2}
    rows.sort(key=lambda row: (rank[row["reporter"].split(":")[0]], row["reporter"], row["definition"],
                               row["partner"], row["year"], row["period"], row["unit"], row["flow"]))
    return {"trade.csv": common.write("trade.csv", COLUMNS, rows)}
