"""A page as HTML: the same for `cairn serve` and for the flat files."""

from __future__ import annotations

from collections.abc import Iterator

from django.template.loader import render_to_string
from django.utils import translation

from cairn.publish import Edition
from cairn.site.addresses import LANGUAGES, page
from cairn.site.contents import Contents
from cairn.site.pages import KINDS, kind_of

RIGHT_TO_LEFT = ("ar",)


def names(contents: Contents) -> Iterator[str]:
    """The name of every page of the site, once for all languages."""
    for kind in KINDS.values():
        yield from kind.names(contents)


def render(contents: Contents, language: str, name: str) -> str | None:
    """The page of that name; None where there is none."""
    kind = kind_of(name)
    if kind is None or language not in LANGUAGES:
        return None
    with translation.override(language):
        said = kind.context(contents, name)
        if said is None:
            return None
        everywhere = {
            "contents": contents,
            "edition": contents.edition,
            "path": page(language, name),
            "name": name,
            "language": language,
            "direction": "rtl" if language in RIGHT_TO_LEFT else "ltr",
        }
        return render_to_string(said.get("template", kind.template), everywhere | said)


def front(edition: Edition) -> str:
    """The first page: it asks for a language and goes to English where nobody answers."""
    return render_to_string("site/front.html", {"path": "index.html", "edition": edition})
