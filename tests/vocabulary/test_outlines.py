"""Lines on a map take no side."""

from cairn.vocabulary.outlines import outlines

LEVANT = (34.0, 31.0, 40.0, 38.0)


def test_a_contested_border_is_marked_as_one():
    assert {"coast", "border", "contested"} == {outline.kind for outline in outlines(LEVANT)}


def test_only_lines_that_pass_through_the_box_are_given():
    for outline in outlines(LEVANT):
        assert outline.meets(LEVANT)
    assert not list(outlines((-150.0, -1.0, -149.0, 1.0)))  # open ocean


def test_points_are_on_earth():
    for outline in outlines((-180.0, -90.0, 180.0, 90.0)):
        assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in outline.points)
