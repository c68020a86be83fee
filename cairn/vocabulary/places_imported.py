"""Other people's gazetteers brought into our columns: GeoNames dumps, OCHA tables, files like our own."""

from __future__ import annotations

import csv
import gzip
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO

from cairn.exceptions import BadInput
from cairn.vocabulary.places_file import COLUMNS, read_places

_GEONAMES = 19  # columns of a GeoNames dump, which has no header
_LEFT_OUT = frozenset("HUV")  # GeoNames' classes of waters, seabeds and woods: nobody is recorded there
_NAME = re.compile(r"[a-z]*\d?_?name(?:[_ ]?\d)?[_ ]?(?:en|ref|english)?$", re.I)
_LATITUDE = re.compile(r"(lat|latitude|latitude_y|lat_y|y|y_coord|point_y)$", re.I)
_LONGITUDE = re.compile(r"(lon|long|longitude|longitude_x|long_x|x|x_coord|point_x)$", re.I)
_ADMIN = re.compile(r"adm(?:in)?([12])_?name.*(en|ref)?$", re.I)

Row = dict[str, str]


def import_places(file: Path, into: Path) -> tuple[Path, int]:
    """A gazetteer file written into a folder in our columns; where it is now, and how many places it holds.

    Refuses a file that is none of the shapes it knows. Rows without a point on earth are left out.
    """
    into.mkdir(parents=True, exist_ok=True)
    target = into / f"{file.name.split('.')[0]}.tsv.gz"
    page = io.StringIO()
    table = csv.writer(page, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    table.writerow(COLUMNS)
    count = 0
    for row in _rows(file):
        table.writerow(re.sub(r"\s+", " ", row[column]) for column in COLUMNS)
        count += 1
    if not count:
        raise BadInput(f"No place could be read in {file}. `cairn places import --help` names the shapes.")
    target.write_bytes(gzip.compress(page.getvalue().encode(), mtime=0))
    return target, count


def _rows(file: Path) -> Iterator[Row]:
    if file.name.endswith(".tsv.gz"):
        return read_places(file)
    with _text(file) as page:
        first = page.readline()
        if first.count("\t") == _GEONAMES - 1:
            return iter(list(_geonames([first, *page])))
        if first.count(",") or first.count(";"):
            return iter(list(_ocha([first, *page])))
    raise BadInput(
        f"{file} is no gazetteer that Cairn knows: a GeoNames dump (19 columns between tabs), "
        "an OCHA table (CSV) or a .tsv.gz in Cairn's columns."
    )


def _text(file: Path) -> IO[str]:
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as packed:
            inside = [name for name in packed.namelist() if name.endswith(".txt") and "readme" not in name]
            if len(inside) != 1:
                raise BadInput(f"{file} holds {len(inside)} tables. Unpack it and name the one to import.")
            return io.StringIO(packed.read(inside[0]).decode("utf-8-sig"))
    return file.open(encoding="utf-8-sig", newline="")


def _geonames(lines: Iterable[str]) -> Iterator[Row]:
    rows = [row for line in lines if len(row := line.rstrip("\r\n").split("\t")) == _GEONAMES]
    divisions = {(row[8], row[10]): row[1] for row in rows if row[7] == "ADM1"}
    districts = {(row[8], row[10], row[11]): row[1] for row in rows if row[7] == "ADM2"}
    for row in rows:
        if row[6] in _LEFT_OUT or not _is_point(row[4], row[5]):
            continue
        yield {
            "id": f"gn:{row[0]}", "name": row[1], "alternates": row[3].replace(",", "|"), "lat": row[4],
            "lon": row[5], "feature_code": row[7], "country": row[8],
            "admin1": divisions.get((row[8], row[10]), ""),
            "admin2": districts.get((row[8], row[10], row[11]), ""),
            "population": row[14], "source": "geonames",
        }  # fmt: skip


def _ocha(lines: list[str]) -> Iterator[Row]:
    for row in csv.DictReader(lines, delimiter=";" if lines[0].count(";") > lines[0].count(",") else ","):
        said = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        lat, lon = _under(_LATITUDE, said), _under(_LONGITUDE, said)
        names = _names(said)
        if names and _is_point(lat, lon):
            code = _code(said)
            yield {
                "id": f"ocha:{code}" if code else f"own:{lat},{lon}",
                "name": names[0], "alternates": "|".join(names[1:]),
                "lat": lat, "lon": lon, "feature_code": said.get("feature_code", "PPL"), "country": code[:2],
                "admin1": _admin(said, "1"), "admin2": _admin(said, "2"), "population": "", "source": "ocha",
            }  # fmt: skip


def _names(said: Mapping[str, str]) -> list[str]:
    """The names of the place itself: those of the finest level the table has, in every language."""
    named = {key: value for key, value in said.items() if "name" in key.lower() and value}
    levels = [level for key in named if (level := re.sub(r"\D", "", key.split("_")[0]))]
    finest = max(levels, default="")
    own = {
        k: v for k, v in named.items() if not finest or finest in k.split("_")[0] or not re.search(r"\d", k)
    }
    latin = [value for key, value in own.items() if _NAME.match(key)]
    return list(dict.fromkeys([*latin, *own.values()]))


def _admin(said: Mapping[str, str], level: str) -> str:
    return next((v for k, v in said.items() if (seen := _ADMIN.match(k)) and seen[1] == level), "")


def _code(said: Mapping[str, str]) -> str:
    codes = [value for key, value in said.items() if "pcode" in key.lower() and value]
    return max(codes, key=len, default="")


def _under(heading: re.Pattern[str], said: Mapping[str, str]) -> str:
    return next((value for key, value in said.items() if heading.match(key.strip())), "")


def _is_point(lat: str, lon: str) -> bool:
    try:
        return abs(float(lat)) <= 90 and abs(float(lon)) <= 180
    except ValueError:
        return False
