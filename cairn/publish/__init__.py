"""Publish: incidents and claims as open files, and a manifest by which anyone can check them."""

from cairn.publish.agree import disagreements
from cairn.publish.care import Care, public, public_claim
from cairn.publish.changes import changes, moved_totals, read_before
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
from cairn.publish.recount import Inquiry
from cairn.publish.released import Released, write_release
from cairn.publish.rows import COLUMNS, Row, bounds, row

__all__ = [
    "COLUMNS",
    "Care",
    "Check",
    "Edition",
    "Inquiry",
    "Released",
    "Row",
    "as_csv",
    "as_geojson",
    "as_json_lines",
    "bounds",
    "changes",
    "check",
    "disagreements",
    "insist_on",
    "is_published",
    "moved_totals",
    "print_of",
    "public",
    "public_claim",
    "read_before",
    "row",
    "write_manifest",
    "write_release",
    "written",
]
