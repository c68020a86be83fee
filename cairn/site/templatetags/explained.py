"""What is said of a claim or figure, for the page that explains a reading."""

from __future__ import annotations

from django import template
from django.utils.translation import get_language

from cairn.extract.explain import Note
from cairn.values import Claim
from cairn.vocabulary import explained

register = template.Library()


def _language() -> str:
    return "ara" if get_language() == "ar" else "eng"


@register.filter
def why(note: Note) -> str:
    """The rule that read it, in a sentence."""
    if isinstance(note.said, Claim):
        return explained.claim_rule_in(note.said.rule, _language())
    return explained.figure_rule_in(_language())


@register.filter
def quantifier(claim: Claim) -> str:
    return explained.quantifier_in(claim.quantifier, _language())


@register.filter
def scope(claim: Claim) -> str:
    return explained.scope_in(claim.scope, _language())


@register.filter
def tint(note: Note) -> str:
    """The class of its marks: what harm, or a figure; and whether it is of the event that is told."""
    if not isinstance(note.said, Claim):
        return "figure"
    return f"{note.said.kind} {'' if note.said.scope == 'incident' else 'aside'}".strip()
