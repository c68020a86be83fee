"""Which event of which report a mention rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import F, QuerySet

from cairn.link.events import events
from cairn.records.many import KEYS_A_QUESTION, parcels
from cairn.records.models import Mention
from cairn.values import Evidence

Told = tuple[str, str]


def mentions_with_events(mentions: QuerySet[Mention]) -> list[Mention]:
    """The mentions that stand, oldest first, each with its `event`, None for the main one."""
    return list(mentions.filter(withdrawn_at=None).annotate(event=F("further__event")).order_by("id"))


def mentions_of(reports: Collection[str] | None) -> list[Mention]:
    """The same for these reports, or for all."""
    if reports is None:
        return mentions_with_events(Mention.objects.all())
    return [
        one
        for parcel in parcels(sorted(reports), KEYS_A_QUESTION)
        for one in mentions_with_events(Mention.objects.filter(report__in=parcel))
    ]


def told_by(mention: Mention) -> Told:
    """The report and its event, of a mention that was asked for with its event."""
    return mention.report_id, getattr(mention, "event", None) or ""


def by_event(evidence: Iterable[Evidence]) -> dict[Told, Evidence]:
    """Each event that these reports tell of, with its own claims."""
    return {part.told: part for each in evidence for part in events(each)}
