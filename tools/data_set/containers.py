"""containers.csv: which part of the trade with a partner goes in containers, and what a container is worth."""

from statistics import median

from data_set import common, regional

YEAR = "2023"
MOST_USED = 3  # a region's median needs that many partners with figures


def composition(sources):
    """Per cent of a country's exports by bulk product: product -> (share, years, source); the mean where there are several years."""
    cells = {}
    for row in common.raw("export_composition.csv"):
        cells.setdefault(row["iso3"], {}).setdefault(row["product"], []).append(row)
    return {country: {product: (sum(float(row["share_pct"]) for row in rows) / len(rows) / 100,
                                " and ".join(row["year"] for row in rows), sources.cite(rows[0]["source_url"]))
                      for product, rows in products.items()} for country, products in cells.items()}


def bulk(sources, margins):
    """Shares of China's imports from one partner that are known to be bulk: partner -> (product, share, year, source, note)."""
    found = {}
    for row in common.raw("bulk_imports.csv"):
        year, note = row["year"], row["note"]
        if row["share_pct"]:
            share, how = float(row["share_pct"]) / 100, ""
        elif row["value_bn_usd"]:
            total = float(note.split("of ")[1].split(" ")[0])
            share, how = float(row["value_bn_usd"]) / total, note
        else:
            value = float(row["million_tonnes"]) * float(row["usd_per_tonne"]) / 1000
            share = value / margins[row["partner"], "imports"]
            how = f"{row['million_tonnes']} Mt at {row['usd_per_tonne']} USD, {note}"
        found[row["partner"]] = (row["product"], share, year, sources.cite(row["source_url"]), how or note)
    return found


def share_of_exports(parts):
    """China's own composition, alike for every partner."""
    china = parts["CHN"]
    share = 1 - sum(part for part, _, _ in china.values())
    said = ", ".join(f"{product} {part * 100:.2f} % ({years})" for product, (part, years, _) in china.items())
    return share, f"1 less China's exports of {said}; alike for all partners", regional.cited(*(used for _, _, used in china.values()))


def shares_of_imports(parts, known, partners):
    """partner -> (share, basis, method, source), and who has none of its own."""
    found, missing = {}, []
    for country in partners:
        key = f"country:{country}"
        products = parts.get(country, {})
        own = known.get(key)
        if own and own[0] in ("fuels", "gas"):
            basis = "judgement" if own[4].startswith("judgement") else "estimated"
            found[key] = (1 - own[1], basis, f"1 less {own[0]} {own[1] * 100:.2f} % of China's imports from it ({own[2]}; {own[4]})", own[3])
            continue
        if not {"fuels", "ores-and-metals"} <= products.keys():
            missing.append(country)
            continue
        said = ", ".join(f"{product} {part * 100:.2f} % ({years})" for product, (part, years, _) in products.items())
        share = 1 - sum(part for part, _, _ in products.values())
        method = f"1 less the country's exports, to all the world, of {said}"
        used = [used for _, _, used in products.values()]
        if own:
            share -= own[1]
            method += f", less {own[0]} {own[1] * 100:.2f} % of China's imports from it ({own[2]}: {own[4]})"
            used.append(own[3])
        if not 0 <= share <= 1:
            missing.append(country)
            continue
        found[key] = (share, "estimated", method, regional.cited(*used))
    return found, missing


def fill(found, missing, regions):
    """The median of the region's partners that have figures; of all partners where the region has fewer than three."""
    own = dict(found)
    for country in missing:
        peers = sorted(key for key in own if regions[key] == regions[f"country:{country}"])
        whose = f"the {len(peers)} partners of {regions[f'country:{country}']} that have figures"
        if len(peers) < MOST_USED:
            peers, whose = sorted(own), f"all {len(own)} partners that have figures"
        cites = regional.cited(*(own[key][3] for key in peers))
        found[f"country:{country}"] = (median(own[key][0] for key in peers), "median", f"median of {whose}", cites)


class Lanes:
    """Value of the containerisable goods of a lane over the containers counted on it."""

    def __init__(self, sources, margins, shares, regions):
        self.lanes = []
        for row in common.raw("container_lanes.csv"):
            members = row["members"].split(";")
            direction = row["direction"]
            inside = [key for key in regions if key in members or regions[key] in members]
            value = sum(margins.get((key, direction), 0) * shares[direction][key][0] for key in inside if key in shares[direction])
            teu = float(row["million_teu"]) * 12 / int(row["months"])
            self.lanes.append({"name": row["lane"], "direction": direction, "inside": set(inside), "value": value, "teu": teu,
                               "source": sources.cite(row["source_url"]), "note": row["note"]})

    def of(self, partner, direction):
        """(USD per TEU, method, source)."""
        mine = [lane for lane in self.lanes if lane["direction"] == direction]
        for lane in mine:
            if partner in lane["inside"]:
                return (lane["value"] * 1000 / lane["teu"],
                        f"lane {lane['name']}: {lane['value']:.1f} bn USD in containers over {lane['teu']:.3f} million TEU ({lane['note']})",
                        lane["source"])
        value, teu = sum(lane["value"] for lane in mine), sum(lane["teu"] for lane in mine)
        return (value * 1000 / teu, f"mean of the lanes {' and '.join(lane['name'] for lane in mine)}: {value:.1f} bn USD over {teu:.3f} million TEU",
                regional.cited(*(lane["source"] for lane in mine)))


def rows(margin_rows, partner_rows, sources):
    margins = {(row["region"], row["direction"]): float(row["value_bn_usd"]) for row in margin_rows}
    regions = {f"country:{row['iso3']}": row["region"] for row in partner_rows}
    parts = composition(sources)
    out = share_of_exports(parts)
    imports, missing = shares_of_imports(parts, bulk(sources, margins), [row["iso3"] for row in partner_rows])
    fill(imports, missing, regions)
    shares = {"exports": {key: (out[0], "estimated", out[1], out[2]) for key in regions}, "imports": imports}
    lanes = Lanes(sources, margins, shares, regions)
    for direction in ("exports", "imports"):
        for partner in sorted(key for key in regions if (key, direction) in margins):
            share, basis, method, source = shares[direction][partner]
            usd, how, cites = lanes.of(partner, direction)
            note = "" if direction == "exports" else "the composition of its trade with China alone is not known"
            if basis == "median":
                note = "no figure of its own for fuels or ores"
            if basis == "judgement":
                note = ""
            yield {"partner": partner, "direction": direction, "containerisable_share": common.number(share, 6),
                   "usd_per_teu": common.number(usd, 0), "basis": basis, "year": YEAR,
                   "source": regional.cited(source, cites), "method": f"share: {method}; value: {how}", "note": note}
