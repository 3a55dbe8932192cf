"""Which places are one city, and gauges that the collected tables state otherwise."""

# A place's slug is its hub's unless it stands here. Judgement: one city by administration, within about 60 km.
HUB = {
    "guangzhou-huangpu": "guangzhou", "guangzhou-nansha": "guangzhou",
    "shenzhen-shekou": "shenzhen", "shenzhen-yantian": "shenzhen",
    "yangshan": "shanghai", "ningbo-zhoushan": "ningbo",
    "suzhou-taicang": "suzhou", "zhangjiagang": "suzhou", "tangshan-caofeidian": "tangshan",
    "alat": "baku", "baku-alat": "baku", "kuryk": "aktau",
    "istanbul-ambarli": "istanbul", "seattle-tacoma": "seattle", "nhava-sheva": "mumbai",
    "jebel-ali": "dubai", "khalifa": "abu-dhabi", "hamad": "doha", "shuwaikh": "kuwait-city",
    "marseille-fos": "marseille", "london-gateway": "london", "muuga": "tallinn",
    "irun-hendaye": "irun",
}

# Incheon International Airport lies in the city of Incheon, Narita serves Tokyo.
AIRPORT_HUB = {"ICN": "incheon"}

NAME = {
    "xian": "Xi'an", "guangzhou": "Guangzhou", "shenzhen": "Shenzhen", "shanghai": "Shanghai", "ningbo": "Ningbo",
    "suzhou": "Suzhou", "tangshan": "Tangshan", "baku": "Baku", "aktau": "Aktau", "istanbul": "Istanbul",
    "seattle": "Seattle", "mumbai": "Mumbai", "dubai": "Dubai", "abu-dhabi": "Abu Dhabi", "doha": "Doha",
    "kuwait-city": "Kuwait City", "marseille": "Marseille", "london": "London", "tallinn": "Tallinn",
    "incheon": "Incheon", "irun": "Irun",
    "frankfurt": "Frankfurt am Main", "leipzig": "Leipzig", "amsterdam": "Amsterdam", "delhi": "Delhi",
    "memphis": "Memphis", "anchorage": "Anchorage", "louisville": "Louisville", "miami": "Miami", "chicago": "Chicago",
    "taipei": "Taipei", "ezhou": "Ezhou", "los-angeles": "Los Angeles", "new-york": "New York",
}

# slug -> gauges (own first) and why they are not the collected ones
GAUGES = {
    "mandalay": ("1000;1435", "1435 mm only with the planned lines to Muse and Kyaukphyu"),
    "muse": ("1435", "1435 mm only with the planned line to Mandalay"),
    "kyaukphyu": ("1435", "1435 mm only with the planned line to Mandalay"),
    "jalal-abad": ("1520;1435", "1435 mm only with the railway under construction; the change of gauge is planned at "
                                "Makmal, east of here, and modelled here"),
    "gorgan": ("1435;1520", "the change of gauge is at Incheh Borun, about 80 km north, and modelled here"),
}
