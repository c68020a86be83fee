"""A strip draws a range on the scale of its table and never past what is known."""

from cairn.site.drawing.strips import WIDTH, fan_strip, scale_of, strip
from cairn.values import Range
from cairn.values.fan import Spoke


def test_the_longest_strip_stays_within_its_scale_and_others_are_in_proportion():
    counts = [Range(50, 100), Range(25, 50), None]
    highest = scale_of(counts)
    long, short = (strip(count, highest) for count in counts[:2])
    assert sum(part.width for part in long.parts) < WIDTH
    assert abs(long.parts[0].width - 2 * short.parts[0].width) < 0.2
    assert long.parts[1].x == long.parts[0].width


def test_a_floor_without_a_ceiling_goes_on_and_ends_nowhere():
    highest = scale_of([Range.at_least(624), Range(10, 10)])
    drawn = strip(Range.at_least(624), highest)
    assert [part.kind for part in drawn.parts] == ["min"]
    assert drawn.onward == drawn.parts[0].width < WIDTH


def test_what_nobody_said_is_not_drawn_as_nought():
    assert strip(None, 100) is None
    assert strip(Range(0, 0), scale_of([Range(0, 0)])) is None


def test_a_narrower_interval_lies_upon_a_wider_one():
    spoke = Spoke(0.3, "even", 50, ((45, 55), (40, 60), (30, 70)))
    drawn = fan_strip(spoke, scale_of([], [70]))
    assert [part.kind for part in drawn.parts] == ["wide", "most", "half"]
    widths = [part.width for part in drawn.parts]
    assert widths == sorted(widths, reverse=True)
    assert drawn.parts[2].x < drawn.middle < drawn.parts[2].x + drawn.parts[2].width
