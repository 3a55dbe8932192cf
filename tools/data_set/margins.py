"""margins.csv: what each province and each partner trades in 2023 by direction, both sides with the same sum."""

from data_set import common, regional

YEAR = "2023"
SPLIT_YEAR = "2019"
DIRECTIONS = ("exports", "imports")
GOODS = "by origin or destination of the goods"
# China's own figures, the better series first.
OWN = ("China's own (customs)", "China's own (UN Comtrade)")
WORLD = "China's own (UN Comtrade)"
MIRROR = "partner-reported (UN Comtrade)"


def amount(value):
    return common.number(value, 9)


class Trade:
    """The full-year figures of trade.csv in bn USD, by definition, reporter, partner, flow and year."""

    def __init__(self, rows):
        self.rows = {(row["definition"], row["reporter"], row["partner"], row["flow"], row["year"]): row
                     for row in rows if row["period"] == "full" and row["unit"] == "bn USD"}

    def row(self, *key):
        return self.rows.get(key)

    def value(self, *key):
        return float(self.rows[key]["value"]) if key in self.rows else None

    def world(self, flow, year):
        return self.value(WORLD, "china", "world", flow, year)

    def own(self, partner, flow):
        for definition in OWN:
            found = self.row(definition, "china", partner, flow, YEAR)
            if found:
                return found
        return None

    def reported(self, partner, direction):
        """What the partner reports of that direction: its imports are China's exports."""
        flow = {"exports": "imports", "imports": "exports"}[direction]
        years = sorted(key[4] for key in self.rows if key[:4] == (MIRROR, partner, "country:CHN", flow))
        if not years:
            return None
        return self.row(MIRROR, partner, "country:CHN", flow, YEAR if YEAR in years else years[-1])


class OtherYears:
    """China's own figures that trade.csv has not: sums of several years, single years, totals of both directions."""

    def __init__(self, trade, sources):
        self.trade = trade
        self.cells = {}
        for row in common.raw("china_partner_years.csv"):
            years = self.span(row["years"])
            cell = {"years": years, "value": float(row["value_bn_usd"]), "source": sources.cite(row["source_url"]),
                    "note": row["note"]}
            self.cells[row["partner"], row["flow"]] = cell

    @staticmethod
    def span(text):
        """`2023-2024` and `2022;2024` as years."""
        if "-" in text:
            first, last = text.split("-")
            return [str(year) for year in range(int(first), int(last) + 1)]
        return text.split(";")

    def in_2023(self, partner, flow):
        """(value, basis, method, source, note), or nothing. Other years are moved as China's trade with the world moved."""
        cell = self.cells.get((partner, flow))
        if cell and cell["years"] == [YEAR]:
            return cell["value"], "observed", "China's own figure of 2023", cell["source"], cell["note"]
        if cell:
            scale = self.trade.world(flow, YEAR) / sum(self.trade.world(flow, year) for year in cell["years"])
            method = (f"China's own figure of {' and '.join(cell['years'])} ({common.number(cell['value'])} bn USD) x "
                      f"{scale:.6f}: China's {flow} of 2023 by those of the same years")
            return cell["value"] * scale, "estimated", method, cell["source"], cell["note"]
        total = self.cells.get((partner, "total"))
        other = {"exports": "imports", "imports": "exports"}.get(flow)
        rest = self.in_2023(partner, other) if total and (partner, other) in self.cells else None
        if rest:
            return (total["value"] - rest[0], rest[1], f"China's own total of 2023 less {other}, {rest[1]}",
                    regional.cited(total["source"], rest[3]), total["note"])
        return None


def known(trade, others, partner, direction):
    """A margin that needs no factor: (value, basis, method, source, note)."""
    own = trade.own(partner, direction)
    if own:
        return float(own["value"]), "observed", "China's own figure of 2023", own["source"], own["note"]
    other = {"exports": "imports", "imports": "exports"}[direction]
    total, rest = trade.own(partner, "total"), trade.own(partner, other)
    if total and rest:
        return (float(total["value"]) - float(rest["value"]), "observed",
                f"China's own figures of 2023: total less {other}", regional.cited(total["source"], rest["source"]), "")
    return others.in_2023(partner, direction)


def row_of(region, direction, value, basis, method, source, note=""):
    return {"region": region, "direction": direction, "value_bn_usd": amount(value), "basis": basis, "year": YEAR,
            "method": method, "source": source, "note": note}


def partner_rows(trade, others, direction):
    """China's own figures; what partners report times one factor for the rest, so that all meet China's own total."""
    world = trade.row(WORLD, "china", "world", direction, YEAR)
    again = others.in_2023("china", direction)
    target = float(world["value"]) - (again[0] if again else 0)
    rows, reported = [], []
    for row in common.raw("partners.csv"):
        partner = f"country:{row['iso3']}"
        found = known(trade, others, partner, direction)
        if found:
            rows.append(row_of(partner, direction, *found))
        elif trade.reported(partner, direction):
            reported.append((partner, trade.reported(partner, direction)))
    rest = target - sum(float(row["value_bn_usd"]) for row in rows)
    factor = rest / sum(float(row["value"]) for _, row in reported)
    if factor <= 0:
        raise common.Fault(f"margins: partners' own {direction} exceed China's total")
    less = " less goods of China's own that came back" if again else ""
    for partner, row in reported:
        method = (f"what the partner reports x {factor:.6f}, the factor by which all partners meet China's own "
                  f"{direction} of 2023{less}, {target:.3f} bn USD")
        note = regional.joined("" if row["year"] == YEAR else f"reported for {row['year']}, the last year there is", row["note"])
        used = regional.cited(row["source"], world["source"], again[3] if again else "")
        rows.append(row_of(partner, direction, float(row["value"]) * factor, "scaled", method, used, note))
    rows.sort(key=lambda row: row["region"])
    return rows, factor


def province_rows(trade, sums):
    """Each province's total of 2023, divided as its trade of 2019 was, and moved to the partners' sums."""
    drafts = []
    national = [trade_split(trade, None, direction) for direction in DIRECTIONS]
    for row in common.raw("provinces.csv"):
        province = f"province:{row['id']}"
        total = trade.row(GOODS, province, "world", "total", YEAR)
        if not total:
            continue
        split = [trade.row(GOODS, province, "world", direction, SPLIT_YEAR) for direction in DIRECTIONS]
        own = None not in split
        parts = [float(part["value"]) for part in split] if own else national
        note = "" if own else f"no split of its own: that of all other provinces in {SPLIT_YEAR}"
        used = regional.cited(total["source"], *(part["source"] for part in split if part))
        for direction, part in zip(DIRECTIONS, parts):
            drafts.append((province, direction, float(total["value"]) * part / sum(parts), used, note))
    factors = {direction: sums[direction] / sum(value for _, way, value, _, _ in drafts if way == direction)
               for direction in DIRECTIONS}
    rows = []
    for province, direction, value, used, note in drafts:
        method = (f"total of {YEAR} {GOODS}, divided as exports and imports of {SPLIT_YEAR}, x {factors[direction]:.6f}, "
                  f"the factor by which all provinces meet all partners")
        rows.append(row_of(province, direction, value * factors[direction], "estimated", method, used, note))
    rows.sort(key=lambda row: (row["direction"], row["region"]))
    return rows, factors


def trade_split(trade, province, direction):
    return sum(float(row["value"]) for key, row in trade.rows.items()
               if key[0] == GOODS and key[2:] == ("world", direction, SPLIT_YEAR) and (province is None or key[1] == province))


def rows(trade_table, sources):
    trade = Trade(trade_table)
    others = OtherYears(trade, sources)
    made, sums, factors = [], {}, {}
    for direction in DIRECTIONS:
        partners, factors[direction] = partner_rows(trade, others, direction)
        sums[direction] = sum(float(row["value_bn_usd"]) for row in partners)
        made += partners
    provinces, province_factors = province_rows(trade, sums)
    return provinces + made
