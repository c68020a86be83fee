"""Which words the site says, gathered from its templates and its Python: what a translation must hold."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.pofile import read_po

import cairn.site

SITE = Path(cairn.site.__file__).parent
_TAG = re.compile(r"""\{%\s*translate\s+"([^"]+)"(?:\s+context\s+"([^"]+)")?""")
KEYWORDS = {"_": None, "gettext": None, "gettext_noop": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}


def said():
    """Every (context, words) that the site asks a translation of; for a plural, its singular."""
    found = set()
    for path in [*SITE.rglob("*.html"), *SITE.rglob("*.svg")]:
        found |= {(context or None, words) for words, context in _TAG.findall(path.read_text("utf-8"))}
    for path in SITE.rglob("*.py"):
        for _, function, words, _ in extract_python(io.BytesIO(path.read_bytes()), KEYWORDS, [], {}):
            if function == "pgettext":
                found.add((words[0], words[1]))
            elif isinstance(words, tuple):
                found.add((None, words[0]))
            elif isinstance(words, str):
                found.add((None, words))
    return found


def arabic():
    with (SITE / "locale" / "ar" / "LC_MESSAGES" / "django.po").open("rb") as opened:
        return read_po(opened, locale="ar")
