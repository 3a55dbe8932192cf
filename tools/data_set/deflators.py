"""Money of other years in USD of one year, by the consumer prices of the United States."""

from . import common

PRICE_YEAR = "2023"


def index():
    return {row["year"]: float(row["value"]) for row in common.raw("deflators.csv")}


def to_price_year(value, year):
    values = index()
    return value * values[PRICE_YEAR] / values[year]


def said(year):
    """What a basis adds about the conversion."""
    values = index()
    return f" of {year}, x {values[PRICE_YEAR] / values[year]:.4f} (consumer prices, to USD of {PRICE_YEAR})"
