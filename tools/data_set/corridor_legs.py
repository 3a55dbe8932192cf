"""Which links a named corridor runs over: the collected railway sections, and the shortest ways between its places."""

from .geodesy import Graph

BEIBU = ("qinzhou", "fangchenggang", "beihai", "zhanjiang", "yangpu")
ASEAN = ("singapore", "haiphong", "laem-chabang", "ho-chi-minh", "port-klang", "jakarta", "hong-kong")

# corridor -> [(modes, chain of places)]: the shortest way from each to the next. Judgement: the corridor's own nodes.
CHAINS = {
    "nwlsc": [*((("sea",), (f"port:{one}", f"port:{other}")) for one in BEIBU for other in ASEAN)],
    "nwlsc_central": [(("rail",), ("rail:chongqing", "rail:guiyang", "rail:nanning", "rail:qinzhou"))],
    "nwlsc_east": [(("rail",), ("rail:chongqing", "rail:huaihua", "rail:liuzhou", "rail:nanning", "rail:qinzhou"))],
    "nwlsc_west": [(("rail",), ("rail:chengdu", "rail:guiyang", "rail:nanning", "rail:qinzhou"))],
    "nelb": [(("rail",), ("rail:lianyungang", "rail:zhengzhou", "rail:xian", "rail:lanzhou", "rail:urumqi",
                          "border:alashankou", "border:dostyk", "rail:moscow", "border:brest", "border:malaszewicze",
                          "rail:duisburg", "rail:rotterdam"))],
    "middle_corridor": [(("sea",), ("port:aktau", "port:baku-alat")), (("sea",), ("port:aktau", "port:baku")),
                        (("ferry",), ("rail:kuryk", "rail:alat")), (("ferry",), ("rail:turkmenbashi", "rail:alat")),
                        (("sea",), ("port:poti", "port:constanta")), (("sea",), ("port:batumi", "port:constanta")),
                        (("rail",), ("rail:xian", "rail:lanzhou", "rail:urumqi")),
                        (("rail",), ("rail:istanbul", "rail:budapest"))],
    "msr21": [(("sea",), ("port:quanzhou", "port:guangzhou-nansha", "port:haikou", "port:port-klang",
                          "port:colombo", "port:djibouti", "port:sokhna", "port:piraeus")),
              (("sea",), ("port:fuzhou", "port:xiamen", "port:guangzhou-nansha", "port:singapore", "port:port-klang"))],
    "cku": [(("rail",), ("rail:kashgar", "border:torugart", "rail:jalal-abad", "rail:andijan"))],
    "guizhou_guangdong": [(("rail",), ("rail:guiyang", "rail:guangzhou", "rail:shenzhen"))],
    "pinglu_canal": [(("river",), ("river:nanning", "port:qinzhou"))],
    "yixinou": [(("rail",), ("rail:yiwu", "rail:xian", "rail:lanzhou", "rail:urumqi", "border:alashankou",
                             "border:dostyk", "rail:mointy", "rail:moscow", "border:malaszewicze", "rail:duisburg",
                             "rail:madrid"))],
    "yuxinou": [(("rail",), ("rail:chongqing", "rail:xian", "rail:lanzhou", "rail:urumqi", "border:alashankou",
                             "border:dostyk", "rail:mointy", "rail:moscow", "border:malaszewicze", "rail:duisburg"))],
    "ne_asia_sealand": [(("rail",), ("rail:dalian", "rail:shenyang", "border:manzhouli")),
                        (("sea",), ("port:dalian", "port:incheon")), (("sea",), ("port:dalian", "port:osaka"))],
    "cpec": [(("sea",), ("port:karachi", "port:gwadar"))],
}
UNDER_WAY = {"cku", "pinglu_canal"}  # corridors that are being built


def mark(links, places):
    """Adds to the corridors column; order of first mention is kept."""
    graphs = {}

    def graph(modes, built):
        if (modes, built) not in graphs:
            graphs[modes, built] = Graph(links, lambda row: row["mode"] in modes and row["purpose"] == "line" and (
                row["status"] in ("active", "seasonal") and not row.get("valid_to") or built))
        return graphs[modes, built]

    for corridor, legs in CHAINS.items():
        for modes, chain in legs:
            for one, other in zip(chain, chain[1:]):
                found = graph(modes, corridor in UNDER_WAY).way(one, other)
                if found is None:
                    raise ValueError(f"{corridor}: no way by {modes} from {one} to {other}")
                for link in found[2]:
                    add(link, corridor)
    for link in links:
        if "nsr" in (link.get("passes") or "").split(";") or "bering" in (link.get("passes") or "").split(";"):
            add(link, "nsr")
        # The ways down to Bering Strait open with the ice, as the route itself does: one set opens them all.
        if link["status"] == "seasonal" and "waypoint:bering-strait" in (link["from"], link["to"]):
            add(link, "nsr")
        own = (link.get("corridors") or "").split(";")
        if any(name.startswith("cere_") for name in own):
            add(link, "cere")


def add(link, corridor):
    names = [name for name in (link.get("corridors") or "").split(";") if name]
    if corridor not in names:
        names.append(corridor)
    link["corridors"] = ";".join(names)
