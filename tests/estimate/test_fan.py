from xml.etree import ElementTree

from cairn.estimate import OverlapTable, estimate
from cairn.estimate.fan import fan_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_every_model_that_may_be_believed_is_a_dot_in_its_place(three_lists):
    answer = estimate(three_lists)
    drawn = ElementTree.fromstring(fan_svg(answer))
    dots = drawn.findall(f"{SVG}circle")
    believed = [model for model in answer.models if model.weight >= 1e-3]
    assert len(dots) == len(believed)
    by_number = sorted(zip(believed, dots, strict=True), key=lambda each: each[0].n)
    places = [float(dot.get("cx")) for _, dot in by_number]
    assert places == sorted(places)


def test_the_drawing_says_in_words_what_it_shows(three_lists):
    title = ElementTree.fromstring(fan_svg(estimate(three_lists))).find(f"{SVG}title")
    assert title.text.startswith("626 people documented. 690 to 800 in all")


def test_a_refusal_can_be_drawn():
    table = OverlapTable(("a <b>", "c"), {"10": 50, "01": 60, "11": 30})
    assert "No estimate" in ElementTree.fromstring(fan_svg(estimate(table))).find(f"{SVG}title").text


def test_an_empty_table_can_be_drawn():
    assert "0 documented" in fan_svg(estimate(OverlapTable(("a", "b", "c"), {})))
