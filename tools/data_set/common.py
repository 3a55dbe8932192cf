"""Reading raw tables, writing compiled ones, and the register of sources that all of them share."""

import csv
import hashlib
import io
import os
import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RAW = ROOT / "data" / "raw"
DATA = ROOT / "data"


class Fault(Exception):
    """A raw table says something that the compilation does not allow for."""


def raw(name):
    """The rows of a raw table as dictionaries, texts stripped."""
    with open(RAW / name, encoding="utf-8-sig", newline="") as file:
        return [{key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(file)]


def number(value, digits=6):
    """A number as short text; empty for none."""
    if value is None or value == "":
        return ""
    text = f"{float(value):.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def slug(text):
    """Lower case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def series(text):
    """`2017:1.2;2019:3` as [(year, value)]."""
    return [tuple(part.split(":", 1)) for part in text.split(";") if ":" in part]


class Sources:
    """Addresses and titles, each once. `cite` gives the ids that a `source` cell holds."""

    ADDRESS = re.compile(r"https?://[^\s|]+")
    BETWEEN = re.compile(r"\s+\|\s+|\s+;\s+|;(?=https?://)")

    def __init__(self):
        self.rows = {}
        self.by_text = {}

    def cite(self, text, title="", licence="", note=""):
        """Ids, joined by `;`, of the sources that a raw cell names."""
        ids = []
        for part in self.BETWEEN.split(text):
            part = part.strip().strip(";").strip()
            if not part:
                continue
            source = self._one(part, title, licence, note)
            if source not in ids:
                ids.append(source)
        return ";".join(ids)

    def _one(self, text, title, licence, note):
        found = self.ADDRESS.search(text)
        address = found.group(0).rstrip(",.;)") if found else ""
        said = (text[: found.start()] + text[found.end():]) if found else text
        said = title or " ".join(said.replace("()", "").split()).strip(" -,:;()")
        key = address or said
        if key in self.by_text:
            return self.by_text[key]
        name = self._name(address, said)
        self.by_text[key] = name
        self.rows[name] = {"id": name, "title": said or self._page(address), "address": address, "licence": licence, "note": note}
        return name

    @staticmethod
    def _page(address):
        """What an address says of its page, for sources that are named by address alone."""
        host, _, path = re.sub(r"^https?://(www\.)?", "", address).partition("/")
        words = re.sub(r"\.[a-z]{3,5}$", "", path.split("?")[0].split("#")[0].strip("/").split("/")[-1])
        words = re.sub(r"[-_+]+|%20", " ", words).strip()
        return f"{host}: {words}" if re.search(r"[A-Za-z]{3}", words) else f"{host}, page"

    def _name(self, address, said):
        host = re.sub(r"^https?://(www\.)?", "", address).split("/")[0] if address else slug(said)[:24]
        stem = slug(host)[:28].strip("-") or "source"
        mark = hashlib.sha256((address or said).encode()).hexdigest()[:6]
        name = f"{stem}-{mark}"
        if name in self.rows:
            raise Fault(f"two sources are named {name}")
        return name


def write(name, columns, rows):
    """A table, whole or not at all. A row may leave out columns, never add one."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        unknown = set(row) - set(columns)
        if unknown:
            raise Fault(f"{name}: columns {sorted(unknown)} are not in the layout")
        table.writerow([row.get(column, "") if row.get(column) is not None else "" for column in columns])
    draft = DATA / f".{name}.new"
    draft.write_text(text.getvalue(), encoding="utf-8", newline="\n")
    os.replace(draft, DATA / name)
    return len(rows)
