"""checklist.csv: what a complete data set must hold, and under which key each entry stands."""

from data_set import common

COLUMNS = ["entry", "kind", "found_as", "key", "note"]


def compile(sources):
    return {"checklist.csv": common.write("checklist.csv", COLUMNS, common.raw("checklist.csv"))}
