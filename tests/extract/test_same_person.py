"""Nobody is counted for being described, and everybody in a row is counted once."""

import pytest

from cairn.story import extract
from cairn.values import ReportText

TOLD = [
    # parenthood tells of the dead, not of more dead
    ("A 45-year-old teacher and father of three was shot dead.", ["killed 1 men"]),
    ("A mother of two was killed.", ["killed 1 women"]),
    ("Omar Testani, a father of three, was killed.", ["killed 1 men"]),
    # some of a number
    (
        "Omar Testani, his wife and three of their five children were killed.",
        ["killed 5", "killed 1", "killed 1 women", "killed 3 children"],
    ),
    ("Two of the soldiers were killed.", ["killed 2 combatant"]),
    ("Two of the children are in hospital.", []),
    # those behind a count are the same people only where they are told as such
    (
        "Two journalists, a paramedic and an aid worker were killed.",
        ["killed 4", "killed 2 journalists", "killed 1 medical workers", "killed 1 aid workers"],
    ),
    (
        "Two civilians, a nurse and a guard, were killed.",
        ["killed 2 civilian", "killed 1 medical workers", "killed 1"],
    ),
    ("A couple and their baby were killed.", ["killed 3", "killed 2", "killed 1 children"]),
    ("A couple of people were injured.", ["injured 2"]),
    (
        "Ten killed (6 women, 3 children, 1 man).",
        ["killed 10", "killed 6 women", "killed 3 children", "killed 1 men"],
    ),
    ("Two teachers were killed (3 guards were also hurt).", ["killed 2", "injured 3"]),
    # the dead as bodies, and nobody
    ("The bodies of six people were pulled from the rubble.", ["killed 6"]),
    ("The bodies of the victims were buried.", []),
    ("The attack killed no one. Nobody was hurt.", ["killed 0", "injured 0"]),
    # what only may be, and what is no harm
    ("If the dam breaks, 500 people could be killed.", ["killed 500 background"]),
    ("The army captured 45 per cent of the city.", []),
    ("25,000 civilians are trapped in the city.", []),
    ("Six people are trapped under the rubble.", ["missing 6"]),
    ("The death toll rose from 7 to 9.", ["killed 9"]),
]


def line(claim):
    said = (claim.kind, claim.count, claim.who.status, claim.who.group or "", claim.scope)
    return " ".join(str(one) for one in said if one not in ("unknown", "incident", ""))


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_each_person_is_counted_once(text, told):
    assert [line(claim) for claim in extract(ReportText(id="1", text=text)).claims] == told


def test_of_two_speakers_each_says_a_claim_of_its_own():
    text = "The ministry said 10 civilians were killed, while the army said five militants were killed."
    said = [claim.attributed_to for claim in extract(ReportText(id="1", text=text)).claims]
    assert said == ["ministry", "army"]


ARABIC = [
    ("ارتفعت حصيلة القتلى من 7 إلى 9", ["killed 9"]),
    ("استشهاد عائلة كاملة مؤلفة من ثمانية أفراد", ["killed 8"]),
    ("لم يسفر القصف عن سقوط ضحايا", ["killed 0"]),
    ("قد يقتل 500 شخص إذا انهار السد", ["killed 500 background"]),
    # the verb comes first, then who did it, then to whom
    ("خطف مسلحون خمسة أشخاص", ["captured 5"]),
    ("قتل قناص طفلا في الحي", ["killed 1 children"]),
    ("قتل مسلحون خمسة", ["killed 5 combatant"]),
    ("قتل ثلاثة مسلحين وخمسة مدنيين", ["killed 8", "killed 3 combatant", "killed 5 civilian"]),
]


@pytest.mark.parametrize(("text", "told"), ARABIC)
def test_each_person_is_counted_once_in_arabic_too(text, told):
    assert [line(claim) for claim in extract(ReportText(id="1", text=text)).claims] == told


def test_a_preposition_is_no_speaker():
    [claim] = extract(ReportText(id="1", text="لا إصابات بين المدنيين في البلدة")).claims
    assert (claim.count.max, claim.attributed_to) == (0, None)
