"""What people said that link must keep to, and whose own statements are no evidence of what they answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from cairn.records.linking.standing import judgements_on
from cairn.records.many import among
from cairn.records.models import Admission, JudgementRecord, Mention
from cairn.values import Judgement, MatchState


def judgements(reports: Collection[str] | None = None) -> list[tuple[str, str, Judgement]]:
    """What people said of pairs of reports, the newest word on each; of incidents, for all their reports.

    Of these reports alone, when they are given.
    """
    said = JudgementRecord.objects.order_by("id") if reports is None else _said_of(reports)
    newest: dict[tuple[str, str, str], Judgement] = {}
    for one in said:
        newest[one.about, one.a, one.b] = Judgement(one.judgement)
    of = _reports_of(a for about, *pair in newest if about == "incident" for a in pair)
    found = []
    for (about, a, b), judgement in newest.items():
        if about == "mention":
            continue  # of a report and an incident: the plan keeps to it
        left, right = (of[a], of[b]) if about == "incident" else ([a], [b])
        found += [(one, other, judgement) for one in left for other in right if one != other]
    return found


def _said_of(reports: Collection[str]) -> list[JudgementRecord]:
    at = Mention.objects.filter(withdrawn_at=None).values_list("incident_id", flat=True)
    return judgements_on({*reports, *map(str, among(at, "report", reports))})


def _reports_of(incidents: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    standing = Mention.objects.filter(withdrawn_at=None).order_by("report_id")
    pairs = standing.values_list("incident_id", "report_id")
    for incident, report in among(pairs, "incident", list(incidents)):
        found[str(incident)].append(report)
    return found


def on_new_incidents(reports: Collection[str] | None = None) -> set[str]:
    """Belligerents' own statements that are the first word of an incident: these are evidence of one."""
    own = Admission.objects.filter(withdrawn_at=None, report__isnull=False, quoted=False)
    said = own.values_list("report_id", "match")
    of: dict[str, list[str]] = defaultdict(list)
    for report, match in said if reports is None else among(said, "report", reports):
        of[str(report)].append(match)
    return {report for report, matches in of.items() if matches == [MatchState.NEW]}
