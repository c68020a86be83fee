"""An invented ledger: two belligerents, two languages, an incident of each grade. Nobody in it ever lived."""

from __future__ import annotations

import uuid
from dataclasses import replace

from cairn.archive.readable import Readable
from cairn.archive.store import Archive
from cairn.records.actions.admissions import keep_admissions
from cairn.records.actions.collecting import Received, keep_reports, name_confidential
from cairn.records.actions.grading import Proposal, accept, propose, sign_off
from cairn.records.actions.linking import Links, NewIncident, keep_links
from cairn.records.actions.reading import Read, keep_readings
from cairn.records.change import By, the_machine
from cairn.records.ledger import init_ledger
from cairn.records.models import Admission, Incident
from cairn.values import (
    About,
    Belligerent,
    Claim,
    Concession,
    Figure,
    Finding,
    Grade,
    Group,
    Harm,
    Harmed,
    Item,
    PartialDate,
    Place,
    Precision,
    Quantifier,
    Range,
    Reading,
    Reason,
    ReportText,
    Role,
    Rule,
    Scope,
    Span,
    Status,
    StrikeStatus,
    Verdict,
    Victim,
)
from cairn.vocabulary.conflict import Conflict

NORTH, SOUTH = Belligerent("Northern Alliance"), Belligerent("Southern Air Force")
AMBER = Place("Tell Amber", 35.52, 39.26, Precision.VILLAGE, "SY", ("Wadi District",), name_ar="تل عنبر")
OLIVES = Place("Jisr al-Zaytun", 35.91, 38.42, Precision.TOWN, "SY", name_ar="جسر الزيتون")
HARBOUR = Place("Mina Harbour", 36.31, 37.2, Precision.NEIGHBOURHOOD, "SY", name_ar="حي الميناء")
PROVINCE = Place("Wadi Province", 35.2, 38.9, Precision.GOVERNORATE, "SY")

ENGLISH = (
    "Four people, among them two children, were killed at noon on Friday when a bomb fell on the market of "
    "Tell Amber, a shopkeeper told us. At least nine others were hurt.\n\n"
    "The council spoke of six dead. It blamed the Northern Alliance.\n\n"
    "Since January 212 people have died across the province, the council says."
)
ARABIC = "مقتل ستة مدنيين بينهم طفلان في قصف على سوق تل عنبر ظهر الجمعة، وإصابة العشرات بجروح."
HIDDEN = "I saw three of them carried out. Do not write my name <script>alert(1)</script>."
STATEMENT = (
    "After a review we find it more likely than not that four civilians died near Tell Amber on 7 May."
)
LONG = (
    "The weather was fine that morning. " * 300
    + "One man was killed on the bridge. "
    + "It rained later. " * 300
)


def claim(text, words, counted, kind=Harm.KILLED, **more):
    start = text.index(words)
    quantifier = Quantifier.AT_LEAST if counted and counted.max is None else Quantifier.EXACT
    return Claim(kind, counted, quantifier, Span.of(text, start, start + len(words)), **more)


CIVILIANS = Harmed(Status.CIVILIAN)
READINGS = {
    ENGLISH: Reading(
        "eng",
        claims=(
            claim(ENGLISH, "Four people", Range(4, 4), attributed_to="a shopkeeper"),
            claim(ENGLISH, "two children", Range(2, 2), who=Harmed(Status.CIVILIAN, Group.CHILDREN)),
            claim(ENGLISH, "At least nine others were hurt", Range(9, None), Harm.INJURED),
            claim(ENGLISH, "six dead", Range(6, 6), attributed_to="the council"),
            claim(ENGLISH, "212 people have died", Range(212, 212), scope=Scope.TOLL, place=PROVINCE),
        ),
        figures=(
            Figure("territory held", (45.0, 50.0), "percent", Span.of(ENGLISH, 0, 4), of="Northern Alliance"),
        ),
    ),
    ARABIC: Reading(
        "ara",
        claims=(
            claim(ARABIC, "ستة مدنيين", Range(6, 6), who=CIVILIANS),
            claim(ARABIC, "طفلان", Range(2, 2), who=Harmed(Status.CIVILIAN, Group.CHILDREN)),
            claim(ARABIC, "إصابة العشرات", Range(12, 24), Harm.INJURED),
        ),
    ),
    HIDDEN: Reading("eng", claims=(claim(HIDDEN, "three of them", Range(3, 3)),)),
    LONG: Reading("eng", claims=(claim(LONG, "One man", Range(1, 1)),)),
}

MARKET = Finding(
    killed=Range(4, 6),
    injured=Range(9, None),
    combatants_killed=Range(0, 1),
    killed_by_group={"children": Range(2, 2)},
    date=PartialDate("2021-05-07"),
    place=AMBER,
    belligerents=(NORTH,),
    strike_status=StrikeStatus.DECLARED,
    grade=Grade.CONFIRMED,
    origins=2,
    people=(Victim("Salwa Imaginary", 9, "female", "killed", name_ar="سلوى المتخيلة"),),
    means=("airstrike",),
    conventions="1",
)
OTHERS = {
    "N2": Finding(
        killed=Range(1, 1),
        date=PartialDate("2021-06"),
        place=OLIVES,
        belligerents=(SOUTH,),
        strike_status=StrikeStatus.LIKELY,
        grade=Grade.FAIR,
        origins=2,
    ),
    "N3": Finding(
        injured=Range(2, 2), date=PartialDate("2021-09-30"), place=HARBOUR, grade=Grade.WEAK, origins=1
    ),
    "N4": Finding(
        killed=Range(3, 11),
        date=PartialDate("2020-12-24"),
        place=OLIVES,
        belligerents=(NORTH, Belligerent("Southern Air Force", Role.DENIES)),
        grade=Grade.CONTESTED,
    ),
    "N5": Finding(
        killed=Range(2, 2), date=PartialDate("2022"), place=PROVINCE, belligerents=(NORTH,), grade=Grade.FAIR
    ),
    "N6": Finding(grade=Grade.DISCOUNTED, killed=Range(5, 5), place=HARBOUR, belligerents=(SOUTH,)),
    "N7": Finding(grade=Grade.NO_HARM_ALLEGED, date=PartialDate("2021-05-08"), place=AMBER),
}
LINA, OMAR = By("Lina", "read both reports again"), By("Omar", "checked against the captures")


def _incident(code):
    return NewIncident(uuid.uuid5(uuid.NAMESPACE_URL, f"invented:{code}"), code)


def wadi_record(folder):
    """The invented ledger, made by the same actions as a real one."""
    opened = init_ledger(
        folder, Conflict("The Wadi Record", ("SY",), (NORTH.name, SOUTH.name), PartialDate("2020"))
    )
    reports = _collected(opened)
    keep_readings(
        the_machine("extract"), [Read(r.id, READINGS[r.text], "1") for r in reports if r.text in READINGS]
    )
    _linked_and_graded(reports)
    return opened


def _collected(opened):
    texts = (
        ("e1", ENGLISH, "The Wadi Post", "eng", "https://wadi.example/market"),
        ("a1", ARABIC, "شبكة الوادي", "ara", "javascript:alert(1)"),
        ("h1", HIDDEN, "A frightened neighbour", "eng", None),
        ("l1", LONG, "The Wadi Post", "eng", None),
        ("s1", STATEMENT, "Northern Alliance press office", "eng", None),
    )
    items = [Item(text.encode(), "text/plain", id_, address=address) for id_, text, *_, address in texts]
    with Archive.open(opened.archive, "Rana") as archive:
        entries = archive.store(items)
    received = [Received(entry, (_readable(*text),)) for entry, text in zip(entries, texts, strict=True)]
    reports = keep_reports(By("Rana", "collected"), received)
    hidden = next(one.source for one in reports if one.given_id == "h1")
    name_confidential(By("Rana", "asked not to be named"), hidden)
    return sorted(reports, key=lambda one: one.given_id)


def _readable(id_, text, source, language, address):
    return Readable(ReportText(id_, text, None, PartialDate("2021-05-08"), None, language, source))


def _linked_and_graded(reports):
    arabic, english, hidden, long, statement = reports
    made = {code: _incident(code) for code in ("N1", *OTHERS)}
    mentions = [(made["N1"].id, (one.id, "")) for one in (english, arabic, hidden)]
    keep_links(the_machine("link"), Links(tuple(made.values()), [*mentions, (made["N2"].id, (long.id, ""))]))
    reasons = (
        Reason(About.MIN, Rule.LOWEST, (english.id,), {"measure": "killed", "count": "4", "accounts": "2"}),
        Reason(About.GRADE, Rule.CLAIMED_WITH_HARM, (statement.id,), {"grade": "confirmed"}),
        Reason(About.DATE, Rule.REPORTS_THAT_DATE, (), {"date": "2021-05", "agreeing": "2", "reports": "2"}),
        Reason(About.COUNT, Rule.LEFT_OUT, (arabic.id,), {"measure": "injured", "count": "40-60"}),
    )
    market = replace(MARKET, reasons=reasons)
    found = {"N1": market, **OTHERS}
    proposals = propose(
        the_machine("grade"),
        [Proposal(Incident.objects.get(id=made[code].id), finding, "", 1) for code, finding in found.items()],
    )
    conceded = Concession(NORTH.name, Verdict.CREDIBLE, Range(4, 4), stated_on=PartialDate("2021-08"))
    keep_admissions(
        the_machine("admissions"),
        [statement.id],
        [
            Admission(
                incident_id=made["N1"].id,
                report=statement,
                belligerent=NORTH.name,
                concession=conceded,
                stated_on=PartialDate("2021-08"),
                match="matched",
            ),
            Admission(
                report=statement,
                belligerent=NORTH.name,
                concession=Concession(NORTH.name, Verdict.OPEN),
                match="ambiguous",
                candidates=[str(made["N2"].id), str(made["N4"].id)],
            ),
        ],
    )
    for proposal in proposals[:2]:
        sign_off(OMAR, accept(LINA, proposal))
