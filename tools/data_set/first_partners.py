"""first_partners.csv: the order of a province's partners, as a source states it or as its figures have it."""

from itertools import groupby

from data_set import common

SAID = {
    "stated": "as the source states it",
    "half": "more than half of the province's trade",
    "figures": "order of the figures of one period; others that the source may leave out are not in it",
}


def figure(trade, row):
    """The row of trade.csv that a rank rests on."""
    partner = row["figure"] or row["partner"]
    found = [one for one in trade if one["reporter"] == f"province:{row['province']}" and one["partner"] == partner
             and one["flow"] == "total" and (one["year"], one["period"]) == (row["year"], row["period"])]
    if not found:
        raise common.Fault(f"first_partners: no figure for {row['province']} with {partner}, {row['year']} {row['period']}")
    return found[0]


def rows(trade):
    made = []
    for (province, year, period), group in groupby(common.raw("first_partners.csv"), lambda row: (row["province"], row["year"], row["period"])):
        before = None
        for place, row in enumerate(group, 1):
            one = figure(trade, row)
            if int(row["rank"]) != place:
                raise common.Fault(f"first_partners: {province}: rank {row['rank']} stands in place {place}")
            if row["basis"] == "figures" and before is not None and float(one["value"]) > before:
                raise common.Fault(f"first_partners: {province}: {row['partner']} has more than the one before")
            before = float(one["value"])
            made.append({"province": province, "partner": row["partner"], "rank": row["rank"], "year": year, "period": period,
                         "source": one["source"], "note": SAID[row["basis"]]})
    return made
