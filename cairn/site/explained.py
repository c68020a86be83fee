"""Explained reports as one page that needs nothing beside it: no style, no script, no network."""

from __future__ import annotations

from collections.abc import Sequence

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import mark_safe

import cairn.records  # noqa: F401  sets Django up
from cairn.extract.explain import Explanation
from cairn.site.addresses import LANGUAGES
from cairn.site.render import RIGHT_TO_LEFT
from cairn.site.static_files import static_text
from cairn.vocabulary.explained import words_in

STYLES = ("style.css", "explained.css")
__all__ = ["LANGUAGES", "page_of"]


def page_of(explained: Sequence[Explanation], language: str) -> str:
    """The page, in one of LANGUAGES; the reports stay in their own."""
    code = "ara" if language == "ar" else "eng"
    with translation.override(language):
        return render_to_string(
            "site/explained.html",
            {
                "explained": explained,
                "words": words_in(code),
                "language": language,
                "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
                "style": mark_safe("".join(map(static_text, STYLES))),  # our own files
            },
        )
