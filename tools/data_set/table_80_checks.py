"""What validation asks of the network: ports of closed seas, ports that stand for markets, observed rankings."""

import csv

from . import common

BASINS = ["basin", "closure", "place", "basis", "source"]
MARKETS = ["market", "hub", "basis", "source", "note"]
RANKINGS = ["ranking", "subject", "value", "unit", "year", "basis", "source", "note"]
TRAINS_OF = "2024"  # the year for which one source counts the trains of twelve cities


def compiled(name):
    with open(common.DATA / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def origin_trains(throughput):
    for row in throughput:
        if row["measure"] == "trains" and row["year"] == TRAINS_OF and row["period"] == "full" and row[
                "subject"].startswith("hub:") and "CRCT" in row["definition"]:
            yield dict(row, ranking="origin_trains", note=row["definition"])


def seaport_containers(throughput, places):
    """The latest full year of each seaport in mainland China."""
    latest = {}
    for row in throughput:
        place = places.get(row["subject"])
        if row["measure"] != "teu" or row["period"] != "full" or place is None or place["country"] != "CHN":
            continue
        if row["subject"].startswith("port:") and row["year"] >= latest.get(row["subject"], row)["year"]:
            latest[row["subject"]] = row
    for subject in sorted(latest):
        yield dict(latest[subject], ranking="seaport_teu", note=latest[subject]["definition"])


def named(tables):
    for pick in common.raw("observed_rankings.csv"):
        found = [row for row in tables[pick["table"]]
                 if all(row[key] == pick[key] for key in ("subject", "measure", "year", "period"))
                 and pick["definition"] in ("", row.get("definition", ""))]
        if len(found) != 1:
            raise common.Fault(f"observed_rankings.csv: {pick['subject']} {pick['measure']} is not one row of {pick['table']}")
        row = dict(found[0], ranking=pick["ranking"], note=pick["note"])
        if pick["days"]:
            row["value"] = common.number(float(row["value"]) * 365 / float(pick["days"]), 0)
            row["basis"] = f"derived: {found[0]['value']} in {pick['period']}, x 365 / {pick['days']} days"
        yield row


def rankings():
    throughput = compiled("throughput.csv")
    places = {row["id"]: row for row in compiled("places.csv")}
    crossings = [dict(row, subject=row["crossing"]) for row in compiled("crossings.csv")]
    tables = {"crossings": crossings, "measures": compiled("measures.csv")}
    for row in [*origin_trains(throughput), *seaport_containers(throughput, places), *named(tables)]:
        row.setdefault("basis", "sourced")
        yield {column: row[column] for column in RANKINGS}


def compile(sources):
    position = sources.cite("Natural Earth, position of the port against the coastline")
    index = sources.cite("https://en.sse.net.cn/indices/scfinew.jsp",
                         title="Shanghai Shipping Exchange, routes and base ports of the SCFI")
    basins = [dict(row, basis="sourced: geography", source=position) for row in common.raw("basins.csv")]
    markets = [{"market": row["market"], "hub": row["hub"], "basis": "judgement: one port stands for the market",
                "source": index, "note": row["note"]} for row in common.raw("market_ports.csv")]
    return {"observed_rankings.csv": common.write("observed_rankings.csv", RANKINGS, list(rankings())),
            "basins.csv": common.write("basins.csv", BASINS, basins),
            "market_ports.csv": common.write("market_ports.csv", MARKETS, markets)}
