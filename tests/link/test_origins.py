import pytest

from cairn.link.origins import origins, origins_beside
from cairn.link.wording import worded
from cairn.values import Reading, ReportText

WIRE = (
    "Shells fell on the market of Qarn on Tuesday morning, residents said, and at least four people who had "
    "come to buy bread were killed before the guns fell silent at noon. "
)
OTHER = (
    "Two brothers died when a drone hit their van on the road from Dahr to the river, their uncle told "
    "our reporter by telephone from the hospital where he was waiting. "
)


def labels(*texts, furniture=()):
    reports = [ReportText(str(n), text) for n, text in enumerate(texts)]
    return origins(reports, [Reading("eng", furniture=tuple(furniture)) for _ in reports])


def test_a_copy_and_a_wire_piece_with_an_addition_are_one_origin():
    one, copy, longer, other = labels(WIRE, WIRE, "From our desk. " + WIRE + OTHER[:60], OTHER)
    assert one == copy == longer != other


def test_two_who_tell_the_same_in_their_own_words_are_two_origins():
    one, other = labels(
        WIRE, "Four dead as shelling hits Qarn's market; witnesses speak of shoppers at a bakery."
    )
    assert one != other


def test_marks_and_signs_do_not_make_a_copy_original():
    one, other = labels("سقط أربعة شهداء في قصف على سوق القرن", "سَقط أربعة شـهداء، في قصف على سوق القرن!")
    assert one == other


def test_what_the_page_added_proves_nothing():
    menu = "Home News Sport Weather About us Contact Log in Subscribe to our newsletter now "
    reports = [ReportText("1", menu + WIRE), ReportText("2", menu + OTHER)]
    readings = [Reading("eng", furniture=((0, len(menu)),)) for _ in reports]
    assert len(set(origins(reports, readings))) == 2


def test_a_rerun_gives_the_same_label_in_any_order():
    forward, backward = labels(WIRE, OTHER, WIRE), labels(WIRE, OTHER, WIRE)[::-1]
    assert forward == backward[::-1]
    assert set(labels(OTHER, WIRE)) == set(forward)


@pytest.mark.parametrize("texts", [(), ("",), ("", "")])
def test_nothing_is_an_origin_of_its_own(texts):
    assert len(labels(*texts)) == len(texts)


def test_origins_that_turn_out_to_be_one_are_all_given_one_name():
    texts = {"held 1": WIRE, "held 2": WIRE + OTHER[:30], "held 3": OTHER, "held 4": OTHER + WIRE[:30]}
    held = {"held 1": "b", "held 2": "a", "held 3": "b", "held 4": "c"}  # "b" was one origin before
    reports = [ReportText(id, text) for id, text in texts.items()]
    readings = [Reading("eng") for _ in reports]
    words = worded(list(zip(reports, readings, strict=True)))
    shared, changed = origins_beside(reports, readings, words, held)
    assert shared == ["a"] * 4
    assert changed == {"b": "a", "c": "a"}
