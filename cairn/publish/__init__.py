"""Publish: incidents and claims as open files, and a manifest by which anyone can check them."""

from cairn.publish.formats import as_csv, as_geojson, as_json_lines
from cairn.publish.manifest import Check, Edition, check, insist_on, is_published, write_manifest
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
    "row",
    "write_manifest",
]
