"""Link what is due: all the evidence, under what people judged of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from cairn.link.cluster import cluster
from cairn.records import actions
from cairn.records.admitting import own_statements
from cairn.records.evidence import gather, newest_readings
from cairn.records.inputs import is_due, link_inputs
from cairn.records.link_plan import Plan
from cairn.records.many import among
from cairn.records.models import Admission, JudgementRecord, Mention
from cairn.records.progress import Watching
from cairn.records.version import linking_version
from cairn.values import Judgement, MatchState
from cairn.vocabulary.conflict import Conflict


def link_due(conflict: Conflict, watch: Watching) -> None:
    """Link all evidence, when anything that link depends on has changed since it last looked."""
    version = linking_version(conflict)
    inputs = link_inputs(version)
    if not is_due("link", inputs):
        return
    everything = gather(newest_readings(), conflict)
    answered = own_statements(everything, conflict) - on_new_incidents()
    evidence = [each for each in everything if each.id not in answered]
    advance = watch("link", len(evidence))
    links = Plan(cluster(evidence, judgements()), conflict).links()
    actions.keep_links(actions.the_machine(f"linked by link {version[:12]}"), links)
    actions.step_done("link", inputs)
    advance(len(evidence))


def on_new_incidents() -> set[str]:
    """Belligerents' own statements that are the first word of an incident: these are evidence of one."""
    own = Admission.objects.filter(withdrawn_at=None, report__isnull=False, quoted=False)
    of: dict[str, list[str]] = defaultdict(list)
    for report, match in own.values_list("report_id", "match"):
        of[str(report)].append(match)
    return {report for report, matches in of.items() if matches == [MatchState.NEW]}


def judgements() -> list[tuple[str, str, Judgement]]:
    """What people said of pairs of reports, the newest word on each; of incidents, for all their reports."""
    newest: dict[tuple[str, str, str], Judgement] = {}
    for one in JudgementRecord.objects.order_by("id"):
        newest[one.about, one.a, one.b] = Judgement(one.judgement)
    reports = _reports_of(a for about, *pair in newest if about == "incident" for a in pair)
    found = []
    for (about, a, b), judgement in newest.items():
        if about == "mention":
            continue  # of a report and an incident: the plan keeps to it
        left, right = (reports[a], reports[b]) if about == "incident" else ([a], [b])
        found += [(one, other, judgement) for one in left for other in right if one != other]
    return found


def _reports_of(incidents: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    standing = Mention.objects.filter(withdrawn_at=None).order_by("report_id")
    pairs = standing.values_list("incident_id", "report_id")
    for incident, report in among(pairs, "incident", list(incidents)):
        found[str(incident)].append(report)
    return found
