"""The article that this project began with: its figures come out of our own code."""

import pytest

from cairn.extract.read import read
from cairn.values import PartialDate, ReportText


@pytest.fixture(scope="module")
def figures(shared_data):
    text = (shared_data / "seed_article.txt").read_text("utf-8")
    report = ReportText(
        "seed", text, published=PartialDate("2017-08-05"), language="eng", countries=("SY", "IQ")
    )
    found = read(report).figures
    assert all(figure.span.stands_in(text) for figure in found)
    return found


EXPECTED = [
    ("territory held", (45, 45), "percent", "Syrian Democratic Forces", "Ar Raqqah"),
    ("territory lost", (27000, 27000), "square miles", "ISIS", None),
    ("territory lost", (70000, 70000), "km2", "ISIS", None),
    ("territory lost", (78, 78), "percent", "what they had seized in Iraq", "Iraq"),
    ("territory lost", (58, 58), "percent", "what they held in Syria", "Syria"),
    ("fighters", (2000, 2000), "people", None, "Ar Raqqah"),
    ("remaining civilians", (20000, 50000), "people", None, "Ar Raqqah"),
]


@pytest.mark.parametrize(("measure", "value", "unit", "of", "place"), EXPECTED)
def test_a_figure_of_the_seed_article(figures, measure, value, unit, of, place):
    [figure] = [each for each in figures if (each.measure, each.value, each.unit) == (measure, value, unit)]
    assert of is None or figure.of == of
    assert place is None or (figure.place and figure.place.name) == place


@pytest.mark.parametrize(
    ("value", "speaker"), [((78, 78), "McGurk"), ((2000, 2000), "McGurk"), ((20000, 50000), "United Nations")]
)
def test_who_gives_the_figure(figures, value, speaker):
    [figure] = [each for each in figures if each.value == value]
    assert figure.attributed_to is not None
    assert speaker in figure.attributed_to
