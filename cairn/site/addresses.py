"""Where each page lives, and the way from one page to another.

Addresses are the paths of flat files, so that the same links work from a web server, under any folder of one,
and from a disk. They are always relative.

>>> way("en/incident/N12.html", "data/incidents.csv")
'../../data/incidents.csv'
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache

LANGUAGES = ("en", "ar")
PER_PAGE = 100
_SAFE = re.compile(r"[A-Za-z0-9-]{1,60}")
_UNSAFE = re.compile(r"[^a-z0-9]+")


def way(here: str, there: str) -> str:
    """The relative link from one path to another, with what follows a # kept."""
    return _way_from(posixpath.dirname(here) or ".", there)


@lru_cache(maxsize=4096)
def _way_from(folder: str, there: str) -> str:
    return posixpath.relpath(there, folder)


def page(language: str, name: str) -> str:
    """The path of a page: `page("ar", "incident/N12")` is `ar/incident/N12.html`."""
    stem, hash_, part = name.partition("#")
    return f"{language}/{stem}.html{hash_}{part}"


def release_file(release: str, name: str) -> str:
    """The path of a file of a release."""
    return f"releases/{release}/{name}"


def in_language(path: str, language: str) -> str:
    """The same page in another language."""
    return f"{language}/{path.partition('/')[2]}"


def file_names(codes: Iterable[str]) -> dict[str, str]:
    """A file name for each code: every disk takes it and no two share it, even where case is not kept."""
    named: dict[str, str] = {}
    taken: set[str] = set()
    for code in codes:
        name = code if _SAFE.fullmatch(code) else slug(code)
        name = name if name.lower() not in taken else f"{name}-{_mark(code)}"
        named[code] = name
        taken.add(name.lower())
    return named


def slug(name: str) -> str:
    """A name in small plain letters, with a piece of its hash where letters had to be left out."""
    plain = _UNSAFE.sub("-", name.lower()).strip("-")[:60]
    faithful = name.isascii() and len(name) <= 60 and plain
    return plain if faithful else f"{plain}-{_mark(name)}".strip("-")


def _mark(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def numbered(name: str, number: int) -> str:
    """The name of the nth page of a list; the first bears the list's own name."""
    return name if number == 1 else f"{name}.{number}"


def list_and_number(name: str) -> tuple[str, int]:
    """What `numbered` put together.

    >>> list_and_number("incidents/all.3")
    ('incidents/all', 3)
    """
    stem, dot, number = name.rpartition(".")
    return (stem, int(number)) if dot and number.isdecimal() else (name, 1)
