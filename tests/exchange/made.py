"""Invented tables for the tests of exchange."""

from __future__ import annotations

import csv
from pathlib import Path

HEADER = [
    "airwars_id", "code", "previous_codes", "date", "date_end", "location_en", "location_ar", "region",
    "governorate", "district", "lat", "lon", "geo_accuracy", "belligerents", "civilian_harm_reported",
    "grading", "strike_status", "strike_type", "n_sources", "civ_killed_min", "civ_killed_max",
    "civ_injured_min", "civ_injured_max", "children_killed_min", "children_killed_max", "men_killed_min",
    "men_killed_max", "a_column_of_theirs",
]  # fmt: skip

ROW = {
    "airwars_id": "7",
    "code": "XX12",
    "previous_codes": "XX3, XX4",
    "date": "2017-05-12",
    "location_en": "Tell Invented",
    "location_ar": "تل مخترع",
    "governorate": "Nowhere",
    "lat": "35.5",
    "lon": "39.25",
    "geo_accuracy": "village",
    "belligerents": "U.S.-led Coalition, Hill Militia",
    "civilian_harm_reported": "Yes",
    "grading": "Fair",
    "strike_status": "Likely strike",
    "strike_type": "Airstrike, Artillery",
    "n_sources": "3",
    "civ_killed_min": "2",
    "civ_killed_max": "5",
    "a_column_of_theirs": " kept,\n“as it is” ",
}


def row(**changed: str) -> dict[str, str]:
    return {column: (ROW | changed).get(column, "") for column in HEADER}


def table(folder: Path, *rows: dict[str, str]) -> Path:
    path = folder / "incidents.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER)
        writer.writeheader()
        writer.writerows(rows)
    return path
