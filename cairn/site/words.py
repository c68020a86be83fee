"""Values as words in the reader's language. What nobody said is called unknown, never nought."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from cairn.values import PartialDate, Range

MONTHS = (
    gettext_noop("January"),
    gettext_noop("February"),
    gettext_noop("March"),
    gettext_noop("April"),
    gettext_noop("May"),
    gettext_noop("June"),
    gettext_noop("July"),
    gettext_noop("August"),
    gettext_noop("September"),
    gettext_noop("October"),
    gettext_noop("November"),
    gettext_noop("December"),
)

# The words that values carry, so that the catalogue of translations holds each of them.
TERMS = (
    gettext_noop("confirmed"),
    gettext_noop("fair"),
    gettext_noop("weak"),
    gettext_noop("contested"),
    gettext_noop("discounted"),
    gettext_noop("no harm alleged"),
    gettext_noop("declared"),
    gettext_noop("likely"),
    gettext_noop("single-source claim"),
    gettext_noop("credible"),
    gettext_noop("non_credible"),
    gettext_noop("duplicate"),
    gettext_noop("open"),
    gettext_noop("none"),
    gettext_noop("killed"),
    gettext_noop("injured"),
    gettext_noop("missing"),
    gettext_noop("captured"),
    gettext_noop("civilian"),
    gettext_noop("combatant"),
    gettext_noop("unknown"),
    gettext_noop("disputed"),
    gettext_noop("children"),
    gettext_noop("women"),
    gettext_noop("men"),
    gettext_noop("elderly"),
    gettext_noop("journalists"),
    gettext_noop("medical workers"),
    gettext_noop("aid workers"),
    gettext_noop("incident"),
    gettext_noop("toll"),
    gettext_noop("background"),
    gettext_noop("suspected"),
    gettext_noop("claims"),
    gettext_noop("denies"),
    gettext_noop("country"),
    gettext_noop("governorate"),
    gettext_noop("district"),
    gettext_noop("subdistrict"),
    gettext_noop("city"),
    gettext_noop("town"),
    gettext_noop("village"),
    gettext_noop("neighbourhood"),
    gettext_noop("street"),
    gettext_noop("landmark"),
    gettext_noop("within 100 m"),
    gettext_noop("within 1 m"),
    gettext_noop("exact"),
    gettext_noop("matched"),
    gettext_noop("ambiguous"),
    gettext_noop("new"),
)

# The actions of `records/actions`, as words.
DEEDS = (
    gettext_noop("keep reports"),
    gettext_noop("keep readings"),
    gettext_noop("keep links"),
    gettext_noop("keep admissions"),
    gettext_noop("match admission"),
    gettext_noop("propose"),
    gettext_noop("accept"),
    gettext_noop("decide"),
    gettext_noop("reject"),
    gettext_noop("sign off"),
    gettext_noop("name confidential"),
    gettext_noop("judge reports"),
    gettext_noop("judge incidents"),
    gettext_noop("merge"),
    gettext_noop("import incidents"),
    gettext_noop("import attributions"),
    gettext_noop("import sources"),
    gettext_noop("import figures"),
)


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
    return _(said)
