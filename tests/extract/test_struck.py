"""What was struck is read where a word of attack governs it, in English and in Arabic."""

import pytest

from cairn.story import assess, extract
from cairn.values import ReportText, Struck

TOLD = [
    (
        "An airstrike targeting a rebel headquarters hit a school in Testabad, killing 12 children.",
        Struck(("school",), ("military object",)),
    ),
    (
        "Shelling of a house, a school and two shops killed four.",
        Struck(("home", "school", "market or shop")),
    ),
    ("Five people died. The bakery was hit by a missile.", Struck(("market or shop",))),
    ("A drone strike targeted a car, killing two.", Struck(("vehicle",), ("vehicle",))),
    ("A double-tap strike hit the crowded market, killing 10.", Struck(("market or shop",), twice=True)),
    ("قتل ثلاثة مدنيين باستهداف غارة جوية منزلاً ومدرسة.", Struck(("home", "school"))),
    ("غارة على سوق شعبي ثم غارة ثانية قتلت ٣ أشخاص", Struck(("market or shop",), twice=True)),
]
NOT_STRUCK = [
    "Ten were killed. The wounded were taken to a hospital in the town.",
    "A man was killed in a market by a car bomb.",
    "قتل رجل ونقل الجرحى إلى مستشفى المدينة",
]


@pytest.mark.parametrize(("text", "struck"), TOLD)
def test_what_was_struck_is_read(text, struck):
    assert extract(ReportText(id="1", text=text)).struck == struck


@pytest.mark.parametrize("text", NOT_STRUCK)
def test_an_object_that_is_only_named_was_not_struck(text):
    assert extract(ReportText(id="1", text=text)).struck is None


def test_an_incident_keeps_what_each_report_says_was_struck():
    one = ReportText(id="1", text="Shells hit a school in Testabad, killing four.")
    other = ReportText(id="2", text="A second airstrike hit a clinic in Testabad, killing five.")
    assert assess([one, other]).struck == Struck(("school", "hospital or clinic"), (), True)
