"""People behind a word for harm, where and when it happened between the two."""

from __future__ import annotations

import pytest

from cairn.extract.casualties import casualties
from cairn.extract.words import words
from cairn.values import Harm, Range


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("قتل يوم الإثنين 2 كانون الأول 2024 ثلاثة مدنيين", 3, "a weekday and its date"),
        ("قتل يوم الجمعة الماضي ثلاثة مدنيين بقصف", 3, "“last” stands behind its day"),
        ("استشهد مساء الخميس شاب برصاص قناص", 1, "one person behind the day"),
        ("قُتل، أمس، ثلاثة مدنيين بقصف", 3, "a day between commas"),
        ("قتل في قرن ثلاثة مدنيين بقصف", 3, "the place"),
        ("قتل جراء القصف على بلدة قرن ثلاثة مدنيين", 3, "why and where"),
        ("قتل في قرن شخص وثلاثة جرحى", None, "one person behind a place may be whose house it was"),
        ("عملية قتل في ريف قرن، أقدم ثلاثة مسلحين على السرقة", None, "something new begins behind the comma"),
        ("قتل الجيش في قصف استهدف منزل مدني", None, "what the shelling hit"),
    ],
)
def test_arabic_tells_where_and_when_between_a_verb_and_its_people(text, count, why):
    killed = [c.count for c in casualties(text, words(text), "ara") if c.kind is Harm.KILLED]
    assert killed == ([Range(count, count)] if count else []), why


def test_a_notice_of_a_death_tells_the_day_the_title_and_the_age():
    text = "توفي اليوم الإثنين 2 كانون الأول 2024 الحاج سمير بن خالد حداد العمر 62 سنة جراء القصف"
    (claim,) = casualties(text, words(text), "ara")
    assert [(each.name, each.age) for each in claim.people] == [("سمير بن خالد حداد", 62)]
