"""What every page shares: the style and the icon, by name and media type."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

STATIC = {"style.css": "text/css; charset=utf-8", "icon.svg": "image/svg+xml"}


@cache
def static_text(name: str) -> str:
    return files("cairn.site").joinpath("static/site", name).read_text("utf-8")
