"""Publish: incidents and claims as open files, and a manifest by which anyone can check them."""

from cairn.publish.formats import as_csv, as_geojson, as_json_lines
from cairn.publish.manifest import (
    Check,
    Edition,
    check,
    insist_on,
    is_published,
    print_of,
    write_manifest,
    written,
)
from cairn.publish.rows import COLUMNS, row

__all__ = [
    "COLUMNS",
    "Check",
    "Edition",
    "as_csv",
    "as_geojson",
    "as_json_lines",
    "check",
    "insist_on",
    "is_published",
    "print_of",
    "row",
    "write_manifest",
    "written",
]
