"""Figures: shares, areas, fighters, the trapped, each with its range, unit, place and voice."""

import pytest

from cairn.extract.read import read
from cairn.values import PartialDate, ReportText

SDF, MILES = "Syrian Democratic Forces", "square miles"

SAID = [
    ("The SDF has seized about 45 percent of Raqqa.", "territory held", (45, 45), "percent", SDF),
    ("ISIS has lost 900 square miles of the land it once held.", "territory lost", (900, 900), MILES, "ISIS"),
    (
        "ISIS has lost 70 percent of what it had seized.",
        "territory lost",
        (70, 70),
        "percent",
        "what it had seized",
    ),
    ("There are about 2,000 ISIS fighters left in Raqqa.", "fighters", (2000, 2000), "people", "ISIS"),
    ("Between 20 and 50 civilians may still be there.", "remaining civilians", (20, 50), "people", None),
    ("At least 3,000 families are trapped in Raqqa.", "trapped", (3000, None), "people", None),
    ("About 60 per cent of Raqqa is held by the SDF.", "territory held", (60, 60), "percent", SDF),
    ("In all 200,000 were displaced.", "displaced", (200_000, 200_000), "people", None),
    ("SDF officers said 2,000 families fled.", "displaced", (2000, 2000), "people", None),
    ("More than 5,000 people fled Raqqa.", "displaced", (5001, None), "people", None),
    ("سيطرت قسد على 45 بالمئة من مدينة الرقة", "territory held", (45, 45), "percent", SDF),
]


@pytest.mark.parametrize(("text", "measure", "value", "unit", "of"), SAID, ids=[row[1] for row in SAID])
def test_a_figure(text, measure, value, unit, of):
    language = "ara" if "ق" in text else "eng"
    report = ReportText("1", text, published=PartialDate("2017-08-05"), language=language, countries=("SY",))
    [figure] = read(report).figures
    assert (figure.measure, figure.value, figure.unit, figure.of) == (measure, value, unit, of)
    assert figure.span.stands_in(text)


def test_what_the_page_added_gives_no_figure_of_the_report():
    told = "The SDF has seized about 45 percent of Raqqa.\n"
    page = "All reactions:\nA reader: ISIS has lost 30 percent of its land\n"
    figures = read(ReportText("1", told + page, language="eng", countries=("SY",))).figures
    assert [figure.value for figure in figures] == [(45, 45)]


def test_a_few_who_fled_are_no_figure():
    assert read(ReportText("1", "Two of the attackers fled; 3 fled on foot.", language="eng")).figures == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("eng", "Four people remain under the rubble in Raqqa."),
        ("ara", "لا يزال أربعة أشخاص تحت الأنقاض في الرقة"),
    ],
)
def test_whom_the_rubble_holds_are_not_who_remains_in_a_town(language, text):
    assert read(ReportText("1", text, language=language, countries=("SY",))).figures == ()


def test_a_great_number_is_no_year():
    text = "Between 2,000 and 2,500 ISIS fighters remain."
    [figure] = read(ReportText("1", text, language="eng", published=PartialDate("2017-06-10"))).figures
    assert figure.date == PartialDate("2017-06-10")


def test_a_speaker_in_capitals_keeps_its_name_though_another_language_has_it_as_a_small_word():
    text = "More than 5,000 people fled Raqqa, the UN said."
    [figure] = read(ReportText("1", text, language="eng")).figures
    assert figure.attributed_to == "UN"


def test_the_dead_are_no_figure():
    text = "Shells killed 12 fighters and wounded 30 civilians in Raqqa."
    assert read(ReportText("1", text, language="eng")).figures == ()


def test_one_value_told_twice_is_one_figure_with_its_voice():
    text = "The SDF holds 45 percent of Raqqa. The SDF has seized 45 percent of Raqqa, Anwar Mithali said."
    [figure] = read(ReportText("1", text, language="eng", countries=("SY",))).figures
    assert figure.attributed_to == "Anwar Mithali"
