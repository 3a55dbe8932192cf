"""Railway, road and ferry links between places on land, as collected, with what they hide put right."""

from . import common, years
from .geodesy import between

STATUS = {"operating": "active"}

# Countries that a straight line between the ends does not show, in order from -> to.
COUNTRIES = {
    ("moscow", "kaliningrad"): "RUS;BLR;LTU;RUS",
    ("aktau", "gorgan"): "KAZ;TKM;IRN",
    ("tashkent", "ashgabat"): "UZB;TKM",
    ("saryagash", "beyneu"): "KAZ;UZB;KAZ",
    ("astana", "kartaly"): "KAZ;RUS",
    ("petropavl", "yekaterinburg"): "KAZ;RUS",
    ("lashio", "muse"): "MMR",
    ("duisburg", "liege"): "DEU;BEL",
    ("budapest", "bucharest"): "HUN;ROU",
    ("paris", "london"): "FRA;GBR",
    ("belgrade", "piraeus"): "SRB;MKD;GRC",
    ("sofia", "istanbul"): "BGR;TUR",
    ("nuremberg", "milan"): "DEU;AUT;ITA",
    ("slawkow", "vienna"): "POL;CZE;AUT",
    ("dobra", "vienna"): "SVK;AUT",
    ("dobra", "budapest"): "SVK;HUN",
    ("tashkent", "andijan"): "UZB",
    ("kyiv", "slawkow"): "UKR;POL",
    ("berlin", "nuremberg"): "DEU",
    ("vienna", "milan"): "AUT;ITA",
    ("lyon", "milan"): "FRA;ITA",
}

WHY = {
    ("saryagash", "beyneu"): "the length fits the way by Samarkand and Nukus, through Uzbekistan only",
    ("moscow", "kaliningrad"): "through Belarus and Lithuania",
    ("aktau", "gorgan"): "through Turkmenistan",
}

# One gauge where the tracks do not run side by side over the whole section.
GAUGES = {
    ("torugart", "jalal-abad"): ("1435", "change of gauge planned at Makmal, modelled at Jalal-Abad"),
    ("jalal-abad", "andijan"): ("1520", "change of gauge planned at Makmal, modelled at Jalal-Abad"),
    ("aktau", "gorgan"): ("1520", "1435 mm over the last 80 km from Incheh Borun; modelled as 1520 mm to Gorgan"),
}
BOTH = "each country's gauge runs to the other's station; a train leaves on its own"

# No through train since 24 February 2022.
CLOSED = {("moscow", "kyiv"), ("minsk", "kyiv")}
CLOSED_BY = ("https://en.interfax.com.ua/news/economic/802767.html | https://ukranews.com/en/news/"
             "842908-there-is-no-longer-railway-communication-between-ukraine-and-belarus-ukrzaliznytsia-board-chair")

# Roads over passes that close in winter: months of traffic, and who says so.
SEASON = {"khunjerab": ("04-11", "https://www.nation.com.pk/29-Nov-2024/"
                                 "khunjerab-border-closes-for-winter-set-to-reopen-in-april-2025")}


def _place(sources_places, slug):
    for kind in ("rail", "border"):
        if f"{kind}:{slug}" in sources_places:
            return f"{kind}:{slug}"
    raise common.Fault(f"rail_links.csv names {slug}, which is no railway place")


def rows(sources, places):
    for row in common.raw("rail_links.csv"):
        pair = (row["from"], row["to"])
        if row["mode"] == "ferry" and pair == ("aktau", "alat"):
            continue  # containers cross from Aktau by ship: the sea row stands for it
        ends = [places[_place(places, slug)] for slug in pair]
        gauges, note = GAUGES.get(pair, (row["gauge_mm"], ""))
        if ";" in gauges and not note:
            note = BOTH
        countries = COUNTRIES.get(pair) or ";".join(dict.fromkeys(end["country"] for end in ends))
        closed = pair in CLOSED
        season, season_by = next((SEASON[slug] for slug in pair if slug in SEASON), ("", ""))
        link = {
            "mode": row["mode"], "purpose": "line", "from": ends[0]["id"], "to": ends[1]["id"],
            "length_km": row["distance_km"], "gauges_mm": gauges, "countries": countries,
            "corridors": row["corridor"], "status": "seasonal" if season else STATUS.get(row["status"], row["status"]),
            "season": season,
            "valid_from": f"{row['opened_year']}-01-01" if row["opened_year"] else "",
            "valid_to": "2022-02-23" if closed else "",
            "basis": row["basis"], "source": sources.cite(" | ".join(filter(None, [row["source_url"], CLOSED_BY if closed else "", season_by]))),
            "note": "; ".join(filter(None, [note, WHY.get(pair, "")])),
        }
        length = sources.cite(row["source_url"])
        # A great circle times a detour is as old as the positions it joins.
        on_positions = sources.rows[length.split(";")[0]]["title"].startswith("computed from")
        link.update(years.columns(years.of_places(*ends) if on_positions else years.of(sources, length)))
        if row["mode"] == "ferry":
            link.update(ferry_length(sources, pair, ends))
        yield link


def ferry_length(sources, pair, ends):
    """A train ferry sails the sea row's way; its ends are the railway places."""
    port = {"alat": "baku-alat"}
    names = {port.get(slug, slug) for slug in pair}
    for row in common.raw("sea_links.csv"):
        if {row["from"], row["to"]} == names:
            length = max(float(row["distance_km"]), between(*ends))
            return {"length_km": common.number(length, 1), "basis": row["basis"],
                    "note": "train ferry; length of the ports' sea link, whose own row is left out",
                    **years.columns(years.of(sources, sources.cite(row["source_url"])))}
    raise common.Fault(f"no sea link between the ports of the ferry {pair}")


FERRY_PAIRS = ({"kuryk", "baku-alat"}, {"turkmenbashi", "baku-alat"})
