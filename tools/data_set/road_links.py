"""Roads between a city's terminals and from ports to the railways of their hinterland; air links."""

from . import common, years
from .geodesy import between

DETOUR = 1.3
BASIS = "estimated: geodesic x 1.3 (judgement)"
EXCHANGE_KM, HINTERLAND_KM, NEAREST = 60, 500, 3

# Neighbours between which no road carries freight, or which are at war.
SHUT = {frozenset(pair) for pair in (("RUS", "GEO"), ("RUS", "UKR"), ("BLR", "UKR"), ("PRK", "KOR"), ("ISR", "LBN"),
                                     ("ISR", "SYR"), ("ARM", "AZE"), ("ARM", "TUR"),
                                     ("IND", "PAK"), ("BGD", "MMR"))}


def road(one, other, purpose, countries, note="", source=""):
    return {
        "mode": "road", "purpose": purpose, "from": one["id"], "to": other["id"],
        "length_km": common.number(max(between(one, other) * DETOUR, 1.0), 3), "countries": countries,
        "status": "active", "basis": BASIS,
        "source": ";".join(dict.fromkeys([*one["source"].split(";"), *other["source"].split(";")])) if not source
        else source, "note": note, **years.columns(years.of_places(one, other)),
    }


def kind(place):
    return place["id"].split(":")[0]


class Land:
    """Who shares a land border and a landmass with whom."""

    def __init__(self, unions):
        self.borders = {frozenset((row["country"], row["neighbour"])) for row in common.raw("land_borders.csv")}
        self.mass = {row["place"]: row["landmass"] for row in common.raw("landmass.csv")}
        # Straight over a gulf, a strait or a third country: no road of that length.
        self.apart = {frozenset((row["from"], row["to"])) for row in common.raw("roads_refused.csv")}
        self.union = {row["country_iso3"]: row["customs_union"] for row in unions}

    def one_territory(self, one, other):
        return one["country"] == other["country"] or (
            self.union.get(one["country"]) == self.union.get(other["country"]) == "eu")

    def joined(self, one, other):
        pair = frozenset((one["country"], other["country"]))
        if pair in SHUT or frozenset((one["id"], other["id"])) in self.apart:
            return False
        same = len(pair) == 1 or pair in self.borders
        return same and self.mass.get(one["id"], 0) == self.mass.get(other["id"], 1)


def rows(places):
    land = Land(common.raw("customs_unions.csv"))
    yards = [place for place in places.values() if kind(place) in ("rail", "border")]
    outlets = [place for place in places.values() if kind(place) in ("port", "river", "airport")]
    for outlet in outlets:
        near = sorted(((between(outlet, yard), yard["id"]) for yard in yards
                       if abs(float(outlet["lat"]) - float(yard["lat"])) < 8), key=lambda pair: pair)
        exchange = [(km, yard) for km, yard in near if km <= EXCHANGE_KM and land.one_territory(outlet, places[yard])
                    and (kind(places[yard]) == "rail" or places[yard]["country"] == outlet["country"])
                    and (kind(outlet) == "airport" or land.joined(outlet, places[yard]))]
        for _, yard in exchange:
            yield road(places[yard], outlet, "exchange",
                       ";".join(dict.fromkeys((places[yard]["country"], outlet["country"]))))
        if exchange or kind(outlet) == "airport":
            continue
        behind = [yard for km, yard in near if km <= HINTERLAND_KM and kind(places[yard]) == "rail"
                  and places[yard]["role"] != "inland_town" and land.joined(outlet, places[yard])]
        for yard in behind[:NEAREST]:
            yield road(outlet, places[yard], "hinterland",
                       ";".join(dict.fromkeys((outlet["country"], places[yard]["country"]))))


def named_rows(places, sources):
    """Roads from towns without a railway here to the gateway that serves them."""
    source = sources.cite("https://www.geonames.org/")
    for row in common.raw("gateway_roads.csv"):
        one, other = places[row["from"]], places[row["to"]]
        yield road(one, other, row["purpose"], row["countries"],
                   "; ".join(filter(None, ["gateway named by judgement", row["note"]])),
                   ";".join(dict.fromkeys([source, *other["source"].split(";")])))


def air_rows(places):
    """Every Chinese airport with every one abroad, and the ones abroad with over 1.5 Mt a year among themselves."""
    tonnes = {}
    for row in common.raw("air_hubs.csv"):
        if row["value"] and row["unit"].startswith("tonnes"):
            tonnes[row["iata"]] = max(tonnes.get(row["iata"], 0), float(row["value"]))
    airports = [place for place in places.values() if kind(place) == "airport"]

    def large(place):
        return tonnes.get(place["note"].split()[-1], 0) >= 1.5e6

    for index, one in enumerate(airports):
        for other in airports[index + 1:]:
            if one["country"] == other["country"] == "CHN":
                continue
            chinese = "CHN" in (one["country"], other["country"])
            if one["hub"] == other["hub"] or not (chinese or (large(one) and large(other))):
                continue
            yield {
                "mode": "air", "purpose": "line", "from": one["id"], "to": other["id"],
                "length_km": common.number(between(one, other), 1), "status": "active",
                "basis": "estimated: geodesic, no detour",
                "source": ";".join(dict.fromkeys([*one["source"].split(";"), *other["source"].split(";")])),
                "note": "whether freighters fly this pair is not recorded", **years.columns(years.of_places(one, other)),
            }
