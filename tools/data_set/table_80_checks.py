"""What validation asks of the network besides published figures: ports of closed seas, ports that stand for markets."""

from . import common

BASINS = ["basin", "closure", "place", "basis", "source"]
MARKETS = ["market", "hub", "basis", "source", "note"]


def compile(sources):
    position = sources.cite("Natural Earth, position of the port against the coastline")
    index = sources.cite("https://en.sse.net.cn/indices/scfinew.jsp",
                         title="Shanghai Shipping Exchange, routes and base ports of the SCFI")
    basins = [dict(row, basis="sourced: geography", source=position) for row in common.raw("basins.csv")]
    markets = [{"market": row["market"], "hub": row["hub"], "basis": "judgement: one port stands for the market",
                "source": index, "note": row["note"]} for row in common.raw("market_ports.csv")]
    return {"basins.csv": common.write("basins.csv", BASINS, basins),
            "market_ports.csv": common.write("market_ports.csv", MARKETS, markets)}
