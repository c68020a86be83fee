"""Words for series: bounds that need not be whole, and what a drawing shows for those who do not see it."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cairn.site.drawing.bands import Dot
from cairn.site.pages.series import Drawn
from cairn.site.words import day, term
from cairn.total.series.points import Bounds
from cairn.values import PartialDate

register = template.Library()


def _number(value: float) -> str:
    return f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"


@register.filter
def bounds(both: Bounds) -> SafeString:
    """A range as a reader says it; the bounds keep their order where the page runs right to left."""
    low, high = both
    if high is None:
        return format_html("{} <bdi>{}</bdi>", _("at least"), _number(low))
    if low == high:
        return format_html("<bdi>{}</bdi>", _number(low))
    return format_html('<bdi dir="ltr">{}–{}</bdi>', _number(low), _number(high))


def _spoken(both: Bounds) -> str:
    low, high = both
    if high is None:
        return _("at least %(least)s") % {"least": _number(low)}
    if low == high:
        return _number(low)
    return _("%(least)s to %(most)s") % {"least": _number(low), "most": _number(high)}


@register.filter
def dot_said(dot: Dot) -> str:
    """Who said what of the day: for a reader who points at it."""
    said = f"{day(PartialDate.on(dot.day))}: {_spoken(dot.bounds)}"
    return f"{said} ({term(dot.by)})" if dot.by else said


@register.filter
def date_text(text: str) -> str:
    return day(PartialDate(text))


@register.filter
def drawn_as(drawn: Drawn) -> str:
    """What a drawing shows, in a sentence: of what, from when to when, and the first and last word."""
    first, last = drawn.series.points[0], drawn.series.points[-1]
    return _("%(what)s: %(first)s on %(from)s, %(last)s on %(to)s; the table below has every point") % {
        "what": _what(drawn),
        "first": _spoken(first.bounds),
        "from": day(first.about),
        "last": _spoken(last.bounds),
        "to": day(last.about),
    }


@register.filter
def differences_as(drawn: Drawn) -> str:
    return _("%(what)s: what came to it from %(from)s to %(to)s; the table below has every point") % {
        "what": _what(drawn),
        "from": day(drawn.added[0].first),
        "to": day(drawn.added[-1].last),
    }


def _what(drawn: Drawn) -> str:
    subject = drawn.series.subject
    parts = (term(subject.measure), subject.counted and term(subject.counted), subject.of, subject.place)
    return ", ".join(part for part in parts if part)
