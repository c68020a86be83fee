"""The open data of the site: each file by its path, as a stream of text."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from typing import Any

from cairn.publish import as_csv, as_geojson, as_json_lines, public_claim
from cairn.site.contents import Contents, code_of
from cairn.total.beside.files import beside_as_json
from cairn.total.products.table import three_as_json
from cairn.total.series import table as series_table

Stream = Callable[[Contents], Iterator[str]]


def _claims(contents: Contents) -> Iterator[str]:
    """Each claim beside its incident, its report and the hash of the bytes it was read from."""
    return as_json_lines(_each_claim(contents))


def _each_claim(contents: Contents) -> Iterator[dict[str, Any]]:
    for known in contents.incidents:
        for told in contents.dossier(known.id).reports:
            for claim in told.claims:
                yield {
                    "incident": known.id,
                    "code": code_of(known),
                    "report": told.id,
                    "sha256": told.capture.sha256 if told.capture else None,
                    "claim": public_claim(claim, contents.care, known.reviewed),
                }


def _overlaps(contents: Contents) -> Iterator[str]:
    """The counts by pattern behind every estimate that is shown: those of one title make it again."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(["title", "lists", "pattern", "count"])
    for kept in contents.estimates:
        lists = "; ".join(kept.said["diagnostics"].get("lists", {}))
        rows.writerows([kept.title, lists, pattern, count] for pattern, count in sorted(kept.overlap.items()))
    yield written.getvalue()


def _estimates(contents: Contents) -> Iterator[str]:
    return as_json_lines({"title": one.title, "as_of": f"{one.on}", **one.said} for one in contents.estimates)


def _series(contents: Contents) -> Iterator[str]:
    """What was said of tolls and figures, a line for each source's last word on each day."""
    yield series_table.as_csv(contents.series)


def _beside(contents: Contents) -> Iterator[str]:
    """Every belligerent beside the record, with each of its statements and each month."""
    yield json.dumps(beside_as_json(contents.compared), ensure_ascii=False, indent=1)


def _three(contents: Contents) -> Iterator[str]:
    yield json.dumps(three_as_json(contents.three), ensure_ascii=False, indent=1)


FILES: dict[str, tuple[str, Stream]] = {
    "data/incidents.csv": ("text/csv; charset=utf-8", lambda contents: as_csv(contents.incidents)),
    "data/incidents.geojson": ("application/geo+json", lambda contents: as_geojson(contents.incidents)),
    "data/incidents.jsonl": ("application/jsonl", lambda contents: as_json_lines(contents.incidents)),
    "data/claims.jsonl": ("application/jsonl", _claims),
    "data/beside.json": ("application/json", _beside),
    "data/totals.json": ("application/json", _three),
    "data/series.csv": ("text/csv; charset=utf-8", _series),
    "data/estimates.jsonl": ("application/jsonl", _estimates),
    "data/overlaps.csv": ("text/csv; charset=utf-8", _overlaps),
}
