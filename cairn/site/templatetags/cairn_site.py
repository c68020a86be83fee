"""Links and words for the templates: each tag is a function of `addresses` or `words`."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cairn.site import addresses, because, words
from cairn.site.contents import Contents, code_of
from cairn.site.drawing.map import is_a_point
from cairn.total.beside.lag import Lag
from cairn.total.beside.stated import Stated
from cairn.values import Figure, KnownIncident, PartialDate, Place
from cairn.vocabulary.country_names import country_name
from cairn.vocabulary.party_names import party_name

register = template.Library()

register.filter("count", words.count)
register.filter("spoken", words.spoken)
register.filter("day", words.day)
register.filter("term", words.term)
register.filter("deed", words.deed)
register.filter("code", code_of)
register.filter("about", because.about)
register.filter("rule", because.rule)
register.filter("condition", because.condition)


@register.simple_tag(takes_context=True)
def to(context: dict[str, Any], name: str) -> str:
    """The link to a page in the reader's language."""
    return addresses.way(context["path"], addresses.page(context["language"], name))


@register.simple_tag(takes_context=True)
def to_file(context: dict[str, Any], path: str) -> str:
    """The link to a file that has no language: data, style."""
    return addresses.way(context["path"], path)


@register.simple_tag(takes_context=True)
def to_release(context: dict[str, Any], release: str, name: str) -> str:
    """The link to a file of a release."""
    return addresses.way(context["path"], addresses.release_file(release, name))


@register.simple_tag(takes_context=True)
def to_language(context: dict[str, Any], language: str) -> str:
    """The link to this page in another language."""
    path = context["path"]
    return addresses.way(path, addresses.in_language(path, language))


@register.simple_tag(takes_context=True)
def to_incident(context: dict[str, Any], known: KnownIncident) -> str:
    contents: Contents = context["contents"]
    return to(context, f"incident/{contents.files[known.id]}")


@register.filter
def country(iso: str | None) -> str:
    return country_name(iso, get_language() or "en")


@register.simple_tag
def comma() -> str:
    return "، " if get_language() == "ar" else ", "


@register.simple_tag
def semicolon() -> str:
    return "؛ " if get_language() == "ar" else "; "


@register.filter
def party(name: str) -> str:
    """A belligerent by the name that the reader's language has for it."""
    return party_name(name, "ara") if get_language() == "ar" else name


@register.filter
def dates(found: Any) -> str:
    return words.days(found.date, found.date_end)


@register.filter
def month(text: str) -> str:
    return words.day(PartialDate(text))


@register.filter
def incidents(number: int) -> str:
    return ngettext("%(number)s incident", "%(number)s incidents", number) % {"number": f"{number:,}"}


@register.filter
def reports(number: int) -> str:
    return ngettext("%(number)s report", "%(number)s reports", number) % {"number": f"{number:,}"}


@register.filter
def value(figure: Figure) -> SafeString:
    """A figure's range with its unit: “45–50 percent”, “≥ 2,000 people”."""
    low, high = figure.value
    both = f"≥ {low:,g}" if high is None else f"{low:,g}" if low == high else f"{low:,g}–{high:,g}"
    unit = _(figure.unit) if figure.unit not in ("", figure.measure) else ""
    return format_html('<bdi dir="ltr">{}</bdi> <bdi>{}</bdi>', both, unit)


@register.filter
def coordinates(place: Place | None) -> str:
    """The point of a place that is known finely enough to have one."""
    if place is None or not is_a_point(place):
        return ""
    return f"{place.lat:.4f}, {place.lon:.4f}"


@register.filter
def age(years: float) -> str:
    return f"{years:g}"


@register.filter
def thousands(number: int) -> str:
    return f"{number:,}"


@register.filter
def whole(number: float) -> str:
    """What a model says, in whole people."""
    return f"{number:,.0f}"


@register.filter
def percent(share: float) -> str:
    return f"{share:.0%}"


@register.filter
def days_long(days: float) -> str:
    return f"{days:,g}"


@register.filter
def admitted(lag: Lag) -> int:
    """Those whose lag is known and those whose is not."""
    return len(lag.days) + lag.untimed


@register.filter
def period(said: Stated) -> str:
    return words.days(said.start, said.end)
