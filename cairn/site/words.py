"""Values as words in the reader's language. What nobody said is called unknown, never nought."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cairn.site.terms import MONTHS
from cairn.values import PartialDate, Range


def count(counted: Range | None) -> SafeString:
    """A range as a reader says it; two numbers are kept in order where the page runs right to left."""
    if counted is None:
        return format_html('<span class="unknown">{}</span>', _("unknown"))
    if counted.max is None:
        return format_html("{} <bdi>{}</bdi>", _("at least"), f"{counted.min:,}")
    if counted.min == counted.max:
        return format_html("<bdi>{}</bdi>", f"{counted.min:,}")
    return format_html('<bdi dir="ltr">{}–{}</bdi>', f"{counted.min:,}", f"{counted.max:,}")


def spoken(counted: Range | None) -> str:
    """The same without markup, for titles and for a reader's ears."""
    if counted is None:
        return _("unknown")
    if counted.max is None:
        return _("at least %(least)s") % {"least": f"{counted.min:,}"}
    if counted.min == counted.max:
        return f"{counted.min:,}"
    return _("%(least)s to %(most)s") % {"least": f"{counted.min:,}", "most": f"{counted.max:,}"}


def day(date: PartialDate | None) -> str:
    """A date exactly as precise as it is known: “2017”, “May 2017” or “12 May 2017”."""
    if date is None:
        return _("date unknown")
    year, *finer = date.text.split("-")
    if not finer:
        return year
    month = _(MONTHS[int(finer[0]) - 1])
    return f"{int(finer[1])} {month} {year}" if len(finer) == 2 else f"{month} {year}"


def days(first: PartialDate | None, last: PartialDate | None) -> str:
    return day(first) if last is None or last == first else f"{day(first)} – {day(last)}"


def deed(action: str) -> str:
    """An action of the record as words: `sign_off` is “sign off”."""
    return _(action.replace("_", " "))


def term(word: object) -> str:
    """A word that a value carries, in the reader's language; one we have no word for stays as it is."""
    if not word:
        return pgettext("not stated by any source", "not stated")
    said = str(word)
    return _(said).replace("_", "-")
