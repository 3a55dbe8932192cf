"""prices.csv and parameters.csv: observed freight rates, and the published figures behind the cost model."""

import re

from data_set import common, regional, years

PRICES = ["mode", "from", "to", "class", "direction", "value", "unit", "usd_per_teu", "year", "year_basis", "period",
          "basis", "source", "note"]
PARAMETERS = ["parameter", "mode", "region", "value", "unit", "year", "year_basis", "scope", "source", "note"]

# Rows that say in other words what transit_times.csv, throughput.csv or connectivity.csv hold.
ELSEWHERE = ("PLSCI", "Chancay-Shanghai", "Arctic container", "Chongqing-Singapore", "Baku-Turkmenbashi ferry time",
             "Alat-Kuryk", "Oil flow", "Yangtze main stem", "Three Gorges", "China port throughput",
             "World container port", "terminal to terminal")
# Wrong on its face: the load behind it is doubtful.
DROPPED = ("derived CO2 road for 1400 t", "derived CO2 rail for 1400 t", "ERAI per km", "Kiel Canal largest ship")
MODES = {"inland_waterway": "river", "rail_road": "rail-road"}


def per_teu(value, unit):
    if unit.startswith("USD/TEU"):
        return common.number(value, 2), ""
    if unit.startswith("USD/FEU"):
        return common.number(float(value) / 2, 2), "usd_per_teu is the FEU rate / 2"
    return "", ""


def price(row, mode, from_, to, direction, basis, sources, note="", unit=None, value=None):
    year, period, remark = regional.when(row["year"])
    unit = unit or row["unit"]
    value = value or row["value"]
    plain = unit.split(" (")[0]
    usd, how = per_teu(value, plain)
    return {"mode": mode, "from": from_, "to": to, "class": "general", "direction": direction, "value": value,
            "unit": plain, "usd_per_teu": usd, "year": year, "period": period,
            "basis": regional.joined(basis, how), "source": sources.cite(row["source_url"]),
            "note": regional.joined(note, remark, unit.split(" (")[1].rstrip(")") if " (" in unit else "")}


def sense(from_, to):
    """Out of China ships and trains run full; between others only where the row itself tells."""
    out, in_ = regional.in_china(from_), regional.in_china(to)
    if out == in_:
        return {"rotterdam": "headhaul", "new-york": "backhaul"}.get(from_, "") if "new-york" in (from_, to) else ""
    return "headhaul" if out else "backhaul"


def sea_price(row, sources):
    what = row["what"]
    lane = re.match(r"Drewry WCI spot rate: (.+)-(.+)$|Freight rate (Shanghai)-(Lagos)$", what)
    if lane:
        from_, to = [common.slug(part) for part in lane.groups() if part]
        basis = "sourced: Drewry WCI spot rate" if "WCI" in what else "sourced: spot rate"
        return price(row, "sea", from_, to, sense(from_, to), basis, sources)
    if what.startswith("Drewry WCI composite"):
        return price(row, "sea", "", "", "", "sourced: Drewry WCI composite", sources,
                     "average of the year" if "average" in what else "")
    if what.startswith("SCFI spot"):
        to = common.slug(what.split(": ")[1])
        return price(row, "sea", "shanghai", to, "headhaul", "sourced: SCFI spot rate, without terminal handling",
                     sources)
    if what.startswith("SCFI composite"):
        return price(row, "sea", "", "", "", "sourced: SCFI composite, an index", sources)
    return None


def rail_price(row, sources):
    what = row["what"]
    if what.startswith("ERAI") and "rate" in what or what.startswith("ERAI U-"):
        direction = {"ERAI U-East": "backhaul", "ERAI U-West": "headhaul"}.get(what, "")
        return price(row, "rail", "", "", direction, "sourced: ERAI, 1520 mm section Dostyk/Altynkol-Brest", sources,
                     {"backhaul": "eastward", "headhaul": "westward"}.get(direction, "both directions"))
    if what.startswith("Drewry"):
        return price(row, "sea", "", "", "", "sourced: Drewry WCI composite", sources, "as shown beside ERAI")
    lane = re.match(r"forwarder rail rate (.+)-(.+)", what)
    if lane:
        from_, to = common.slug(lane.group(1)), common.slug(lane.group(2))
        unknown = "currency not stated" in row["unit"]
        return price(row, "rail", from_, to, "headhaul", "sourced: forwarder's offer", sources,
                     "currency not stated, USD likely" if unknown else "", "per FEU" if unknown else None)
    if what.startswith("rail rate China-Europe"):
        return price(row, "rail", "country:CHN", "europe", "headhaul", f"sourced: range, {what.split(', ')[1]}",
                     sources, "size of the container not stated")
    if what.startswith("China domestic"):
        kind = "China-Europe trains" if "CERE" in what else "old tariff"
        unit = row["unit"].replace("container", "TEU" if "20ft" in what else "FEU")
        return price(row, "rail", "country:CHN", "country:CHN", "",
                     f"sourced: domestic tariff, {kind}, {'base' if 'base' in what else 'running'} charge", sources,
                     "weak page", unit)
    return None


REGIONS = {"China-Europe": ("country:CHN", "europe")}


def study_price(row, sources):
    """Rates that studies state, whole, where the parameter is the rate per km derived from them."""
    rate = re.match(r"derived: ([\d.]+) (\w+/\w+) over", row["scope"])
    lane = re.match(r"(.+) to (.+)$", row["region"])
    mode = MODES.get(row["mode"], row["mode"])
    if row["parameter"] == "price":
        from_, to = REGIONS.get(row["region"]) or row["region"].split(" to ")
        places = [end if ":" in end else common.slug(end) for end in (from_, to)]
        return price(row, mode, *places, "headhaul", "sourced: " + row["scope"].split(";")[0], sources,
                     "month not stated, November 2025 probable" if row["note"] == "same" else row["note"])
    if row["parameter"] == "tariff" and rate and lane:
        places = [regional.hub(end) for end in lane.groups()]
        return price(row, mode, *places, sense(*places), "sourced: rate used by a study", sources, row["note"],
                     rate.group(2), rate.group(1))
    return None


def parameter_row(name, mode, region, row, scope, sources, note=""):
    year, period, remark = regional.when(row["year"])
    unit, _, range_ = row["unit"].replace("tkm", "t-km").partition(" (")
    value = row["value"]
    ends = re.fullmatch(r"(\d+)-(\d+)", value)
    if ends:
        range_ = value
        value = common.number((float(ends.group(1)) + float(ends.group(2))) / 2, 2)
    if ends or re.fullmatch(r"\d+-\d+\)", range_):
        range_ = f"middle of {range_.rstrip(')')}"
    return {"parameter": name, "mode": mode, "region": region, "value": value, "unit": unit, "year": year,
            "scope": regional.joined(scope, period if period != "full" else ""),
            "source": sources.cite(row["source_url"]), "note": regional.joined(note, range_.rstrip(")"), remark)}


def rail_parameter(row, sources):
    what = row["what"]
    costs = re.match(r"(CAREC|PRC) (rail|road) (total transport cost|speed without delay|speed with delay)", what)
    if costs:
        region = {"PRC": "CHN"}.get(costs.group(1), costs.group(1))
        name = {"total transport cost": "total-cost"}.get(costs.group(3), common.slug(costs.group(3)))
        slip = region == "CAREC" and (row["year"], row["value"]) == ("2021", "38.0")
        return parameter_row(name, costs.group(2), region, row, "CAREC CPMM, mean of samples", sources,
                             "suspect: the years around it are below 20" if slip else "")
    if what.startswith("CO2"):
        mode = "rail" if "rail" in what else "river" if "waterway" in what else "road"
        name = "emission-factor" if "per" not in what and "same load" not in what else "emissions"
        return parameter_row(name, mode, "EUR", row, what, sources, "CO2 only")
    if what.startswith("reliability"):
        return parameter_row("reliability", "rail", "POL", row, what.split(": ")[1], sources)
    if row["unit"].startswith("days") or "duration" in what:
        return parameter_row("transit-days", "rail", "China-Europe", row, what, sources)
    if "speed" in what:
        return parameter_row("speed", "rail", "KAZ" if "KTZ" in what else "CHN", row, what, sources)
    if what.startswith("rail cost relative"):
        return parameter_row("price-ratio", "rail", "chongqing to duisburg", row, "of the air price", sources)
    return parameter_row(common.slug(what.split(",")[0].split(" (")[0]), "rail", "", row, what, sources)


def sea_parameter(row, sources):
    what = row["what"]
    name = "speed" if "speed" in what else "transit-days" if row["unit"] == "days" else common.slug(
        what.split(":")[0].split(",")[0].split(" (")[0])
    return parameter_row(name, "sea", "", row, what, sources)


def traffic(row):
    """Counts of ships, which throughput.csv holds."""
    return row["unit"].startswith("ships") or row["what"].startswith("of which")


def compile(sources):
    prices, parameters = [], []
    for name, of_price, of_parameter in (("sea_costs.csv", sea_price, sea_parameter),
                                         ("rail_costs.csv", rail_price, rail_parameter)):
        for row in common.raw(name):
            if row["what"].startswith(ELSEWHERE + DROPPED) or traffic(row):
                continue
            found = of_price(row, sources)
            (prices if found else parameters).append(found or of_parameter(row, sources))
    for row in common.raw("mode_parameters.csv"):
        found = study_price(row, sources)
        if found:
            prices.append(found)
        if row["parameter"] != "price":
            parameters.append(parameter_row(common.slug(row["parameter"].replace("_", "-")),
                                            MODES.get(row["mode"], row["mode"]), row["region"], row, row["scope"],
                                            sources, row["note"].rstrip("; ")))
    years.complete(prices, sources)
    years.complete(parameters, sources)
    return {
        "prices.csv": common.write("prices.csv", PRICES, prices),
        "parameters.csv": common.write("parameters.csv", PARAMETERS, parameters),
    }
