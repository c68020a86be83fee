"""An invented record of four incidents, and a release of it."""

from __future__ import annotations

from pathlib import Path

from cairn.publish import Edition, Inquiry, Released, write_release
from cairn.total import ALL_ALLEGED, Axis, Question
from cairn.total.asked import answer_asked, as_asked, facts_asked
from cairn.values import (
    About,
    Belligerent,
    Concession,
    Finding,
    Grade,
    KnownIncident,
    PartialDate,
    Place,
    Precision,
    Range,
    Reason,
    Role,
    Rule,
    StrikeStatus,
    Struck,
    Verdict,
    Victim,
)

MARKET = KnownIncident(
    "11111111-2222-3333-4444-555555555555",
    Finding(
        killed=Range(8, 12),
        injured=Range.at_least(20),
        combatants_killed=Range(1, 2),
        killed_by_group={"children": Range(3, 3)},
        injured_by_group={"women": Range(2, 4)},
        date=PartialDate("2021-05"),
        place=Place(
            "Tell Amber", 35.5, 39.25, Precision.VILLAGE, "SY", ("Amber", "Hasaka"), name_ar="تل عنبر"
        ),
        belligerents=(Belligerent("Northern Alliance"), Belligerent("Guard, “Second”", Role.DENIES)),
        grade=Grade.FAIR,
        strike_status=StrikeStatus.LIKELY,
        origins=2,
        people=(
            Victim("Karim Odeh", age=34, gender="male", harm="killed", family="Odeh", start=4, end=9),
            Victim("Lina Odeh", age=9, gender="female", harm="killed", family="Odeh"),
            Victim("Sami Haddad", age=40, harm="injured"),
        ),
        struck=Struck(hit=("hospital or clinic",)),
        reasons=(
            Reason(About.PLACE, Rule.REPORTS_THAT_PLACE, ("r1", "r2"), {"place": "Tell Amber", "count": "2"}),
        ),
        conventions="1",
    ),
    codes=("N12", "N007"),
    reviewed=True,
    concessions=(Concession("Northern Alliance", Verdict.CREDIBLE, Range(4, 4), None, PartialDate("2022")),),
    reports=3,
)
BRIDGE = KnownIncident(
    "22222222-2222-3333-4444-555555555555",
    Finding(killed=Range(2, 2), date=PartialDate("2021-06-03"), grade=Grade.CONFIRMED, conventions="1"),
    codes=("N13",),
    reviewed=True,
)
FORMULA = KnownIncident(
    "33333333-2222-3333-4444-555555555555",
    Finding(
        killed=Range(0, 3),
        date=PartialDate("2021"),
        place=Place("=1+1, \n the “old” mill", 1, 2.0, None, "SY"),
        grade=Grade.WEAK,
        origins=1,
    ),
    codes=("N14",),
)
SILENT = KnownIncident("44444444-2222-3333-4444-555555555555", Finding(grade=Grade.FAIR), codes=("N15",))
RECORD = (MARKET, BRIDGE, FORMULA, SILENT)
TOLLS = [{"date": "2021-05", "place": "Amber", "harm": "killed", "people_min": 40, "source": "Invented Post"}]
REPORTS = [
    {"incident": MARKET.id, "code": "N12", "report": "r1", "source": "Invented Post", "confidential": "no"}
]

QUESTIONS = (
    Question(as_of=PartialDate("2024-03-01")),
    Question(grades=ALL_ALLEGED, provisional=True),
    Question(by=(Axis.BELLIGERENT, Axis.YEAR), grades=ALL_ALLEGED, provisional=True),
)


def inquiry(record: tuple[KnownIncident, ...] = RECORD) -> Inquiry:
    asked = [(str(one), as_asked(one)) for one in QUESTIONS]
    return Inquiry(
        [{"name": name, "asked": one, "answer": answer_asked(record, one, [])} for name, one in asked]
    )


def released(record: tuple[KnownIncident, ...] = RECORD) -> Released:
    edition = Edition("An invented ledger", "2024-03-01", "ab12", "Cairn 0", "first")
    beside = {"tolls": TOLLS, "reports": REPORTS}
    facts = facts_asked(record, [], edition.as_of)
    return Released(edition, "1", record, beside, inquiry(record), facts)


def write(folder: Path, record: tuple[KnownIncident, ...] = RECORD) -> Path:
    folder.mkdir()
    write_release(folder, released(record))
    return folder
